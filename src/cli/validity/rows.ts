import { METRICS, type Measurement } from "../../domain/measurement.ts";
import type { AskedTrial } from "../../measure/validity/asked.ts";
import type { ValidityFigure } from "../../measure/validity/figure.ts";
import { validityFigures } from "../../measure/validity/figures.ts";
import { gradeOf, type Origin, originOf, sourceOf } from "../latency/origin.ts";
import { CONFIDENCE } from "../tokens/rates.ts";
import { waysFor } from "./cases.ts";
import type { ValidityInput } from "./input.ts";

/** The rows of measurements.csv: every figure with the grade of the weakest attempt of its target and language. */
export function validityRows(asked: readonly AskedTrial[], input: ValidityInput): Measurement[] {
  const { suite, attempts, trials, book, day, run } = input;
  const origins = new Map<string, Origin>();
  const originFor = ({ target, lang }: ValidityFigure): Origin => {
    const key = `${lang} ${target}`;
    const before = origins.get(key);
    if (before !== undefined) return before;
    const origin = originOf(attempts, rowsFor(input, target, lang));
    origins.set(key, origin);
    return origin;
  };
  return validityFigures(asked, { confidence: CONFIDENCE, ways: waysFor(trials.targets) }).map(
    (figure): Measurement => {
      const priced = figure.metric.includes("usd") || figure.metric === "article_error";
      const origin = originFor(figure);
      const source = sourceOf(origin, attempts, suite.profiles);
      return {
        suite: suite.name,
        unit: METRICS[figure.metric].unit,
        ...figure,
        evidence: gradeOf(origin)?.evidence ?? "simulated",
        source: priced ? `${source}; prices/${book.name}` : source,
        ...(priced ? { price_date: day } : {}),
        run,
      };
    },
  );
}

/** Attempts of the trials of a target, whomever they asked in its place. */
function* rowsFor(
  { attempts, trials }: Pick<ValidityInput, "attempts" | "trials">,
  target: string,
  lang: ValidityFigure["lang"],
): Generator<number> {
  const { columns, length } = attempts;
  for (let row = 0; row < length; row++) {
    const place = columns.trial[row] ?? 0;
    const trial = place < trials.length ? place : (trials.follows?.of(place).trial ?? place);
    if (trials.targetAt(trial) !== target) continue;
    if (lang === "ko-en" || trials.langAt(trial) === lang) yield row;
  }
}
