import type { Day } from "../../domain/date.ts";
import { UserError } from "../../domain/error.ts";
import { type PriceBook, servedOn } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Trial } from "../../domain/trial.ts";
import { significant } from "../../report/format.ts";
import { worstCase } from "../trials/worst-case.ts";

/** What a run may cost at most, in a sentence, before anything is asked; a target without a price has no bound. */
export function boundText(trials: readonly Trial[], book: PriceBook, day: Day): string {
  const targets = [...new Set(trials.map(({ target }) => target))];
  const unknown: string[] = [];
  let usd = 0;
  for (const target of targets) {
    const own = trials.filter((trial) => trial.target === target);
    const most = mostOf(own, servedOn(book, target, day), day);
    if (most === undefined) unknown.push(target);
    else usd += most;
  }
  const known = `at most $${significant(usd, 2)} at the prices of ${day}`;
  const rest = `nobody here knows what ${unknown.join(", ")} costs`;
  const parts = [...(unknown.length < targets.length ? [known] : []), ...(unknown.length > 0 ? [rest] : [])];
  return `${trials.length === 1 ? "1 request" : `${trials.length} requests`}: ${parts.join("; ")}.`;
}

/** Undefined where the book has no price of that day. */
function mostOf(trials: readonly Trial[], model: PricedModel | undefined, day: Day): number | undefined {
  try {
    return model && worstCase(trials, model, day);
  } catch (error) {
    if (error instanceof UserError && error.kind === "price") return undefined;
    throw error;
  }
}
