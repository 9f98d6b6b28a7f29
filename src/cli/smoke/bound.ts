import type { Day } from "../../domain/date.ts";
import { type PriceBook, servedOn } from "../../domain/price/book.ts";
import type { Trial } from "../../domain/trial.ts";
import { significant } from "../../report/format.ts";
import { worstCase } from "../trials/worst-case.ts";

/** What a run may cost at most, in a sentence, before anything is asked; a target without a price has no bound. */
export function boundText(trials: readonly Trial[], book: PriceBook, day: Day): string {
  const targets = [...new Set(trials.map(({ target }) => target))];
  const unknown: string[] = [];
  let usd = 0;
  for (const target of targets) {
    const model = servedOn(book, target, day);
    if (model === undefined) unknown.push(target);
    else
      usd += worstCase(
        trials.filter((trial) => trial.target === target),
        model,
        day,
      );
  }
  const known = `at most $${significant(usd, 2)} at the prices of ${day}`;
  const rest = `nobody here knows what ${unknown.join(", ")} costs`;
  const parts = [...(unknown.length < targets.length ? [known] : []), ...(unknown.length > 0 ? [rest] : [])];
  return `${trials.length} requests: ${parts.join("; ")}.`;
}
