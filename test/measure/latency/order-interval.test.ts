import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderInterval } from "../../../src/measure/latency/order-interval.ts";
import { shortest, slowInterval } from "./slow.ts";

const places = (n: number, q: number, confidence: number): readonly number[] | undefined => {
  const found = orderInterval(n, q, confidence);
  return found && [found.low, found.high];
};

describe("an interval between order statistics", () => {
  // Places from 1 in the books: the median of 10 from the 2nd to the 9th (97.85 %), of 100 from the 40th to the 61st.
  it.each([
    [5, 0.5, 0.95, undefined],
    [6, 0.5, 0.95, [0, 5]],
    [10, 0.5, 0.95, [1, 8]],
    [100, 0.5, 0.95, [39, 60]],
    [24, 0.95, 0.95, undefined],
    [58, 0.95, 0.95, undefined],
    [28, 0.9, 0.95, undefined],
    [298, 0.99, 0.95, undefined],
    // 2 × 0.9 × 0.1, exactly what is asked for.
    [2, 0.9, 0.18, [0, 1]],
    [2, 0.9, 0.181, undefined],
    [1, 0.5, 0.5, undefined],
    [0, 0.5, 0.5, undefined],
    [100, 0, 0.95, undefined],
    [100, 1, 0.95, undefined],
    [100, 0.5, 1, undefined],
    [100, Number.NaN, 0.95, undefined],
  ])("of %d at %d to %d is at the places %j", (n, q, confidence, expected) => {
    expect(places(n, q, confidence)).toEqual(expected);
  });

  // 1 − 0.95ⁿ, 1 − 0.9ⁿ, 1 − 0.99ⁿ first reach 0.95 here.
  it.each([
    [59, 0.95],
    [29, 0.9],
    [299, 0.99],
  ])("begins at n = %d for the quantile %d, and ends at the greatest value", (n, q) => {
    expect(orderInterval(n, q, 0.95)?.high).toBe(n - 1);
  });

  it("says how surely it holds the quantile", () => {
    expect(orderInterval(10, 0.5, 0.95)?.coverage).toBeCloseTo(1002 / 1024, 12);
    expect(orderInterval(6, 0.5, 0.95)?.coverage).toBeCloseTo(62 / 64, 12);
  });

  const small = fc.record({
    n: fc.integer({ min: 2, max: 40 }),
    percent: fc.integer({ min: 1, max: 99 }),
    perMille: fc.integer({ min: 1, max: 999 }),
  });

  it("is that of the exact sum over all counts, and no other pair is closer together", () => {
    fc.assert(
      fc.property(small, ({ n, percent, perMille }) => {
        const found = orderInterval(n, percent / 100, perMille / 1000);
        const slow = slowInterval(n, percent, perMille);
        expect(found && [found.low, found.high]).toEqual(slow && [slow.low, slow.high]);
        if (found === undefined || slow === undefined) {
          expect(shortest(n, percent, perMille)).toBeUndefined();
          return;
        }
        expect(found.coverage).toBeCloseTo(slow.coverage, 12);
        // Two counts that are equally likely are taken together, though one of them may do.
        const spare = found.high - found.low - (shortest(n, percent, perMille) ?? 0);
        expect([0, 1]).toContain(spare);
      }),
      { numRuns: 60 },
    );
  });

  const any = fc.record({
    n: fc.oneof(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 2, max: 1e6 })),
    q: fc.constantFrom(0.01, 0.05, 0.1, 0.25, 1 / 3, 0.5, 0.9, 0.95, 0.99, 0.999),
    confidence: fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99),
  });

  it("is the mirror image of that of 1 − q", () => {
    fc.assert(
      fc.property(any, ({ n, q, confidence }) => {
        const found = places(n, q, confidence);
        expect(places(n, 1 - q, confidence)).toEqual(found?.map((place) => n - 1 - place).reverse());
      }),
      { numRuns: 100 },
    );
  });

  it("is never narrowed by more confidence, and reaches what it is asked for", () => {
    fc.assert(
      fc.property(any, fc.double({ min: 0.001, max: 0.999, noNaN: true }), ({ n, q, confidence }, other) => {
        const [less, more] = [Math.min(confidence, other), Math.max(confidence, other)];
        const narrow = orderInterval(n, q, less);
        const wide = orderInterval(n, q, more);
        if (narrow === undefined) expect(wide).toBeUndefined();
        if (narrow === undefined || wide === undefined) return;
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
        expect(narrow.coverage).toBeGreaterThanOrEqual(less - 1e-12);
        expect(wide.coverage).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [1e7, 0.5],
    [1e7, 0.99],
    [1e7, 0.999],
  ])("of %d at %d is where the normal distribution has it", (n, q) => {
    const found = orderInterval(n, q, 0.95);
    const half = 1.959964 * Math.sqrt(n * q * (1 - q));
    expect(Math.abs((found?.low ?? 0) - (n * q - half))).toBeLessThan(3);
    expect(Math.abs((found?.high ?? 0) - (n * q + half))).toBeLessThan(3);
    expect(found?.coverage).toBeCloseTo(0.95, 2);
  });
});
