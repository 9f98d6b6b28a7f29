import { stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { World } from "../../cost/checks/world.ts";
import { readJson } from "../../dataset/json.ts";
import type { Check } from "../../domain/claim.ts";
import type { Day } from "../../domain/date.ts";
import { Measurement, type Metric } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { type Lifecycle, stateOn } from "../../domain/price/lifecycle.ts";
import { LANGS } from "../../domain/prompt.ts";
import type { Measured } from "../../measure/verdict.ts";
import type { Unmeasured } from "../../report/article-claims/facts.ts";
import { LIMITED_SOURCE } from "../latency/rows.ts";

type TimeCheck = Extract<Check, { kind: "latency" }>;

/** What a claim of times is measured as. */
export const METRIC_OF = {
  ttft_s: "ttft_ms",
  tokens_per_s: "tokens_per_s",
} as const satisfies Record<TimeCheck["what"], Metric>;

/** Claims are of seconds, the rows of milliseconds. */
const PER_UNIT: Readonly<Record<TimeCheck["what"], number>> = { ttft_s: 1000, tokens_per_s: 1 };

/** A vendor's own answers; the simulator's times are what a profile says, so that they prove nothing. */
const MEASURED: readonly Measurement["evidence"][] = ["live", "recorded"];

/** Medians of vendors' answers in the latency report of the package. None while nobody has measured any. */
export async function readTimes(root: string): Promise<Measurement[]> {
  const file = join(root, "reports", "latency", "measurements.json");
  const there = await stat(file).then(
    () => true,
    () => false,
  );
  if (!there) return [];
  const metrics: readonly Metric[] = Object.values(METRIC_OF);
  return (await readJson(file, z.array(Measurement))).filter(
    ({ metric, condition, domain, lang, evidence, source }) =>
      metrics.includes(metric) &&
      condition === "p50" &&
      domain === ALL_DOMAINS &&
      LANGS.some((each) => each === lang) &&
      MEASURED.includes(evidence) &&
      !source.includes(LIMITED_SOURCE),
  );
}

const isOff = (lifecycle: Lifecycle, day: Day): boolean => ["off", "redirected"].includes(stateOn(lifecycle, day));

/** What was measured for a claim of times, in its unit, with the rows it is from; or why nothing was. */
export type Timed = {
  readonly measured: readonly Measured[];
  readonly rows: readonly Measurement[];
  readonly unmeasured: Unmeasured | undefined;
};

/** Undefined for a claim of another kind. */
export function checkTime(
  check: Check,
  times: readonly Measurement[],
  { record, then, today }: Pick<World, "record" | "then" | "today">,
): Timed | undefined {
  if (check.kind !== "latency") return undefined;
  const rows = times.filter(({ metric, target }) => metric === METRIC_OF[check.what] && target === check.target);
  const unit = PER_UNIT[check.what];
  const measured = rows.flatMap(({ lang, value, low, high }): Measured[] => {
    if (value === undefined) return [];
    return [{ of: lang, value: value / unit, low: low && low / unit, high: high && high / unit }];
  });
  if (measured.length > 0) return { measured, rows, unmeasured: undefined };
  const lifecycle = record.models.find(({ target }) => target === check.target)?.lifecycle;
  const gone = lifecycle !== undefined && isOff(lifecycle, today);
  const command = `npm run eval -- --suite latency --mode record --target ${check.target}`;
  return {
    measured,
    rows: [],
    unmeasured: gone
      ? { kind: "gone", since: lifecycle.ends, beforeText: isOff(lifecycle, then) }
      : { kind: "answers", until: lifecycle?.ends, command },
  };
}
