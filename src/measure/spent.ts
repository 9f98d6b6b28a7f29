import type { Attempt } from "../domain/attempt.ts";

/** US dollars of one attempt by its usage; undefined where there is no usage or no price. */
export type UsdOf = (attempt: Attempt) => number | undefined;

/** What attempts cost together. */
export type Spent = {
  readonly usd: number;
  /** Attempts whose cost is known, if only so far. */
  readonly known: readonly Attempt[];
  /** False where others may have cost something too that nobody told: then `usd` is the least. */
  readonly whole: boolean;
};

/** Undefined where nothing of the cost is known: unreported is unknown, never free. A refused request is free. */
export function spentOn(attempts: readonly Attempt[], usdOf: UsdOf): Spent | undefined {
  const known = attempts.filter((attempt) => usdOf(attempt) !== undefined || isRefused(attempt));
  if (known.length === 0) return undefined;
  return {
    usd: known.reduce((sum, attempt) => sum + (usdOf(attempt) ?? 0), 0),
    known,
    // What broke off in the middle told its usage only so far.
    whole:
      known.length === attempts.length &&
      known.every((attempt) => attempt["tokenwon.failure"] === undefined || isRefused(attempt)),
  };
}

const isRefused = (attempt: Attempt): boolean => attempt["tokenwon.failure"]?.billed === "no";
