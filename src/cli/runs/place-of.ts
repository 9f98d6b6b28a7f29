import type { Attempt } from "../../domain/attempt.ts";
import type { TrialPlan } from "../../plan/trials.ts";

/** The place in its plan that a line of the log is of; undefined for what is not planned. */
export function placeOf(
  plan: TrialPlan,
  line: Pick<Attempt, "tokenwon.trial" | "tokenwon.follow">,
): number | undefined {
  const { "tokenwon.trial": trial = "", "tokenwon.follow": as } = line;
  return plan.indexOf(as === undefined ? trial : `${trial} ${as}`);
}
