import type { Attempt } from "../domain/attempt.ts";
import type { TargetStanding } from "./standing.ts";

/** What is counted of one target while it is asked. */
export type Tally = {
  readonly began: () => void;
  readonly ended: (line: Attempt | undefined) => void;
  readonly over: () => void;
  /** A trial waits until then before it is asked again; the answer: it waits no more. */
  readonly waits: (why: string, until: number) => () => void;
  readonly stop: (why: string) => void;
  readonly stopped: () => string | undefined;
  /** `limit`: what its lane allows. */
  readonly standing: (now: number, limit: number) => TargetStanding;
};

/** Answers that the speeds shown are of: the last ones. */
const KEPT = 100;

export function tally(target: string, total: number, before: number): Tally {
  let [done, inFlight, failures] = [before, 0, 0];
  let stopped: string | undefined;
  const ttft: number[] = [];
  const speed: number[] = [];
  const waiting = new Map<symbol, { readonly why: string; readonly until: number }>();
  return {
    began: () => {
      inFlight++;
    },
    ended: (line) => {
      inFlight--;
      if (line === undefined) return;
      const kind = line["tokenwon.failure"]?.kind;
      if (kind !== undefined && kind !== "aborted") failures++;
      keep(ttft, line["tokenwon.ttft_ms"]);
      const tpot = line["tokenwon.tpot_ms"];
      keep(speed, tpot === undefined ? undefined : 1000 / tpot);
    },
    over: () => {
      done++;
    },
    waits: (why, until) => {
      const key = Symbol(why);
      waiting.set(key, { why, until });
      return () => void waiting.delete(key);
    },
    stop: (why) => void (stopped ??= why),
    stopped: () => stopped,
    standing: (now, limit) => ({
      target,
      done,
      total,
      inFlight,
      limit,
      waiting: longest([...waiting.values()], now),
      ttftMs: median(ttft),
      tokensPerSecond: median(speed),
      failures,
      stopped,
    }),
  };
}

function keep(values: number[], value: number | undefined): void {
  if (value === undefined) return;
  values.push(value);
  if (values.length > KEPT) values.shift();
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function longest(
  all: readonly { readonly why: string; readonly until: number }[],
  now: number,
): TargetStanding["waiting"] {
  const last = all.toSorted((a, b) => b.until - a.until)[0];
  return last === undefined ? undefined : { trials: all.length, why: last.why, ms: Math.max(0, last.until - now) };
}
