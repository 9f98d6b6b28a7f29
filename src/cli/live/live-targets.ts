import type { Day } from "../../domain/date.ts";
import { UserError } from "../../domain/error.ts";
import { isActiveOn, type PriceBook } from "../../domain/price/book.ts";
import { matches } from "../../domain/target.ts";

/**
 * The targets to ask: those of the book that answer on the day and match a pattern, and every one that is named in full,
 * whether it has a price or not. None named is a UserError, so that nothing is asked by accident.
 */
export function liveTargets(patterns: readonly string[], { name, models }: PriceBook, day: Day): string[] {
  if (patterns.length === 0) {
    throw new UserError("usage", "Counting live asks vendors, and no target says whom.", {
      fix: "Name one or more, as in --target anthropic/claude-sonnet-5-5 or --target 'google/*'.",
    });
  }
  const active = models.filter((model) => isActiveOn(model, day)).map(({ target }) => target);
  const named = patterns.map((pattern) => {
    if (!pattern.includes("*")) return [pattern];
    const found = active.filter((target) => matches(pattern, target));
    if (found.length > 0) return found;
    throw new UserError("usage", `No target of the price book ${name} that answers on ${day} is "${pattern}".`, {
      fix: "`list targets` prints all; a target without a price can be named in full.",
    });
  });
  return [...new Set(named.flat())];
}
