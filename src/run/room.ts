import { COUNTED, type Counted, type Levels } from "./rate-headers.ts";

/** What an attempt takes of each limit. */
export type Needs = Readonly<Record<Counted, number>>;

/** Which attempts a reading of the levels knows of: those that were sent before its own. */
export type Ticket = number;

export type Room = {
  /** ms until the limits have room for another attempt; 0: now, or nobody knows of any limit. */
  readonly wait: (now: number) => number;
  /** An attempt is sent. */
  readonly sent: (now: number) => Ticket;
  /** The levels in the answer to an attempt. @param at when they came */
  readonly note: (levels: Levels, ticket: Ticket, at: number) => void;
  /** What an attempt really took. */
  readonly took: (tokens: { readonly input: number; readonly output: number }) => void;
};

/** A limit, as it was at a moment: it fills from then on. */
type Bucket = {
  readonly limit: number;
  /** Per ms; undefined: how fast it fills is not known. */
  readonly refill: number | undefined;
  readonly level: number;
  readonly at: number;
  readonly ticket: Ticket;
};

/** Weight of the newest attempt in what the next one is expected to take. */
const NEWEST = 0.2;

/** Attempts that are remembered for a reading that may not know of them: a server may fall silent about a limit. */
const REMEMBERED = 5000;

/**
 * The room that a vendor's limits leave, by the headers of its answers: a limit fills evenly up to its most, as a token
 * bucket does, and attempts that were sent after the one that was answered have taken their part already. Nothing is ever
 * sent again because of a level; the next attempt only waits until there is room.
 */
export function room(): Room {
  const buckets = new Map<Counted, Bucket>();
  let last: Ticket = 0;
  let needs: Needs = { requests: 1, tokens: 0, "input-tokens": 0, "output-tokens": 0 };
  /** Those that a reading to come may not know of. */
  let sent: { readonly ticket: Ticket; readonly at: number; readonly needs: Needs }[] = [];
  const waitFor = (what: Counted, now: number): number => {
    const bucket = buckets.get(what);
    if (bucket?.refill === undefined) return 0;
    return Math.max(0, (Math.min(needs[what], bucket.limit) - levelAt(bucket, now)) / bucket.refill);
  };
  return {
    wait: (now) => Math.max(...COUNTED.map((what) => waitFor(what, now))),
    sent: (now) => {
      sent.push({ ticket: ++last, at: now, needs });
      for (const [what, bucket] of buckets) buckets.set(what, less(bucket, needs[what], now));
      return last;
    },
    note: (levels, ticket, at) => {
      for (const what of COUNTED) {
        const level = levels[what];
        const before = buckets.get(what);
        if (level === undefined || ticket < (before?.ticket ?? 0)) continue;
        const { limit, remaining } = level;
        let bucket: Bucket = { limit, refill: refillOf(level, before), level: remaining, at, ticket };
        for (const one of sent) if (one.ticket > ticket) bucket = less(bucket, one.needs[what], one.at);
        buckets.set(what, bucket);
      }
      const oldest = buckets.size === 0 ? ticket : Math.min(...[...buckets.values()].map((bucket) => bucket.ticket));
      sent = sent.filter((one) => one.ticket > oldest).slice(-REMEMBERED);
    },
    took: ({ input, output }) => {
      const real: Needs = { requests: 1, tokens: input + output, "input-tokens": input, "output-tokens": output };
      const first = needs.tokens === 0;
      const mix = (what: Counted): number => (first ? real[what] : needs[what] + NEWEST * (real[what] - needs[what]));
      needs = {
        requests: 1,
        tokens: mix("tokens"),
        "input-tokens": mix("input-tokens"),
        "output-tokens": mix("output-tokens"),
      };
    },
  };
}

/** How full it is, if nothing more is taken. */
const levelAt = ({ limit, refill = 0, level, at }: Bucket, now: number): number =>
  Math.min(limit, level + refill * Math.max(0, now - at));

const less = (bucket: Bucket, need: number, now: number): Bucket => ({
  ...bucket,
  level: levelAt(bucket, now) - need,
  at: Math.max(bucket.at, now),
});

/**
 * How fast a limit fills, rather too slow than too fast: what remains is told in whole numbers, so up to one less may be
 * missing. Of a limit that is all but full an earlier reading knows more.
 */
function refillOf({ limit, remaining, resetMs }: NonNullable<Levels[Counted]>, before: Bucket | undefined) {
  const missing = limit - remaining;
  const known = before?.limit === limit ? before.refill : undefined;
  if (resetMs <= 0 || missing <= 0) return known;
  return missing > 1 ? (missing - 1) / resetMs : (known ?? missing / resetMs);
}
