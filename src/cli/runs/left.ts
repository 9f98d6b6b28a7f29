import { UserError } from "../../domain/error.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import { significant } from "../../report/format.ts";
import type { Begun } from "../../run/begun.ts";
import type { Budget } from "../../run/budget.ts";
import type { TrialsResult } from "../../run/trials-input.ts";

/** What a run did not come to. */
export type Left = { readonly trials: number; readonly why: string; readonly details: readonly string[] };

type Ended = Pick<TrialsResult<unknown>, "stopped" | "givenUp">;

/** Undefined where every trial is over. */
export function leftOf(plan: TrialPlan, begun: Begun, { stopped, givenUp }: Ended, budget: Budget): Left | undefined {
  const trials = plan.length - begun.over();
  if (trials === 0) return undefined;
  const by = new Map<string, number>();
  for (let i = 0; i < plan.length; i++) {
    if (!begun.isOver(i)) by.set(plan.targetAt(i), (by.get(plan.targetAt(i)) ?? 0) + 1);
  }
  const details = [...by].map(([target, count]) => {
    const why = givenUp.get(target);
    return `${target}: ${count.toLocaleString("en")} left${why === undefined ? "" : `, given up: ${why}`}`;
  });
  return { trials, why: reasonOf(stopped, budget), details };
}

function reasonOf(stopped: Ended["stopped"], { limits, used }: Budget): string {
  switch (stopped) {
    case "budget-usd":
      return `the budget of $${limits.usd ?? ""} has no room for the most that another request can cost ($${significant(used().usd, 2)} spent)`;
    case "budget-tokens":
      return `the budget of ${limits.tokens?.toLocaleString("en") ?? ""} tokens has no room for the most that another request can use (${used().tokens.toLocaleString("en")} used)`;
    case "max-duration":
      return "the time is up";
    case "interrupted":
      return "it was interrupted";
    case "fault":
      return "it broke off";
    case undefined:
      return "a target was given up";
  }
}

/** @param next the command that goes on */
export function incomplete({ trials, why, details }: Left, plan: TrialPlan, next: string): UserError {
  const of = `${trials.toLocaleString("en")} of ${plan.length.toLocaleString("en")}`;
  return new UserError("incomplete", `${of} trials ${trials === 1 ? "is" : "are"} left: ${why}.`, {
    details,
    fix: `Go on: ${next}`,
  });
}
