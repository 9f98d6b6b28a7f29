/** A change of how many attempts a lane allows at a time. */
export type LimitChange = {
  readonly from: number;
  readonly to: number;
  readonly why: "slow start" | "growth" | "rate-limit" | "overloaded";
};

export type AdaptiveLimit = {
  readonly value: () => number;
  /** An attempt was answered. `inFlight`: how many were under way when it was, itself included. */
  readonly answered: (inFlight: number) => LimitChange | undefined;
  /** An attempt was turned away because too much was asked. Times by one clock. */
  readonly refused: (why: "rate-limit" | "overloaded", calledAt: number, now: number) => LimitChange | undefined;
};

/** What is left of the limit after an episode: the factor of CUBIC (RFC 9438). */
const KEPT = 0.7;

/**
 * How many attempts may be under way at a time: additive increase, multiplicative decrease, as in TCP (RFC 5681). It doubles
 * with every round of answers until the first refusal, and grows by one a round from then on; it grows only when all of it
 * was in use, since nothing is known of what nobody tried. Refusals of attempts that began before the last cut belong to the
 * same episode and cut nothing more.
 */
export function adaptiveLimit({ start, most }: { readonly start: number; readonly most: number }): AdaptiveLimit {
  let value = Math.min(start, most);
  let slow = true;
  let answers = 0;
  let cutAt = Number.NEGATIVE_INFINITY;
  const set = (to: number, why: LimitChange["why"]): LimitChange | undefined => {
    const from = value;
    value = to;
    return from === to ? undefined : { from, to, why };
  };
  return {
    value: () => value,
    answered: (inFlight) => {
      if (inFlight < value || value >= most) return undefined;
      if (slow) return set(value + 1, "slow start");
      if (++answers < value) return undefined;
      answers = 0;
      return set(value + 1, "growth");
    },
    refused: (why, calledAt, now) => {
      if (calledAt <= cutAt) return undefined;
      slow = false;
      answers = 0;
      cutAt = now;
      return set(Math.max(1, Math.floor(value * KEPT)), why);
    },
  };
}
