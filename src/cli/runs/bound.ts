import type { TrialPlan } from "../../plan/trials.ts";
import { significant } from "../../report/format.ts";
import type { Begun } from "../../run/begun.ts";
import type { Books } from "../read-books.ts";
import type { Manner } from "./load.ts";
import type { Uses } from "./spending.ts";

export type BoundInput = {
  readonly plan: TrialPlan;
  readonly begun: Pick<Begun, "isOver" | "over">;
  readonly manner: Pick<Manner, "attempts" | "limits">;
  readonly uses: Pick<Uses, "worst" | "unpriced">;
  readonly books: Pick<Books, "day">;
};

/** What may follow answers that are not valid. */
function followsText(
  { follows, length, at }: TrialPlan,
  begun: Pick<Begun, "isOver">,
  uses: Pick<Uses, "worst">,
): string[] {
  if (follows === undefined) return [];
  let [usd, requests] = [0, 0];
  for (let i = 0; i < length; i++) {
    if (begun.isOver(i)) continue;
    for (const place of follows.waysOf(i).flat()) {
      usd += uses.worst(at(place)).usd;
      requests++;
    }
  }
  const count = requests.toLocaleString("en");
  return requests === 0 ? [] : [`${count} more at most where answers are not valid, at most $${significant(usd, 2)}`];
}

/** What a run may cost at most, in a sentence, before anything is asked; a target without a price has no bound. */
export function boundText({ plan, begun, manner: { attempts, limits }, uses, books }: BoundInput): string {
  let usd = 0;
  for (let i = 0; i < plan.length; i++) if (!begun.isOver(i)) usd += uses.worst(plan.at(i)).usd;
  const left = plan.length - begun.over();
  const more = followsText(plan, begun, uses);
  const known = uses.unpriced.length < plan.targets.length;
  const once = `at most $${significant(usd, 2)} at the prices of ${books.day}`;
  const again = `up to ${attempts} times as much if answers break off and are asked for again`;
  const capped = limits.usd === undefined ? undefined : `never more than the budget of $${limits.usd}`;
  const parts = [
    ...(known ? [once, ...more, ...(attempts > 1 && capped === undefined ? [again] : [])] : []),
    ...(uses.unpriced.length > 0 ? [`nobody here knows what ${uses.unpriced.join(", ")} costs`] : []),
    ...(capped === undefined ? [] : [capped]),
  ];
  return `${left === 1 ? "1 request" : `${left.toLocaleString("en")} requests`}: ${parts.join("; ")}.`;
}
