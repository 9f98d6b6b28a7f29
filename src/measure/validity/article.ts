import { sumOf } from "./sum.ts";
import type { Tally } from "./tally.ts";

/** The article's cost of an answer beside what a success did cost. */
export type ArticleCost = {
  /** Price × (1 + retry rate). */
  readonly usd: number;
  /** Mean dollars of a first attempt. */
  readonly price: number;
  /** Share of trials whose first answer was not valid. */
  readonly retryRate: number;
  /** Dollars of all attempts ÷ trials that succeeded. */
  readonly measured: number;
  /** Formula ÷ measured − 1: −0.06 says that the formula is 6 % too low. */
  readonly error: number;
};

/**
 * The article's formula for the same trials. If every attempt failed alike, cost the same and were repeated without end, a
 * success would cost price ÷ (1 − f) and the error would be −f²; what fails again and what a growing prompt adds make it
 * larger. Undefined where a cost is unknown or nothing, or nothing succeeded.
 */
export function articleCost(tally: Tally): ArticleCost | undefined {
  const [trials, first, final] = [sumOf(tally.trials), sumOf(tally.firstValid), sumOf(tally.finalValid)];
  const [usd, firstUsd] = [sumOf(tally.usd), sumOf(tally.firstUsd)];
  if (!(usd > 0 && firstUsd > 0) || final === 0) return undefined;
  const price = firstUsd / trials;
  const retryRate = 1 - first / trials;
  const measured = usd / final;
  const formula = price * (1 + retryRate);
  return { usd: formula, price, retryRate, measured, error: formula / measured - 1 };
}
