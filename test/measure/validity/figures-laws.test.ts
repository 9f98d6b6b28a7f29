import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RETRIES } from "../../../src/domain/condition.ts";
import type { AskedTrial } from "../../../src/measure/validity/asked.ts";
import type { ValidityFigure } from "../../../src/measure/validity/figure.ts";
import { validityFigures } from "../../../src/measure/validity/figures.ts";
import { drawAsked } from "./asked-trials.ts";
import { slowFigures } from "./slow-figures.ts";

const OPTIONS = { confidence: 0.95, ways: RETRIES };
const COLUMNS = ["value", "low", "high", "n", "clusters"] as const;
/** But for rounding; left out is near left out alone. */
const near = (one: number | undefined, other: number | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && Math.abs(one - other) <= 1e-9 * (1 + Math.abs(one)));
const nameOf = ({ target, domain, lang, condition, metric }: ValidityFigure): string =>
  [target, domain, lang, condition, metric].join(" ");
const byName = (figures: readonly ValidityFigure[]): Map<string, ValidityFigure> =>
  new Map(figures.map((figure) => [nameOf(figure), figure]));

const anyTrials = (most: { items: number; gaps: number }): fc.Arbitrary<AskedTrial[]> =>
  fc
    .record({
      seed: fc.nat(),
      targets: fc.integer({ min: 1, max: 2 }),
      tasks: fc.integer({ min: 1, max: 2 }),
      items: fc.integer({ min: 1, max: most.items }),
      repetitions: fc.integer({ min: 1, max: 3 }),
      gaps: fc.double({ min: 0, max: most.gaps, noNaN: true }),
      unknown: fc.boolean(),
    })
    .map(drawAsked);

describe("figures of valid JSON", () => {
  it("are those of their formulas, each taken over all trials for itself", () => {
    fc.assert(
      fc.property(anyTrials({ items: 5, gaps: 0.5 }), (trials) => {
        const found = byName(validityFigures(trials, OPTIONS));
        const slow = slowFigures(trials, RETRIES);
        const values = [...found].filter(([, { metric }]) => metric !== "detectable_difference");
        expect(values.map(([name]) => name).sort()).toEqual([...slow.keys()].sort());
        expect(values.filter(([name, { value }]) => !near(value, slow.get(name)))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("do not depend on the order of trials", () => {
    fc.assert(
      fc.property(anyTrials({ items: 12, gaps: 0.2 }), (trials) => {
        const [there, back] = [validityFigures(trials, OPTIONS), byName(validityFigures(trials.toReversed(), OPTIONS))];
        expect(back.size).toBe(there.length);
        const moved = there.filter((figure) => {
          const other = back.get(nameOf(figure));
          return !COLUMNS.every((of) => near(figure[of], other?.[of]));
        });
        expect(moved).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it("have a name of their own, a value in its limits, and limits from 20 items on", () => {
    fc.assert(
      fc.property(anyTrials({ items: 24, gaps: 0.1 }), (trials) => {
        const all = validityFigures(trials, OPTIONS);
        expect(new Set(all.map(nameOf)).size).toBe(all.length);
        for (const { value, low, high, clusters, confidence, ...rest } of all) {
          const limited = low !== undefined && high !== undefined && confidence !== undefined;
          const limits = low !== undefined || high !== undefined || confidence !== undefined;
          const inside = !limited || (low <= Number(value) + 1e-12 && high >= Number(value) - 1e-12);
          const fine = Number.isFinite(value) && inside && limited === limits && (!limited || Number(clusters) >= 20);
          if (!fine) expect.fail(JSON.stringify({ value, low, high, clusters, confidence, ...rest }));
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe("ways of asking again", () => {
  it("share their first answers: none ends worse than they do, and the article's formula is the same of all", () => {
    fc.assert(
      fc.property(anyTrials({ items: 8, gaps: 0 }), (trials) => {
        const found = byName(validityFigures(trials, OPTIONS));
        for (const [name, first] of found) {
          if (first.metric !== "first_try_valid" || first.condition !== "prompt" || first.lang === "ko-en") continue;
          const of = (condition: string, metric: string): number =>
            found.get(name.replace("prompt first_try_valid", `${condition} ${metric}`))?.value ?? Number.NaN;
          for (const way of RETRIES) {
            const condition = `prompt ${way}`;
            expect(of(condition, "final_valid")).toBeGreaterThanOrEqual(first.value ?? Number.NaN);
            expect(of(condition, "unresolved_share")).toBeLessThanOrEqual(of("prompt", "unresolved_share"));
            // Unknown of one where a later answer is, so that only what is known of both is compared.
            const [base, own] = [of("prompt", "article_usd_per_success"), of(condition, "article_usd_per_success")];
            if (!Number.isNaN(base) && !Number.isNaN(own)) expect(own).toBe(base);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
