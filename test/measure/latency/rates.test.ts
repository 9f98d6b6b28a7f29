import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rate } from "../../../src/measure/latency/rates.ts";

describe("a rate", () => {
  it("of nothing is unknown", () => {
    expect(rate(0, 0, 0.95)).toBeUndefined();
  });

  it.each([
    [0, 19],
    [19, 19],
    [1, 1],
  ])("of %d in %d has no interval", (hits, n) => {
    expect(rate(hits, n, 0.95)).toEqual({ value: hits / n, n });
  });

  // Newcombe 1998, table I, method 3, and 0 of 20 by hand: z² ÷ (20 + z²).
  it.each([
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [15, 148, 0.0624, 0.1605],
  ])("of %d in %d lies between %d and %d", (hits, n, low, high) => {
    const found = rate(hits, n, 0.95);
    expect(found?.value).toBe(hits / n);
    expect(Math.abs((found?.low ?? 9) - low)).toBeLessThan(1e-4);
    expect(Math.abs((found?.high ?? 9) - high)).toBeLessThan(1e-4);
  });

  it("of random logs is the count over the count, and holds it", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (failed) => {
        const found = rate(failed.filter(Boolean).length, failed.length, 0.95);
        expect(found?.value).toBeCloseTo(
          failed.reduce((share, each) => share + (each ? 1 : 0) / failed.length, 0),
          12,
        );
        expect(found?.low !== undefined && found.high !== undefined).toBe(failed.length >= 20);
        expect(found?.low ?? 0).toBeLessThanOrEqual(found?.value ?? Number.NaN);
        expect(found?.high ?? 1).toBeGreaterThanOrEqual(found?.value ?? Number.NaN);
      }),
      { numRuns: 100 },
    );
  });
});
