import { type Exact, exact } from "../../cost/money.ts";
import type { Estimate, Priced } from "./figures.ts";
import type { FollowEstimate } from "./follows.ts";

/** What a budget is sure to carry: every request with all its attempts, every request once, or so many requests. */
export type BudgetFit = {
  readonly fits: "attempts" | "once" | "part";
  /** Requests that are sure to fit, each asked once, in whatever order they are asked. */
  readonly requests: number;
};

/** Undefined where a target has no price: then nothing is sure. */
export function budgetFit(
  { targets, requests, usd }: Estimate,
  follows: FollowEstimate | undefined,
  budgetUsd: number,
  attempts: number,
): BudgetFit | undefined {
  if (usd === undefined) return undefined;
  const budget = exact(budgetUsd);
  const all = follows === undefined ? usd : follows.usd?.plus(usd);
  if (all?.times(attempts).lte(budget) === true) return { fits: "attempts", requests };
  if (usd.lte(budget)) return { fits: "once", requests };
  return {
    fits: "part",
    requests: surelyWithin(
      targets.flatMap(({ questions }) => questions),
      budget,
    ),
  };
}

/** How many fit even if the dearest are asked first. */
export function surelyWithin(questions: readonly Priced[], budget: Exact): number {
  const dearest = questions
    .flatMap(({ usd, times }) => (usd === undefined ? [] : [{ usd, times }]))
    .sort((a, b) => b.usd.comparedTo(a.usd) ?? 0);
  let left = budget;
  let fit = 0;
  for (const { usd, times } of dearest) {
    const some = usd.isZero() ? times : Math.min(times, left.dividedToIntegerBy(usd).toNumber());
    fit += some;
    left = left.minus(usd.times(some));
    if (some < times) break;
  }
  return fit;
}
