import { weakest } from "../../domain/evidence.ts";
import { METRICS, type Measurement } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import type { AskedTrial } from "../../measure/asked.ts";
import type { Seen } from "../../measure/seen.ts";
import { smokeFigures } from "../../measure/smoke.ts";
import { usdBy } from "../asking/price.ts";
import { sourceOf } from "../asking/source.ts";
import { CONFIDENCE } from "../tokens/rates.ts";
import type { SmokeInput } from "./input.ts";

/** The rows of measurements.csv: every figure with the grade of the weakest attempt in it. */
export function smokeRows(asked: readonly AskedTrial[], { suite, book, day, run }: SmokeInput): Measurement[] {
  return smokeFigures(asked, { usdOf: usdBy(book, day), confidence: CONFIDENCE }).map(
    ({ from, metric, ...figure }): Measurement => {
      const priced = metric === "usd_spent";
      const source = sourceOf(from, suite.profiles);
      return {
        suite: suite.name,
        metric,
        unit: METRICS[metric].unit,
        domain: ALL_DOMAINS,
        ...figure,
        evidence: gradeOf(from),
        source: priced ? `${source}; prices/${book.name}` : source,
        ...(priced ? { price_date: day } : {}),
        run,
      };
    },
  );
}

function gradeOf(attempts: readonly Seen[]): Measurement["evidence"] {
  // Of nothing at all nothing can be said, so that the weakest grade is the one that is never wrong.
  const [first = "simulated", ...others] = attempts.map((attempt) => attempt["tokenwon.evidence"]);
  return weakest(first, ...others);
}
