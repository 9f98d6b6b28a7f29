import type { Levels } from "../../src/run/rate-headers.ts";
import { room } from "../../src/run/room.ts";

/** A vendor with a token bucket, and somebody who asks it as hard as `room` lets them. */
export type Crowd = {
  readonly limit: number;
  /** How fast the bucket fills. */
  readonly perSecond: number;
  /** From the call to the headers, and to the end of the answer, in ms. */
  readonly headersMs: number;
  readonly answerMs: number;
  readonly concurrency: number;
  /** What an attempt takes; of tokens where it is more than 1. */
  readonly takes: number;
  readonly forMs: number;
};

export type Served = {
  /** What came when the bucket had too little for it. */
  readonly overrun: number;
  readonly sent: number;
  /** Most attempts under way at a time. */
  readonly most: number;
};

/** Asks for so long, attempts going out one after the other as soon as `wait` says so; the first one alone. */
export function asked({ limit, perSecond, headersMs, answerMs, concurrency, takes, forMs }: Crowd): Served {
  const space = room();
  const rate = perSecond / 1000;
  let [level, filledAt, overrun, sent, most] = [limit, 0, 0, 0, 0];
  const underWay: { readonly end: number; readonly over: () => void }[] = [];
  const send = (now: number): void => {
    level = Math.min(limit, level + rate * (now - filledAt));
    filledAt = now;
    if (level < takes - 1e-6) overrun++;
    else level -= takes;
    sent++;
    const remaining = Math.max(0, Math.floor(level + 1e-6));
    const told = { limit, remaining, resetMs: Math.ceil((limit - level) / rate) };
    const levels: Levels = takes === 1 ? { requests: told } : { tokens: told };
    const ticket = space.sent(now);
    const over = (): void => {
      space.note(levels, ticket, now + headersMs);
      space.took({ input: takes - 1, output: 1 });
    };
    underWay.push({ end: now + answerMs, over });
    most = Math.max(most, underWay.length);
  };
  for (let now = 0; now < forMs; ) {
    while (underWay[0] !== undefined && underWay[0].end <= now) underWay.shift()?.over();
    const free = underWay.length < (sent > 1 ? concurrency : 1);
    const wait = free ? space.wait(now) : Number.POSITIVE_INFINITY;
    if (wait <= 0) send(now);
    else now = Math.min(now + Math.ceil(wait), underWay[0]?.end ?? Number.POSITIVE_INFINITY);
  }
  return { overrun, sent, most };
}
