import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "../../src/measure/wilson.ts";

describe("Wilson's interval", () => {
  it.each([
    // The first four: Newcombe 1998, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])("of %d in %d is %d to %d", (hits, n, low, high) => {
    const interval = wilson(hits, n, 0.95);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it("of nothing is unknown", () => {
    expect(wilson(0, 0, 0.95)).toBeUndefined();
  });

  it("holds the share, stays within 0 and 1, and is the mirror of that of the others", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const hits = Math.round(n * part);
        const { low, high } = wilson(hits, n, 0.95) ?? { low: NaN, high: NaN };
        const other = wilson(n - hits, n, 0.95);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n);
        expect(high).toBeGreaterThanOrEqual(hits / n);
        expect(other?.low).toBeCloseTo(1 - high, 12);
      }),
    );
  });

  it("covers the truth about as often as it says, over the shares between", () => {
    // Summed exactly over the binomial distribution of n = 40: one share may be off by points, their mean is not.
    const n = 40;
    const shares = Array.from({ length: 81 }, (_, i) => 0.1 + i * 0.01);
    const covered = shares.map((share) => {
      let chance = (1 - share) ** n;
      let sum = 0;
      for (let hits = 0; hits <= n; hits++) {
        const { low, high } = wilson(hits, n, 0.95) ?? { low: 1, high: 0 };
        if (low <= share && share <= high) sum += chance;
        chance *= ((n - hits) / (hits + 1)) * (share / (1 - share));
      }
      return sum;
    });
    expect(Math.min(...covered)).toBeGreaterThan(0.91);
    expect(covered.reduce((sum, each) => sum + each, 0) / covered.length).toBeCloseTo(0.95, 2);
  });
});
