import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "../../src/measure/wilson.ts";

/** z of the two-sided levels, from the tables. */
const Z = { 0.9: 1.6448536269514722, 0.95: 1.959963984540054, 0.99: 2.5758293035489004 } as const;
const LEVELS = [0.9, 0.95, 0.99] as const;
type Level = (typeof LEVELS)[number];

/**
 * The interval by its definition: the shares p with |hits/n − p| ≤ z √(p (1 − p) / n), whose ends are searched for one by
 * one on either side of the share.
 */
function bySearch(hits: number, n: number, z: number): { low: number; high: number } {
  const share = hits / n;
  const inside = (p: number): boolean => Math.abs(share - p) <= z * Math.sqrt((p * (1 - p)) / n);
  const end = (outside: number): number => {
    if (inside(outside)) return outside;
    let [within, without] = [share, outside];
    for (let step = 0; step < 100; step++) {
      const middle = (within + without) / 2;
      if (inside(middle)) within = middle;
      else without = middle;
    }
    return within;
  };
  return { low: end(0), high: end(1) };
}

describe("Wilson's interval", () => {
  it.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    // Newcombe 1998, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %d in %d at 95 %% is that of the published tables", (hits, n, low, high) => {
    const found = wilson(hits, n, 0.95);
    // The tables take 1.96 for z, which moves the last digit.
    expect(Math.abs((found?.low ?? 9) - low)).toBeLessThan(1e-4);
    expect(Math.abs((found?.high ?? 9) - high)).toBeLessThan(1e-4);
  });

  const anyShare = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.record({ n: fc.constant(n), hits: fc.integer({ min: 0, max: n }) }));

  it("holds exactly the shares that the count does not speak against", () => {
    fc.assert(
      fc.property(anyShare, fc.constantFrom(...LEVELS), ({ hits, n }, level) => {
        const found = wilson(hits, n, level);
        const expected = bySearch(hits, n, Z[level]);
        expect(found?.low).toBeCloseTo(expected.low, 5);
        expect(found?.high).toBeCloseTo(expected.high, 5);
      }),
      { numRuns: 100 },
    );
  });

  it("holds its share, lies in [0, 1], is its own mirror image, and is narrower for more trials and less confidence", () => {
    fc.assert(
      fc.property(anyShare, ({ hits, n }) => {
        const width = (at: number, of: number, level: Level): number => {
          const { low, high } = wilson(at, of, level) ?? { low: Number.NaN, high: Number.NaN };
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(at / of);
          expect(high).toBeGreaterThanOrEqual(at / of);
          return high - low;
        };
        expect(width(2 * hits, 2 * n, 0.95)).toBeLessThan(width(hits, n, 0.95));
        expect(width(hits, n, 0.9)).toBeLessThan(width(hits, n, 0.99));
        expect(1 - (wilson(n - hits, n, 0.95)?.high ?? 0)).toBeCloseTo(wilson(hits, n, 0.95)?.low ?? 0, 12);
      }),
      { numRuns: 100 },
    );
  });

  it("is unknown of nothing", () => {
    expect(wilson(0, 0, 0.95)).toBeUndefined();
  });
});
