import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedTrials } from "../../src/measure/asked.ts";
import { type SmokeFigure, smokeFigures } from "../../src/measure/smoke.ts";
import { toldUsage } from "../../src/measure/told.ts";
import { BROKEN, LOST, type Made, made, pickerOf, planned, REFUSED } from "./hand-made.ts";

const trials = planned(["a/x", "b/y"], 4);
const trial = pickerOf(trials);

/** Half a dollar for every attempt whose usage was told. */
const figures = (given: readonly (readonly [string, Made])[]): SmokeFigure[] =>
  smokeFigures(
    askedTrials(
      trials,
      given.map(([id, how]) => made(trial(id), how)),
    ),
    { usdOf: (attempt) => (toldUsage(attempt) === undefined ? undefined : 0.5), confidence: 0.95 },
  );

const anyMade = fc.record(
  {
    attempt: fc.constantFrom(1, 2),
    failure: fc.constantFrom(REFUSED, BROKEN, LOST),
    text: fc.constantFrom("", "답", "긴 답변입니다."),
    finish: fc.constantFrom("complete", "length", "refusal"),
    tokens: fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }), fc.nat({ max: 50 })),
    ms: fc.tuple(fc.nat({ max: 900 }), fc.nat({ max: 900 }), fc.nat({ max: 2000 })),
  },
  { requiredKeys: [] },
);

describe("figures", () => {
  it("add up, whatever was asked", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...trials.map(({ id }) => id)), anyMade), {
          selector: ([id, { attempt = 1 }]) => `${id} ${attempt}`,
          maxLength: 12,
        }),
        (given) => {
          for (const target of ["a/x", "b/y"]) {
            for (const lang of ["ko", "en"]) {
              const own = figures(given).filter((figure) => figure.target === target && figure.lang === lang);
              const sum = (...metrics: string[]): number =>
                own.reduce((total, { metric, value = 0 }) => total + (metrics.includes(metric) ? value : 0), 0);
              expect(sum("endings", "failures")).toBe(sum("trials"));
              for (const figure of own) {
                expect(figure.from.length).toBeGreaterThan(0);
                expect(Number.isFinite(figure.value ?? figure.low)).toBe(true);
              }
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
