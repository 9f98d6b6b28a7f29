import { type RecordedAttempt, type Recording, TICKS_PER_MS } from "../domain/recording.ts";
import { isFollow } from "../domain/trial.ts";
import type { WireLog } from "../domain/wire.ts";
import { type Pace, play } from "./play.ts";
import { exchangeOf } from "./recordings/exchange.ts";
import { keyOf } from "./recordings/key.ts";
import { type Nearest, nearestOf } from "./recordings/nearest.ts";
import { requestOf } from "./recordings/request.ts";
import { asked } from "./response.ts";
import { logged } from "./wire-log.ts";

/** A request that no recording answers, with the recording that is nearest to it. */
export type Miss = {
  readonly trial: string;
  readonly attempt: number;
  readonly request: RecordedAttempt["request"];
  /** Looked for only when it is asked for: among many recordings that takes its time. */
  readonly nearest: () => Nearest | undefined;
};

/** One attempt of a trial, answered from recordings. */
export type Replayed = {
  readonly fetch: typeof globalThis.fetch;
  /** The attempt that answered, or the miss; undefined while nothing was asked. */
  readonly outcome: () => { readonly recorded: RecordedAttempt } | { readonly miss: Miss } | undefined;
};

export type Replay = {
  /** A `fetch` for one attempt, which fills `wire`. */
  readonly attempt: (trial: string, attempt: number, wire: WireLog) => Replayed;
};

/**
 * Answers requests with what was recorded for them: the same bytes in the same reads after the same delays. A request is
 * found by its key; among several of one key, by its trial and attempt, and else the first of a trial; each answers once.
 * Nothing is ever asked of a network.
 */
export function replaying({ attempts }: Pick<Recording, "attempts">, pace: Pace): Replay {
  const byKey = new Map<string, RecordedAttempt[]>();
  for (const attempt of attempts) byKey.set(attempt.key, [...(byKey.get(attempt.key) ?? []), attempt]);
  const used = new Set<RecordedAttempt>();
  const find = (key: string, trial: string, attempt: number): RecordedAttempt | undefined => {
    const alike = (byKey.get(key) ?? []).filter((recorded) => !used.has(recorded));
    const own = alike.find((recorded) => recorded.trial === trial && recorded.attempt === attempt);
    // What follows an answer may ask the very same: it is never taken for a trial, nor a trial for it.
    return own ?? (isFollow(trial) ? undefined : alike.find((recorded) => !isFollow(recorded.trial)));
  };
  return {
    attempt: (trial, attempt, wire) => {
      let outcome: ReturnType<Replayed["outcome"]>;
      return {
        outcome: () => outcome,
        fetch: async (input, init) => {
          const { signal } = asked(input, init);
          const request = requestOf(input, init);
          const recorded = find(keyOf(request), trial, attempt);
          if (recorded === undefined) {
            outcome = { miss: { trial, attempt, request, nearest: () => nearestOf(request, attempts) } };
            throw new Error("no recording answers this request");
          }
          used.add(recorded);
          outcome = { recorded };
          // What the SDK took before it sent anything.
          await pace.sleep(recorded.called / TICKS_PER_MS, signal);
          const fetch = logged(
            (_, request) => play(exchangeOf(recorded), pace, request?.signal ?? undefined),
            wire,
            pace.now,
          );
          const answer = fetch(input, init);
          if (recorded.sent !== undefined) wire.sent = recorded.sent / TICKS_PER_MS;
          if (recorded.reused !== undefined) wire.connectionReused = recorded.reused;
          return answer;
        },
      };
    },
  };
}
