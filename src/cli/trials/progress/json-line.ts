import type { Standing, TargetStanding } from "../../../run/standing.ts";
import { sums } from "./whole-run.ts";

/** A standing for a program, on one line: what is not known is not there. */
export function jsonLine(standing: Standing): string {
  const { targets, elapsedMs, leftMs, usd, budgetUsd } = standing;
  return JSON.stringify({
    event: "progress",
    ...sums(targets),
    elapsed_ms: rounded(elapsedMs),
    left_ms: rounded(leftMs),
    usd,
    budget_usd: budgetUsd,
    targets: targets.map(targetJson),
  });
}

const targetJson = ({ target, done, total, failures, stopped, ...rest }: TargetStanding): Record<string, unknown> => ({
  target,
  done,
  total,
  in_flight: rest.inFlight,
  limit: rest.limit,
  waiting: rest.waiting && { trials: rest.waiting.trials, why: rest.waiting.why, ms: rounded(rest.waiting.ms) },
  ttft_ms: rounded(rest.ttftMs),
  tokens_per_second: rest.tokensPerSecond === undefined ? undefined : Number(rest.tokensPerSecond.toFixed(2)),
  failures,
  stopped,
});

const rounded = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : Math.round(ms));
