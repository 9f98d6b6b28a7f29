import type { Day } from "../date.ts";
import { isActiveOn, type PriceBook, servedOn } from "./book.ts";
import type { PricedModel } from "./model.ts";

/** Who answers in a target's place on a day: itself, what its name leads to, or its replacement, and theirs in turn. */
export function heirOf(
  book: PriceBook,
  target: string,
  day: Day,
  seen: readonly string[] = [],
): PricedModel | undefined {
  const served = servedOn(book, target, day);
  if (served === undefined || seen.includes(served.target)) return undefined;
  if (isActiveOn(served, day)) return served;
  const { replacement } = served.lifecycle;
  return replacement === undefined ? undefined : heirOf(book, replacement, day, [...seen, served.target]);
}
