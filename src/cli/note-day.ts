import type { Day } from "../domain/date.ts";
import type { PriceBook } from "../domain/price/book.ts";
import { type Effects, say } from "./effects.ts";

/** Prices of another day than the book's are as the book knew them: that goes to stderr, since reports hold no clock. */
export function noteDay({ name, as_of }: Pick<PriceBook, "name" | "as_of">, day: Day, { stderr }: Effects): void {
  if (day === as_of) return;
  const known =
    day > as_of ? "later changes are only those it had announced" : "what was announced then is not recorded";
  say(stderr, `note: prices of ${day} as the book ${name} of ${as_of} knows them; ${known}.`);
}
