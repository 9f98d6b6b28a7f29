import type { TrialPlan } from "../plan/trials.ts";
import type { Budget } from "./budget.ts";
import type { Standing } from "./standing.ts";
import type { RunState } from "./trials-input.ts";

type Clockwork = {
  readonly now: number;
  /** When the run began or went on, and how many trials were over then. */
  readonly started: number;
  readonly before: number;
  /** Undefined where nobody knows what was spent. */
  readonly budget: Budget | undefined;
};

/** How far a run is. */
export function standingOf(
  plan: TrialPlan,
  { tallies, limitOf }: RunState,
  { now, started, before, budget }: Clockwork,
): Standing {
  const targets = tallies.map((tally, i) => tally.standing(now, limitOf(plan.targets[i] ?? "")));
  const elapsedMs = now - started;
  const done = targets.reduce((sum, target) => sum + target.done, 0) - before;
  const left = targets.reduce(
    (sum, { total, done: over, stopped }) => sum + (stopped === undefined ? total - over : 0),
    0,
  );
  return {
    targets,
    elapsedMs,
    leftMs: done <= 0 ? undefined : (elapsedMs / done) * left,
    usd: budget?.used().usd,
    budgetUsd: budget?.limits.usd,
  };
}
