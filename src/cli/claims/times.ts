import type { World } from "../../cost/checks/world.ts";
import type { Check } from "../../domain/claim.ts";
import type { Measurement, Metric } from "../../domain/measurement.ts";
import { LIMITED_SOURCE } from "../latency/rows.ts";
import { type Answered, answeredBy, readAnswered } from "./answered.ts";

type TimeCheck = Extract<Check, { kind: "latency" }>;

/** What a claim of times is measured as. */
export const METRIC_OF = {
  ttft_s: "ttft_ms",
  tokens_per_s: "tokens_per_s",
} as const satisfies Record<TimeCheck["what"], Metric>;

/** Claims are of seconds, the rows of milliseconds. */
const PER_UNIT: Readonly<Record<TimeCheck["what"], number>> = { ttft_s: 1000, tokens_per_s: 1 };

const SUITE = "latency";

/** Medians of vendors' answers in the latency report of the package. None while nobody has measured any. */
export async function readTimes(root: string): Promise<Measurement[]> {
  const metrics: readonly Metric[] = Object.values(METRIC_OF);
  return (await readAnswered(root, SUITE)).filter(
    ({ metric, condition, source }) =>
      metrics.includes(metric) && condition === "p50" && !source.includes(LIMITED_SOURCE),
  );
}

/** Undefined for a claim of another kind. */
export function checkTime(
  check: Check,
  times: readonly Measurement[],
  world: Pick<World, "record" | "then" | "today">,
): Answered | undefined {
  if (check.kind !== "latency") return undefined;
  const rows = times.filter(({ metric }) => metric === METRIC_OF[check.what]);
  const unit = PER_UNIT[check.what];
  const { target } = check;
  return answeredBy(
    rows,
    {
      target,
      suite: SUITE,
      scale: ({ value, low, high }) => ({ value: value / unit, low: low && low / unit, high: high && high / unit }),
    },
    world,
  );
}
