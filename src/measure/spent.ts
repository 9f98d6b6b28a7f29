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
  const costOf: UsdOf = (attempt) => (isRefused(attempt) ? 0 : usdOf(attempt));
  const known = attempts.filter((attempt) => costOf(attempt) !== undefined);
  const usd = known.reduce((sum, attempt) => sum + (costOf(attempt) ?? 0), 0);
  const whole =
    known.length === attempts.length && known.every((attempt) => isRefused(attempt) || isToldWhole(attempt));
  // That it cost at least nothing is no knowledge.
  return known.length === 0 || (usd === 0 && !whole) ? undefined : { usd, known, whole };
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
