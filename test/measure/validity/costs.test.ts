import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleCost } from "../../../src/measure/validity/article.ts";
import { clusteredShare } from "../../../src/measure/validity/clustered-share.ts";
import { perSuccess } from "../../../src/measure/validity/per-success.ts";
import { policyFigures } from "../../../src/measure/validity/policy.ts";
import { type Trial, tallied } from "../../../src/measure/validity/tally.ts";
import { slowPerSuccess } from "./slow.ts";

/** A trial that took so many attempts, each of 10 tokens and one dollar. */
const trial = (item: number, attempts: number, finalValid = true): Trial => ({
  item,
  attempts,
  firstValid: finalValid && attempts === 1,
  finalValid,
  tokens: 10 * attempts,
  usd: attempts,
  firstTokens: 10,
  firstUsd: 1,
});
/** Trials of so many items, with these attempts in turn. */
const trials = (items: number, attempts: readonly number[]): Trial[] =>
  Array.from({ length: items }, (_, item) => attempts.map((each) => trial(item, each))).flat();

const anyTrials = (least: number): fc.Arbitrary<Trial[]> =>
  fc
    .array(
      fc.array(
        fc.record({
          attempts: fc.integer({ min: 1, max: 3 }),
          failed: fc.boolean(),
          usd: fc.integer({ min: 1, max: 900 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      { minLength: least, maxLength: 40 },
    )
    .map((items) =>
      items.flatMap((own, item) =>
        own.map(({ attempts, failed, usd }) => ({
          ...trial(item, attempts, !(failed && attempts === 3)),
          usd: usd * attempts,
          firstUsd: usd,
        })),
      ),
    );

describe("a tally", () => {
  it("sums the trials of each item, and what holds an unknown is unknown", () => {
    const found = tallied([trial(7, 1), trial(3, 3, false), { ...trial(7, 2), usd: undefined }]);
    expect([...found.item]).toEqual([3, 7]);
    expect([...found.trials]).toEqual([1, 2]);
    expect([...found.attempts]).toEqual([3, 3]);
    expect([...found.firstValid]).toEqual([0, 1]);
    expect([...found.finalValid]).toEqual([0, 2]);
    expect([...found.tokens]).toEqual([30, 30]);
    expect([...found.usd]).toEqual([3, Number.NaN]);
  });
});

describe("what a success takes", () => {
  it("counts the attempts of trials that never succeeded", () => {
    const tally = tallied([trial(0, 1), trial(1, 2), trial(2, 3, false)]);
    expect(perSuccess(tally, "attempts", 0.95)).toEqual({ value: 3, successes: 2, items: 3, interval: undefined });
    expect(perSuccess(tally, "tokens", 0.95)?.value).toBe(30);
    expect(perSuccess(tally, "usd", 0.95)?.value).toBe(3);
  });

  it("is unknown where nothing succeeded, and where a cost is unknown", () => {
    expect(perSuccess(tallied([trial(0, 3, false)]), "attempts", 0.95)).toBeUndefined();
    const unpriced = tallied([trial(0, 1), { ...trial(1, 1), usd: undefined }]);
    expect(perSuccess(unpriced, "usd", 0.95)).toBeUndefined();
    expect(perSuccess(unpriced, "tokens", 0.95)?.value).toBe(10);
  });

  it("has an interval from 20 items on", () => {
    expect(perSuccess(tallied(trials(19, [1, 2])), "usd", 0.95)?.interval).toBeUndefined();
    expect(perSuccess(tallied(trials(20, [1, 2])), "usd", 0.95)?.interval).toBeDefined();
  });

  it("may be more than was seen where nothing failed: attempts are never below 1", () => {
    const found = perSuccess(tallied(trials(22, [1, 1, 1])), "attempts", 0.95);
    expect(found?.value).toBe(1);
    expect(found?.interval?.low).toBe(1);
    // As 22 trials without a failure allow for: 1 ÷ 0.836.
    expect(found?.interval?.high).toBeCloseTo(1.197, 3);
  });

  it("of equal prices has the interval of attempts, times the price", () => {
    const tally = tallied(trials(30, [1, 2, 3]));
    const [attempts, usd] = [perSuccess(tally, "attempts", 0.95), perSuccess(tally, "tokens", 0.95)];
    expect(usd?.interval?.low).toBeCloseTo(10 * (attempts?.interval?.low ?? 0), 9);
    expect(usd?.interval?.high).toBeCloseTo(10 * (attempts?.interval?.high ?? 0), 9);
  });

  it("has no interval of what costs nothing", () => {
    const free = tallied(trials(20, [1, 2]).map((own) => ({ ...own, usd: 0 })));
    expect(perSuccess(free, "usd", 0.95)).toMatchObject({ value: 0, interval: undefined });
  });

  it("is all attempts ÷ successes, lies in its interval, and goes with the currency", () => {
    fc.assert(
      fc.property(anyTrials(20), (own) => {
        fc.pre(own.some(({ finalValid }) => finalValid));
        const found = perSuccess(tallied(own), "usd", 0.95);
        expect(found?.value).toBeCloseTo(
          slowPerSuccess(own, ({ usd }) => usd ?? Number.NaN),
          9,
        );
        expect(found?.interval?.low).toBeLessThanOrEqual(found?.value ?? 0);
        expect(found?.interval?.high).toBeGreaterThanOrEqual(found?.value ?? 0);
        const won = perSuccess(tallied(own.map((each) => ({ ...each, usd: (each.usd ?? 0) * 1400 }))), "usd", 0.95);
        expect((won?.interval?.low ?? 0) / (found?.interval?.low ?? 1)).toBeCloseTo(1400, 6);
        expect((won?.interval?.high ?? 0) / (found?.interval?.high ?? 1)).toBeCloseTo(1400, 6);
      }),
      { numRuns: 60 },
    );
  });

  it("in attempts is the inverse of the share of attempts that succeed", () => {
    fc.assert(
      fc.property(anyTrials(20), (own) => {
        fc.pre(own.some(({ finalValid }) => finalValid));
        const tally = tallied(own);
        const share = clusteredShare(tally.finalValid, tally.attempts, 0.95);
        const found = perSuccess(tally, "attempts", 0.95);
        expect(found?.value).toBeCloseTo(1 / (share?.value ?? 0), 9);
        expect(found?.interval?.low).toBeCloseTo(1 / (share?.interval?.high ?? 0), 9);
        expect((found?.interval?.high ?? 0) * (share?.interval?.low ?? 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a retry policy", () => {
  it("is told by its shares, what it leaves unresolved, and what it spends after first attempts", () => {
    const own = Array.from({ length: 24 }, (_, item) => [trial(item, 1), trial(item, 2), trial(item, 3, item % 2 > 0)]);
    const found = policyFigures(tallied(own.flat()), 0.95);
    expect(found?.firstValid).toMatchObject({ hits: 24, n: 72, items: 24 });
    expect(found?.finalValid).toMatchObject({ hits: 60, n: 72, items: 24 });
    expect(found?.unresolved.value).toBeCloseTo(1 / 6, 12);
    expect(found?.unresolved.interval?.low).toBeCloseTo(1 - (found?.finalValid.interval?.high ?? 0), 12);
    expect(found?.unresolved.interval?.high).toBeCloseTo(1 - (found?.finalValid.interval?.low ?? 0), 12);
    // Of 6 attempts 3 are the first of their trials.
    expect(found).toMatchObject({ extraTokens: 10, extraUsd: 1, attempts: { value: 2.4 }, tokens: { value: 24 } });
    expect(found?.withinItem).toBeCloseTo(-0.5, 12);
  });

  it("of no trials is unknown, and so is what it spends where a usage is", () => {
    expect(policyFigures(tallied([]), 0.95)).toBeUndefined();
    const found = policyFigures(tallied([{ ...trial(0, 2), firstTokens: undefined }]), 0.95);
    expect(found).toMatchObject({ extraTokens: undefined, extraUsd: 1, tokens: { value: 20 } });
  });
});

describe("the article's formula", () => {
  it("of 5 % and 25 % that fail by chance is wrong by −f²", () => {
    // Of 400 trials f fail, of those f fail again, and so on until none does: the last stand for all that go on.
    for (const [fails, attempts] of [
      [0.25, [...repeated(300, 1), ...repeated(75, 2), ...repeated(25, 10 / 3)]],
      [0.05, [...repeated(380, 1), ...repeated(19, 2), ...repeated(1, 3 + 1 / 19)]],
    ] as const) {
      const found = articleCost(tallied(attempts.map((each, item) => trial(item, each))));
      expect(found?.retryRate).toBeCloseTo(fails, 12);
      expect(found?.usd).toBeCloseTo(1 + fails, 12);
      expect(found?.measured).toBeCloseTo(1 / (1 - fails), 12);
      expect(found?.error).toBeCloseTo(-(fails ** 2), 12);
    }
  });

  it("leaves out what failed in the end and what the longer prompt costs", () => {
    const found = articleCost(tallied([trial(0, 1), trial(1, 1), trial(2, 1), { ...trial(3, 3, false), usd: 5 }]));
    expect(found).toMatchObject({ price: 1, retryRate: 0.25, usd: 1.25, measured: 8 / 3 });
    expect(found?.error).toBeCloseTo(1.25 / (8 / 3) - 1, 12);
  });

  it("is right where nothing fails, and unknown where a cost is or nothing succeeded", () => {
    expect(articleCost(tallied(trials(2, [1, 1])))?.error).toBe(0);
    expect(articleCost(tallied([{ ...trial(0, 1), usd: undefined }]))).toBeUndefined();
    expect(articleCost(tallied([trial(0, 3, false)]))).toBeUndefined();
  });
});

const repeated = (times: number, attempts: number): number[] => new Array<number>(times).fill(attempts);
