import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { perSuccessRatio, validityDifference } from "../../../src/measure/validity/languages.ts";
import { detectableByMcNemar, fewestDiscordant, mcnemarMidP } from "../../../src/measure/validity/mcnemar.ts";
import { perSuccess } from "../../../src/measure/validity/per-success.ts";
import { type Tally, tallied } from "../../../src/measure/validity/tally.ts";
import { slowMidP } from "./slow.ts";

/** A tally of items with so many valid of n trials each, tried once; every attempt costs a dollar. */
const tally = (valid: readonly number[], n: number, firstItem = 0): Tally =>
  tallied(
    valid.flatMap((hits, item) =>
      Array.from({ length: n }, (_, repetition) => ({
        item: firstItem + item,
        attempts: 1,
        firstValid: repetition < hits,
        finalValid: repetition < hits,
        tokens: 100,
        usd: 1,
        firstTokens: 100,
        firstUsd: 1,
      })),
    ),
  );
/** So many items, with these hits in turn. */
const cycle = (items: number, hits: readonly number[]): number[] =>
  Array.from({ length: items }, (_, item) => hits[item % hits.length] ?? 0);
const first = (ko: Tally, en: Tally): ReturnType<typeof validityDifference> =>
  validityDifference(ko, en, "firstValid", 0.95);

describe("McNemar's test with mid-p", () => {
  it.each([
    [0, 0, 1],
    [1, 0, 0.5],
    [0, 4, 0.0625],
    [5, 0, 0.03125],
    // 2 (1 + 10/2) ÷ 2¹⁰.
    [1, 9, 12 / 1024],
    // 1 − ½ × 6 ÷ 2⁴.
    [2, 2, 1 - 3 / 16],
  ])("of %d against %d", (onlyLeft, onlyRight, p) => {
    expect(mcnemarMidP(onlyLeft, onlyRight)).toBeCloseTo(p, 12);
  });

  it("is that of all ways in which the pairs can fall, and the same for both languages", () => {
    for (let n = 1; n <= 11; n++) {
      for (let onlyLeft = 0; onlyLeft <= n; onlyLeft++) {
        expect(mcnemarMidP(onlyLeft, n - onlyLeft)).toBeCloseTo(slowMidP(onlyLeft, n - onlyLeft), 12);
        expect(mcnemarMidP(n - onlyLeft, onlyLeft)).toBe(mcnemarMidP(onlyLeft, n - onlyLeft));
      }
    }
  });

  it("needs five pairs that differ the same way at 95 %, seven at 99 %", () => {
    expect(fewestDiscordant(0.95)).toBe(5);
    expect(fewestDiscordant(0.99)).toBe(7);
  });
});

describe("the smallest difference that McNemar's test could show", () => {
  it("solves Connor's formula", () => {
    const [n, discordant] = [100, 0.3];
    const delta = detectableByMcNemar(n, discordant, 0.95) ?? Number.NaN;
    const needed = (1.959964 * Math.sqrt(discordant) + 0.841621 * Math.sqrt(discordant - delta ** 2)) ** 2 / delta ** 2;
    expect(needed).toBeCloseTo(n, 3);
  });

  it("is never below that of the fewest pairs, falls with n, and is unknown where nothing would do", () => {
    expect(detectableByMcNemar(60, 0, 0.95)).toBeGreaterThanOrEqual(5 / 60);
    expect(detectableByMcNemar(240, 0.3, 0.95)).toBeLessThan(detectableByMcNemar(60, 0.3, 0.95) ?? 0);
    expect(detectableByMcNemar(4, 0.5, 0.95)).toBeUndefined();
    expect(detectableByMcNemar(0, 0, 0.95)).toBeUndefined();
  });
});

describe("Korean − English on the same items", () => {
  it("of items tried once is told by McNemar's test", () => {
    const ko = tally([...cycle(40, [1]), ...cycle(5, [0]), 1], 1);
    const en = tally(cycle(46, [1]), 1);
    const found = first(ko, en);
    expect(found).toMatchObject({ items: 46, mcnemar: { onlyLeft: 0, onlyRight: 5, p: 0.03125 }, verdict: "worse" });
    expect(found?.value).toBeCloseTo(-5 / 46, 12);
    expect(first(en, ko)?.verdict).toBe("better");
    expect(first(tally([...cycle(42, [1]), ...cycle(4, [0])], 1), en)?.verdict).toBe("no difference shown");
  });

  it("takes only items that both languages were tried on", () => {
    const found = first(tally(cycle(30, [3]), 3), tally(cycle(30, [0]), 3, 5));
    expect(found).toMatchObject({ value: 1, items: 25, verdict: "better" });
    expect(first(tally([1], 3), tally([1], 3, 9))).toBeUndefined();
  });

  it("of repeated items has no McNemar's test, and says nothing below 20 items", () => {
    expect(first(tally(cycle(19, [3]), 3), tally(cycle(19, [0]), 3))).toEqual({
      value: 1,
      items: 19,
      interval: undefined,
      mcnemar: undefined,
      detectable: undefined,
      verdict: "too few",
    });
  });

  it.each([
    [[3, 3, 3, 2], [0, 1, 0, 0], "better"],
    [[1, 0], [3, 3], "worse"],
    [[3, 2], [2, 3], "no difference shown"],
    [[3], [3], "no difference shown"],
  ])("of hits %j against %j is told by the interval", (ko, en, verdict) => {
    expect(first(tally(cycle(24, ko), 3), tally(cycle(24, en), 3))?.verdict).toBe(verdict);
  });

  it("could show some difference, and no less than some, even where nothing failed", () => {
    const found = first(tally(cycle(24, [3]), 3), tally(cycle(24, [3]), 3));
    expect(found?.value).toBe(0);
    expect(found?.detectable).toBeGreaterThan(0.1);
    const more = first(tally(cycle(240, [3]), 3), tally(cycle(240, [3]), 3));
    expect(more?.detectable).toBeLessThan(0.05);
  });

  it("could show half its interval and a power of four in five: 1.4294 halves", () => {
    const found = first(tally(cycle(24, [3, 2, 1]), 3), tally(cycle(24, [3, 3, 1, 0]), 3));
    const half = ((found?.interval?.high ?? 0) - (found?.interval?.low ?? 0)) / 2;
    expect((found?.detectable ?? 0) / half).toBeCloseTo(1 + 0.841621 / 1.959964, 4);
  });

  it("is narrower where both languages fail on the same items", () => {
    const width = (found: ReturnType<typeof first>): number =>
      (found?.interval?.high ?? Number.NaN) - (found?.interval?.low ?? Number.NaN);
    const alike = first(tally(cycle(40, [3, 0]), 3), tally(cycle(40, [3, 0]), 3));
    const unlike = first(tally(cycle(40, [3, 0]), 3), tally(cycle(40, [3, 3, 0, 0]), 3));
    expect(width(alike)).toBeLessThan(0.7 * width(unlike));
  });

  const anyHits = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 20,
    maxLength: 40,
  });

  it("is the mean of the items' differences, in its interval, and turns its sign with the languages", () => {
    fc.assert(
      fc.property(anyHits, (hits) => {
        const [ko, en] = [
          tally(
            hits.map(([own]) => own),
            3,
          ),
          tally(
            hits.map(([, own]) => own),
            3,
          ),
        ];
        const [there, back] = [first(ko, en), first(en, ko)];
        expect(there?.value).toBeCloseTo(hits.reduce((sum, [a, b]) => sum + (a - b) / 3, 0) / hits.length, 12);
        expect(there?.interval?.low).toBeLessThanOrEqual(there?.value ?? 0);
        expect(there?.interval?.high).toBeGreaterThanOrEqual(there?.value ?? 0);
        expect(-(back?.interval?.low ?? 0)).toBeCloseTo(there?.interval?.high ?? Number.NaN, 9);
        expect(-(back?.interval?.high ?? 0)).toBeCloseTo(there?.interval?.low ?? Number.NaN, 9);
      }),
      { numRuns: 60 },
    );
  });
});

describe("Korean ÷ English for each success", () => {
  it("is that of the two languages, with an interval that is narrow where they differ by one factor", () => {
    const en = tally(cycle(24, [3, 2, 1]), 3);
    const dearer: Tally = { ...en, usd: en.usd.map((usd) => 1.5 * usd) };
    const found = perSuccessRatio(dearer, en, "usd", 0.95);
    expect(found?.value).toBeCloseTo(1.5, 12);
    const own = perSuccess(en, "usd", 0.95);
    const spread = Math.log((own?.interval?.high ?? 0) / (own?.interval?.low ?? 1));
    const ratio = Math.log((found?.interval?.high ?? 0) / (found?.interval?.low ?? 1));
    expect(ratio).toBeLessThan(0.4 * spread);
  });

  it("is unknown where one language is, and has no interval below 20 items", () => {
    expect(perSuccessRatio(tally([0, 0], 3), tally([3, 3], 3), "usd", 0.95)).toBeUndefined();
    expect(perSuccessRatio(tally([3, 3], 3), tally([3, 0], 3), "attempts", 0.95)).toEqual({
      value: 0.5,
      items: 2,
      interval: undefined,
    });
  });
});
