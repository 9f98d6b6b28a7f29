import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairedDifference } from "../../../src/measure/latency/paired.ts";

const OPTIONS = { resamples: 400, confidence: 0.95, seed: 7 };

type Pair = { readonly item: number; readonly difference: number };
const differenceOf = (
  pairs: readonly Pair[],
  options: Partial<Parameters<typeof pairedDifference>[2]> = {},
): ReturnType<typeof pairedDifference> =>
  pairedDifference(
    pairs.map(({ item }) => item),
    Float64Array.from(pairs, ({ difference }) => difference),
    { ...OPTIONS, ...options },
  );

/** One pair an item, with these differences in turn. */
const items = (n: number, differences: readonly number[]): Pair[] =>
  Array.from({ length: n }, (_, item) => ({ item, difference: differences[item % differences.length] ?? 0 }));

describe("a paired difference", () => {
  it("of nothing is unknown", () => {
    expect(differenceOf([])).toBeUndefined();
  });

  it("counts every item once, whatever its repetitions", () => {
    const pairs = [
      { item: 3, difference: 10 },
      { item: 3, difference: 20 },
      { item: 3, difference: 60 },
      { item: 8, difference: 100 },
    ];
    // Means of 30 and 100: their standard deviation is 70 ÷ √2, and √2 of them.
    expect(differenceOf(pairs)).toEqual({
      value: 65,
      n: 4,
      items: 2,
      error: expect.closeTo(35, 10) as number,
      interval: undefined,
      detectable: undefined,
      verdict: "too few",
    });
  });

  it("does not depend on the order of the repetitions, not even in the last bit", () => {
    const differences = [0.3, 0.2, 0.1];
    const there = differenceOf(differences.map((difference) => ({ item: 1, difference })));
    const back = differenceOf(differences.toReversed().map((difference) => ({ item: 1, difference })));
    expect(there).toEqual(back);
  });

  it("of one item has no error", () => {
    expect(differenceOf([{ item: 1, difference: 5 }])).toMatchObject({ value: 5, items: 1, error: undefined });
  });

  it.each([
    [items(19, [100, 101]), "too few"],
    [items(20, [100, 101]), "slower"],
    [items(20, [-100, -101]), "faster"],
    [items(20, [100, -100]), "no difference shown"],
    [items(20, [0]), "no difference shown"],
    [items(20, [5]), "slower"],
  ])("is told by its interval", (pairs, verdict) => {
    expect(differenceOf(pairs)?.verdict).toBe(verdict);
  });

  it("of speeds is told the other way round", () => {
    expect(differenceOf(items(20, [3, 4]), { larger: "faster" })?.verdict).toBe("faster");
    expect(differenceOf(items(20, [-3, -4]), { larger: "faster" })?.verdict).toBe("slower");
  });

  it("needs items: repetitions do not stand in for them", () => {
    const pairs = Array.from({ length: 60 }, (_, i) => ({ item: i % 19, difference: 100 + i }));
    expect(differenceOf(pairs)).toMatchObject({ n: 60, items: 19, interval: undefined, verdict: "too few" });
  });

  it("says what it could have shown: 2.954 standard errors with 20 items, by the tables", () => {
    const found = differenceOf(items(20, [10, -10]));
    // t of 19 degrees of freedom: 2.0930 at 0.975, 0.8610 at 0.8. All 20 are 10 away from 0.
    const error = Math.sqrt((20 * 100) / 19 / 20);
    expect(found?.error).toBeCloseTo(error, 10);
    expect((found?.detectable ?? 0) / error).toBeCloseTo(2.954, 2);
  });

  it("has an interval about as wide as t has it", () => {
    const found = differenceOf(items(200, [10, -10, 25, 3, -8]), { resamples: 4000 });
    const half = ((found?.interval?.high ?? 0) - (found?.interval?.low ?? 0)) / 2;
    expect(half / (found?.error ?? 0) / 1.972).toBeCloseTo(1, 1);
    expect(found?.interval?.low).toBeLessThan(found?.value ?? 0);
    expect(found?.interval?.high).toBeGreaterThan(found?.value ?? 0);
  });

  const anyPairs = fc.array(
    fc.record({ item: fc.integer({ min: 0, max: 30 }), difference: fc.integer({ min: -900_000, max: 900_000 }) }),
    { minLength: 1, maxLength: 120 },
  );

  it("is the mean of the items' means, in any order of the pairs", () => {
    fc.assert(
      fc.property(anyPairs, fc.array(fc.nat(), { minLength: 120, maxLength: 120 }), (whole, keys) => {
        const pairs = whole.map(({ item, difference }) => ({ item, difference: difference / 1000 }));
        const found = differenceOf(pairs);
        const means = [...new Set(pairs.map(({ item }) => item))].map((item) => {
          const own = pairs.filter((pair) => pair.item === item);
          return own.reduce((sum, { difference }) => sum + difference, 0) / own.length;
        });
        expect(found?.items).toBe(means.length);
        expect(found?.n).toBe(pairs.length);
        expect(found?.value).toBeCloseTo(means.reduce((sum, mean) => sum + mean, 0) / means.length, 8);
        const mixed = pairs.map((pair, i) => ({ pair, key: keys[i] ?? 0 })).sort((a, b) => a.key - b.key);
        expect(differenceOf(mixed.map(({ pair }) => pair))).toEqual(found);
      }),
      { numRuns: 40 },
    );
  });

  it("moves with what is added to every pair", () => {
    fc.assert(
      fc.property(anyPairs, fc.integer({ min: -500, max: 500 }), (pairs, more) => {
        const found = differenceOf(pairs);
        const moved = differenceOf(pairs.map(({ item, difference }) => ({ item, difference: difference + more })));
        expect(moved?.value).toBeCloseTo((found?.value ?? 0) + more, 6);
        expect(moved?.error ?? 0).toBeCloseTo(found?.error ?? 0, 6);
        expect(moved?.interval?.low ?? 0).toBeCloseTo(found?.interval ? found.interval.low + more : 0, 6);
        expect(moved?.interval?.high ?? 0).toBeCloseTo(found?.interval ? found.interval.high + more : 0, 6);
      }),
      { numRuns: 40 },
    );
  });
});
