import type { Profile } from "../domain/profile.ts";

/** What is left of one limit. */
export type Level = { readonly limit: number; readonly remaining: number; readonly resetMs: number };

/** Whether a request may pass, and what is left of each limit that there is. */
export type Verdict = {
  /** The limit that refused it. */
  readonly refused: "requests" | "tokens" | undefined;
  /** After so many ms it would pass. */
  readonly waitMs: number;
  readonly requests: Level | undefined;
  readonly tokens: Level | undefined;
};

export type Limiter = (tokens: number, now: number) => Verdict;

const MINUTE_MS = 60_000;

/** Token buckets that hold a minute's worth, are full at first, and fill evenly. What is refused takes nothing. */
export function limiter(limits: Profile["limits"]): Limiter {
  const requests = bucket(limits?.requests_per_minute);
  const tokens = bucket(limits?.tokens_per_minute);
  return (wanted, now) => {
    const waits = { requests: requests?.wait(1, now) ?? 0, tokens: tokens?.wait(wanted, now) ?? 0 };
    const waitMs = Math.max(waits.requests, waits.tokens);
    const refused = waitMs === 0 ? undefined : waits.requests >= waits.tokens ? "requests" : "tokens";
    if (refused === undefined) {
      requests?.take(1);
      tokens?.take(wanted);
    }
    return { refused, waitMs, requests: requests?.level(), tokens: tokens?.level() };
  };
}

type Bucket = {
  /** ms until it holds so much; a request for more than it can ever hold waits for a full one. */
  readonly wait: (amount: number, now: number) => number;
  readonly take: (amount: number) => void;
  readonly level: () => Level;
};

function bucket(perMinute: number | undefined): Bucket | undefined {
  if (perMinute === undefined) return undefined;
  const limit = perMinute;
  const msPer = MINUTE_MS / limit;
  let held = limit;
  let at = 0;
  return {
    wait: (amount, now) => {
      held = Math.min(limit, held + (now - at) / msPer);
      at = now;
      const missing = Math.min(amount, limit) - held;
      // What is missing after the wait that was asked for is an error of rounding.
      return missing > 1e-6 ? missing * msPer : 0;
    },
    take: (amount) => {
      held = Math.max(0, held - Math.min(amount, limit));
    },
    level: () => ({ limit, remaining: Math.floor(held + 1e-6), resetMs: (limit - held) * msPer }),
  };
}
