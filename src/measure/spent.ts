import { hasText } from "./ending.ts";
import type { Seen } from "./seen.ts";
import { tellsInput, tellsOutput, toldUsage } from "./told.ts";

/** US dollars of one attempt by its usage; undefined where there is no usage or no price. */
export type UsdOf = (attempt: Seen) => number | undefined;

/** What attempts cost together. */
export type Spent = {
  readonly usd: number;
  /** Attempts whose cost is known, if only so far. */
  readonly known: readonly Seen[];
  /** False where others may have cost something too that nobody told: then `usd` is the least. */
  readonly whole: boolean;
};

/** Undefined where nothing of the cost is known: unreported is unknown, never free. A refused request is free. */
export function spentOn(attempts: readonly Seen[], usdOf: UsdOf): Spent | undefined {
  const known: Seen[] = [];
  const found = costOf(attempts, usdOf, (attempt) => known.push(attempt));
  return found && { usd: found.usd, known, whole: found.whole };
}

/** The same of very many, of which none is kept: `known` is how many. */
export function costOf(
  attempts: Iterable<Seen>,
  usdOf: UsdOf,
  onKnown: (attempt: Seen) => void = () => undefined,
): { readonly usd: number; readonly known: number; readonly whole: boolean } | undefined {
  let usd = 0;
  let known = 0;
  let whole = true;
  for (const attempt of attempts) {
    const refused = isRefused(attempt);
    const cost = refused ? 0 : usdOf(attempt);
    if (cost === undefined) {
      whole = false;
      continue;
    }
    onKnown(attempt);
    known++;
    usd += cost;
    whole &&= refused || isToldWhole(attempt);
  }
  // That it cost at least nothing is no knowledge.
  return known === 0 || (usd === 0 && !whole) ? undefined : { usd, known, whole };
}

/** True for what costs nothing, as the vendors say: it was turned away. */
export const isRefused = (attempt: Seen): boolean => attempt["tokenwon.failure"]?.billed === "no";

/** False for what broke off, which told its usage only so far, and for usage with one side left out. */
export function isToldWhole(attempt: Seen): boolean {
  const usage = toldUsage(attempt);
  return (
    attempt["tokenwon.failure"] === undefined &&
    usage !== undefined &&
    tellsInput(usage) &&
    (tellsOutput(usage) || !hasText(attempt))
  );
}
