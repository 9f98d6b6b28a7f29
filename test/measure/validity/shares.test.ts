import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteredShare } from "../../../src/measure/validity/clustered-share.ts";
import { freedomOf } from "../../../src/measure/validity/spread.ts";
import { tQuantileOf } from "../../../src/measure/validity/t-quantile.ts";
import { withinItemCorrelation } from "../../../src/measure/validity/within-item.ts";
import { wilson } from "../../../src/measure/wilson.ts";
import { slowCorrelation, slowDesignEffect } from "./slow.ts";

/** So many items, with these hits in turn, of so many trials each. */
const items = (count: number, hits: readonly number[], trials: number): [Float64Array, Float64Array] => [
  Float64Array.from({ length: count }, (_, item) => hits[item % hits.length] ?? 0),
  new Float64Array(count).fill(trials),
];
const widthOf = (found: ReturnType<typeof clusteredShare>): number =>
  (found?.interval?.high ?? Number.NaN) - (found?.interval?.low ?? Number.NaN);

/** Items of 1 to 5 trials, of which some hit. */
const anyItems = (least: number): fc.Arbitrary<[Float64Array, Float64Array]> =>
  fc
    .array(
      fc.integer({ min: 1, max: 5 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
      { minLength: least, maxLength: 60 },
    )
    .map((own) => [Float64Array.from(own, ([hits]) => hits), Float64Array.from(own, ([, n]) => n)]);
const isMixed = ([hits, n]: [Float64Array, Float64Array]): boolean => {
  const [all, trials] = [hits.reduce((a, b) => a + b), n.reduce((a, b) => a + b)];
  return all > 0 && all < trials;
};

describe("quantiles of t", () => {
  // Published tables of Student's t, two-sided 95 % and 60 %.
  it.each([
    [0.975, 1, 12.7062],
    [0.975, 2, 4.3027],
    [0.975, 4, 2.7764],
    [0.975, 10, 2.2281],
    [0.975, 21, 2.0796],
    [0.975, 59, 2.001],
    [0.975, 1e9, 1.96],
    [0.8, 4, 0.941],
    [0.995, 3, 5.8409],
  ])("at %d with %d degrees of freedom are those of the tables", (p, freedom, t) => {
    expect(tQuantileOf(p, freedom)).toBeCloseTo(t, 3);
  });
});

describe("degrees of freedom of a variance", () => {
  // Of 60 items k stand apart from the others: their kurtosis is (1 − 3p (1 − p)) ÷ (p (1 − p)) with p = k ÷ 60.
  it.each([
    [1, 4],
    [6, 120 / (0.73 / 0.09 - 1)],
    [30, 59],
  ])("where %d of 60 items stand apart are %d", (apart, freedom) => {
    const influence = Float64Array.from({ length: 60 }, (_, item) => (item < apart ? 1 : 0) - apart / 60);
    expect(freedomOf(influence)).toBeCloseTo(freedom, 9);
  });

  it("are those of all items where none stands apart", () => {
    expect(freedomOf(new Float64Array(22))).toBe(21);
  });
});

describe("the correlation within items", () => {
  it.each([
    ["1 where items always end alike", [3, 0], 3, 1],
    ["least where all items are alike", [1], 2, undefined],
    ["least where all items are alike", [1], 3, -0.5],
    ["unknown where all are hits", [3], 3, undefined],
    ["unknown where none is", [0], 3, undefined],
  ])("is %s", (_, hits, trials, expected) => {
    const found = withinItemCorrelation(...items(24, hits, trials));
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(expected, 12);
  });

  it("needs three trials of an item, and two items", () => {
    expect(withinItemCorrelation([1, 0, 2], [2, 2, 2])).toBeUndefined();
    expect(withinItemCorrelation([1, 0, 2], [2, 2, 3])).toBeDefined();
    expect(withinItemCorrelation([1], [3])).toBeUndefined();
    expect(withinItemCorrelation([1, 0], [3, 0])).toBeUndefined();
  });

  it("by hand: hits 3, 3, 1, 0 of three", () => {
    // Share 7/12. Between: 3 (2 (5/12)² + (3/12)² + (7/12)²) ÷ 3 = 0.75; within: 3 × (1/3) × (2/3) ÷ 8 = 1/12.
    expect(withinItemCorrelation([3, 3, 1, 0], [3, 3, 3, 3])).toBeCloseTo((0.75 - 1 / 12) / (0.75 + 2 / 12), 12);
  });

  it("is that of the analysis of variance over single outcomes, whatever the sizes of items", () => {
    fc.assert(
      fc.property(anyItems(4), (own) => {
        fc.pre(isMixed(own) && own[1].some((n) => n >= 3));
        expect(withinItemCorrelation(...own)).toBeCloseTo(slowCorrelation(...own), 9);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a share of trials that repeat items", () => {
  it("of nothing is unknown", () => {
    expect(clusteredShare(new Float64Array(), new Float64Array(), 0.95)).toBeUndefined();
  });

  it("has no interval below 20 items, however often they are repeated", () => {
    expect(clusteredShare(...items(19, [90, 100], 100), 0.95)).toMatchObject({
      n: 1900,
      items: 19,
      interval: undefined,
    });
    expect(clusteredShare(...items(20, [2, 3], 3), 0.95)?.interval).toBeDefined();
  });

  it("counts an item that always ends alike as one trial", () => {
    const found = clusteredShare(...items(200, [3, 0], 3), 0.95);
    const single = wilson(100, 200, 0.95);
    expect(found?.designEffect).toBeCloseTo(3, 1);
    expect(widthOf(found) / ((single?.high ?? 0) - (single?.low ?? 0))).toBeCloseTo(1, 1);
  });

  it("counts every item as one trial where nothing failed", () => {
    const found = clusteredShare(...items(22, [3], 3), 0.95);
    // z of 22 trials with t of 21 degrees of freedom for it: t² ÷ (22 + t²).
    expect(found).toMatchObject({ value: 1, designEffect: undefined, interval: { high: 1 } });
    expect(1 - (found?.interval?.low ?? 0)).toBeCloseTo(2.0796 ** 2 / (22 + 2.0796 ** 2), 4);
    expect(clusteredShare(...items(22, [0], 3), 0.95)?.interval?.low).toBe(0);
  });

  it("takes no more than two trials for one, however alike items are", () => {
    const found = clusteredShare(...items(22, [1], 3), 0.95);
    expect(found?.designEffect).toBeCloseTo(0, 9);
    const single = wilson(44, 132, 0.95);
    // t of 21 degrees of freedom for z.
    const wider = widthOf(found) / ((single?.high ?? 0) - (single?.low ?? 0));
    expect(wider).toBeCloseTo(2.0796 / 1.96, 2);
  });

  it("rests on few failing items less than on many", () => {
    const few = clusteredShare(
      Float64Array.from({ length: 60 }, (_, item) => (item < 2 ? 0 : 3)),
      ...[items(60, [3], 3)[1]],
      0.95,
    );
    const naive = wilson(174, 180, 0.95);
    expect(few?.interval?.low).toBeLessThan(naive?.low ?? 0);
    expect(few?.interval?.high).toBeGreaterThan(naive?.high ?? 1);
  });

  it("has the jackknife's design effect, whatever the sizes of items", () => {
    fc.assert(
      fc.property(anyItems(4), (own) => {
        fc.pre(isMixed(own));
        const slow = slowDesignEffect(...own);
        // The items' effects are taken around 0: for items of one size that is their mean.
        expect((clusteredShare(...own, 0.95)?.designEffect ?? 0) / slow).toBeCloseTo(1, 9);
      }),
      { numRuns: 100 },
    );
  });

  it("of equal items has Donner and Klar's design effect", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 200, maxLength: 300 }), (hits) => {
        const own: [Float64Array, Float64Array] = [Float64Array.from(hits), new Float64Array(hits.length).fill(3)];
        fc.pre(isMixed(own));
        const correlation = withinItemCorrelation(...own) ?? Number.NaN;
        expect(clusteredShare(...own, 0.95)?.designEffect).toBeCloseTo(1 + 2 * correlation, 1);
      }),
      { numRuns: 30 },
    );
  });

  it("holds its share, lies in [0, 1], is its own mirror image and does not depend on the order of items", () => {
    fc.assert(
      fc.property(anyItems(20), (own) => {
        const [hits, n] = own;
        const found = clusteredShare(hits, n, 0.95);
        const { low, high } = found?.interval ?? { low: Number.NaN, high: Number.NaN };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(found?.value ?? 0);
        expect(high).toBeGreaterThanOrEqual(found?.value ?? 1);
        const misses = clusteredShare(
          hits.map((own, item) => (n[item] ?? 0) - own),
          n,
          0.95,
        );
        expect(1 - (misses?.interval?.high ?? 0)).toBeCloseTo(low, 9);
        const back = clusteredShare(hits.toReversed(), n.toReversed(), 0.95);
        expect(back?.interval?.low).toBeCloseTo(low, 9);
        expect(widthOf(clusteredShare(hits, n, 0.9))).toBeLessThan(high - low);
      }),
      { numRuns: 100 },
    );
  });
});
