import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GapCounts } from "../../../src/measure/latency/gap-counts.ts";
import { percentilesOf } from "../../../src/measure/latency/percentiles.ts";

const counted = (ms: readonly number[]): GapCounts => {
  const counts = new GapCounts();
  for (const each of ms) counts.add(Math.round(each * 1000));
  return counts;
};

/** By sorting all of them, in whole microseconds as the times are. */
function sorted(us: readonly number[], q: number): number {
  const all = us.toSorted((a, b) => a - b);
  const place = (all.length - 1) * q;
  const below = all[Math.floor(place)] ?? Number.NaN;
  const above = all[Math.ceil(place)] ?? Number.NaN;
  return (below + (above - below) * (place - Math.floor(place))) / 1000;
}

/** Whole microseconds: gaps of one read, gaps between chunks, both sides of the last page, and stalls. */
const gap = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 3000 }),
  fc.integer({ min: 0, max: 400_000 }),
  fc.integer({ min: 4_190_000, max: 4_200_000 }),
  fc.integer({ min: 0, max: 300_000_000 }),
);
const gaps = fc.array(gap, { minLength: 1, maxLength: 200 });
const quantiles = fc.array(
  fc.oneof(fc.constantFrom(0, 0.5, 0.9, 0.99, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  {
    minLength: 1,
    maxLength: 5,
  },
);

describe("counted gaps", () => {
  it("have the quantiles of all of them sorted, to the last bit", () => {
    fc.assert(
      fc.property(gaps, quantiles, (us, qs) => {
        const counts = counted(us.map((each) => each / 1000));
        expect(counts.n).toBe(us.length);
        expect(counts.max).toBe(Math.max(...us) / 1000);
        for (const q of qs) expect(counts.quantile(q)).toBe(sorted(us, q));
      }),
      { numRuns: 100 },
    );
  });

  it("are the same when two are merged, the other one staying as it was", () => {
    fc.assert(
      fc.property(gaps, gaps, quantiles, (us, others, qs) => {
        const counts = counted(us.map((each) => each / 1000));
        const other = counted(others.map((each) => each / 1000));
        // Sorted once already: later ones must not be taken for sorted.
        counts.quantile(1);
        counts.merge(other);
        expect(counts.n).toBe(us.length + others.length);
        for (const q of qs) {
          expect(counts.quantile(q)).toBe(sorted([...us, ...others], q));
          expect(other.quantile(q)).toBe(sorted(others, q));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are doubled when they are merged with themselves", () => {
    const counts = counted([1, 2, 5000]);
    counts.merge(counts);
    expect([counts.n, counts.quantile(0), counts.quantile(0.5), counts.max]).toEqual([6, 1, 2, 5000]);
  });

  it("are told apart where counting ends and keeping begins", () => {
    const counts = counted([4194.303, 4194.304, 4194.305]);
    expect([0, 0.5, 1].map((q) => counts.quantile(q))).toEqual([4194.303, 4194.304, 4194.305]);
  });

  it("take what is added after a quantile was asked for", () => {
    const counts = counted([9000, 7000]);
    expect(counts.quantile(0)).toBe(7000);
    counts.add(6_000_000);
    expect(counts.quantile(0)).toBe(6000);
  });

  it("of nothing know nothing", () => {
    const counts = new GapCounts();
    expect([counts.n, counts.max, counts.quantile(0.5)]).toEqual([0, undefined, undefined]);
    expect(percentilesOf(counts, [0.5])).toEqual([]);
    expect(counted([1]).quantile(1.1)).toBeUndefined();
  });

  it.each([-0.001, Number.NaN, Number.POSITIVE_INFINITY])("refuse %d ms", (ms) => {
    expect(() => counted([ms])).toThrow(RangeError);
  });

  it("have percentiles by name, and no p99 of fewer than 100", () => {
    expect(percentilesOf(counted([10, 30, 20]), [0.5, 0.99])).toEqual([
      { name: "p50", q: 0.5, value: 20, n: 3 },
      { name: "max", q: 1, value: 30, n: 3 },
    ]);
  });
});
