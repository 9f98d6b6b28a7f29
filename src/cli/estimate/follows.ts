import { type Exact, sum } from "../../cost/money.ts";
import type { Day } from "../../domain/date.ts";
import { type PriceBook, servedOn } from "../../domain/price/book.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import { mostUsd } from "./figures.ts";

/** What may be asked after answers that are not valid, at most. */
export type FollowEstimate = {
  readonly requests: number;
  /** Undefined where a target has no price. */
  readonly usd: Exact | undefined;
};

/** The most that can follow, if no answer of a plan is ever valid; undefined where nothing follows. */
export function followEstimate(plan: TrialPlan, book: PriceBook, day: Day): FollowEstimate | undefined {
  const { follows, length, perRepetition } = plan;
  if (follows === undefined || length === 0) return undefined;
  let requests = 0;
  const amounts: (Exact | undefined)[] = [];
  for (let index = 0; index < Math.min(length, perRepetition); index++) {
    const times = Math.ceil((length - index) / perRepetition);
    for (const place of follows.waysOf(index).flat()) {
      const model = servedOn(book, plan.targetAt(place), day);
      amounts.push(mostUsd(plan.at(place), model, day)?.times(times));
      requests += times;
    }
  }
  const known = amounts.flatMap((amount) => amount ?? []);
  return { requests, usd: known.length === amounts.length ? sum(known) : undefined };
}
