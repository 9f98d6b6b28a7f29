import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRetryCost, checkRetryGap } from "../../src/cost/checks/retries.ts";
import type { World } from "../../src/cost/checks/world.ts";
import { article, current } from "./priced.ts";

const world: World = {
  printed: article,
  then: "2026-01-29",
  record: current,
  today: current.as_of,
  scenarioOf: (name) => {
    throw new Error(`retries need no scenario, not ${name}`);
  },
};
const cost = (target: string, price: number, rate: number) =>
  checkRetryCost({ kind: "retry_cost", title: target, target, price, rate }, world);
const GPT = "openai/gpt-4o";
const FLASH = "google/gemini-1.5-flash";
const cents = fc.integer({ min: 1, max: 10_000 }).map((amount) => amount / 100);
const rates = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100);

describe("the price of retries", () => {
  it.each([
    [GPT, 10, 0.05, 10.5, 10.526],
    [FLASH, 0.3, 0.25, 0.375, 0.4],
  ])(
    "of %s is what the article prints by its rule, and more by the other",
    (target, price, rate, printed, repeated) => {
      const { measured, corrected } = cost(target, price, rate);
      expect(measured.map(({ value }) => value)).toEqual([printed]);
      expect(corrected).toBeCloseTo(repeated, 3);
    },
  );

  it("lacks the square of the rate by the article's rule", () => {
    fc.assert(
      fc.property(cents, rates, (price, rate) => {
        const { measured, corrected = Number.NaN } = cost(GPT, price, rate);
        expect(1 - (measured[0]?.value ?? Number.NaN) / corrected).toBeCloseTo(rate ** 2, 9);
      }),
      { numRuns: 100 },
    );
  });

  it("is the sum of the attempts that are still needed, each after the failures before it", () => {
    const attempts = Array.from({ length: 400 }, (_, before) => 0.25 ** before);
    expect(cost(FLASH, 0.3, 0.25).corrected).toBeCloseTo(0.3 * attempts.reduce((sum, share) => sum + share), 12);
  });

  it("needs no correction where nothing fails", () => {
    expect(cost(GPT, 10, 0)).toMatchObject({ measured: [{ value: 10 }], corrected: undefined });
  });

  it("has no value today for a model that is gone: how often its replacement fails is not known", () => {
    expect(cost(GPT, 10, 0.05).today).toEqual({ value: 10.5, targets: [GPT] });
    expect(cost(FLASH, 0.3, 0.25).today).toEqual({ value: undefined, targets: [] });
  });
});

describe("the gap between two prices", () => {
  type Retried = Parameters<typeof checkRetryGap>[0]["dear"];
  function gap(dear: Retried, cheap: Retried): { ratio: number; difference: number } {
    const { measured } = checkRetryGap({ kind: "retry_gap", dear, cheap });
    const of = (name: string): number => measured.find((each) => each.of === name)?.value ?? Number.NaN;
    return { ratio: of("ratio"), difference: of("difference") };
  }

  it("of the article narrows as a ratio, and widens in dollars", () => {
    const { ratio, difference } = gap({ price: 10, rate: 0.05 }, { price: 0.3, rate: 0.25 });
    expect(ratio).toBeCloseTo((28 / (10 / 0.3) - 1) * 100, 9);
    expect(difference).toBeCloseTo((10.125 / 9.7 - 1) * 100, 9);
  });

  it("changes alike both ways where both fail alike", () => {
    fc.assert(
      fc.property(cents, cents, rates, (cheap, more, rate) => {
        const { ratio, difference } = gap({ price: cheap + more, rate }, { price: cheap, rate });
        expect(ratio).toBeCloseTo(0, 9);
        expect(difference).toBeCloseTo(rate * 100, 6);
      }),
      { numRuns: 100 },
    );
  });
});
