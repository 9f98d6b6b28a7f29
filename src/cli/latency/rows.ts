import { METRICS, type Measurement } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { type LatencyFigure } from "../../measure/latency/figure.ts";
import { latencyFigures } from "../../measure/latency/figures.ts";
import type { Group } from "../../measure/latency/groups.ts";
import { usdBy } from "../asking/price.ts";
import { CONFIDENCE } from "../tokens/rates.ts";
import type { LatencyInput } from "./input.ts";
import { gradeOf, type Origin, originOf, sourceOf } from "./origin.ts";

/** The rows of measurements.csv: every figure with the grade of the weakest attempt of its target and language. */
export function latencyRows(
  groups: readonly Group[],
  late: Uint8Array | undefined,
  input: LatencyInput,
): Measurement[] {
  const { suite, attempts, book, day, run, seed } = input;
  const options = {
    confidence: CONFIDENCE,
    resamples: suite.resamples,
    seed,
    slos: suite.slos,
    usdOf: usdBy(book, day),
    late,
  };
  const origins = new Map<string, Origin>();
  const originFor = ({ target, lang }: LatencyFigure): Origin => {
    const key = `${lang} ${target}`;
    const known = origins.get(key);
    if (known !== undefined) return known;
    const own = groups.filter((group) => group.target === target && (lang === "ko-en" || group.lang === lang));
    const origin = originOf(attempts, rowsOf(own));
    origins.set(key, origin);
    return origin;
  };
  return latencyFigures(attempts, groups, options).map((figure): Measurement => {
    const priced = figure.metric === "usd_spent";
    const origin = originFor(figure);
    const limited = input.limitedRecordings.includes(figure.target) ? ` ${LIMITED_SOURCE}` : "";
    const source = sourceOf(origin, attempts, suite.profiles) + limited;
    return {
      suite: suite.name,
      unit: METRICS[figure.metric].unit,
      domain: ALL_DOMAINS,
      ...figure,
      evidence: gradeOf(origin)?.evidence ?? "simulated",
      source: priced ? `${source}; prices/${book.name}` : source,
      ...(priced ? { price_date: day } : {}),
      run,
    };
  });
}

/** Stands in the column `source` of times that are no provider's: who judges by them looks for it. */
export const LIMITED_SOURCE = "(limited by its client)";

/** Every attempt of the groups. */
export function* rowsOf(groups: readonly Group[]): Generator<number> {
  for (const { first, retries } of groups) {
    yield* first;
    yield* retries;
  }
}
