import type { Attempt } from "../domain/attempt.ts";
import { type Failure, saysNothing } from "../domain/failure.ts";
import type { FailedAnswer } from "../plan/follows.ts";
import type { TrialPlan } from "../plan/trials.ts";
import { invalidAnswer } from "./invalid-answer.ts";

/** The last attempt at a place that is not over: which it was, and how it failed. */
export type LastAttempt = { readonly attempt: number; readonly failure: Pick<Failure, "retryAfterMs"> };

/** How far the trials of a plan are. A place is that of a trial, or of what follows it. */
export type Begun = {
  /** Nothing more is asked of a trial, nor after it. */
  readonly isOver: (trial: number) => boolean;
  /** Where a trial is to be asked on: its own place, or one of what follows it; undefined for one that is over. */
  readonly dueIn: (trial: number) => number | undefined;
  /** Nothing more is asked at a place. */
  readonly isSettled: (place: number) => boolean;
  /** The answers that what is asked at a place follows, the first one first. */
  readonly before: (place: number) => readonly FailedAnswer[];
  /** Undefined for a place that was never asked. */
  readonly lastOf: (place: number) => LastAttempt | undefined;
  /** Trials that are over. */
  readonly over: () => number;
  /** Takes note of an attempt. */
  readonly note: (place: number, line: Attempt) => void;
  /** Nothing more can come of a place. */
  readonly finish: (place: number) => void;
};

/** @param attempts most attempts at a place */
export function begun(plan: TrialPlan, attempts: number): Begun {
  const { follows, length } = plan;
  const settled = new Uint8Array(follows?.places ?? length);
  const done = new Uint8Array(length);
  const unfinished = new Map<number, LastAttempt>();
  /** Answers that something may follow, until their trial is over. */
  const failed = new Map<number, FailedAnswer>();
  let over = 0;

  const trialOf = (place: number): number => (place < length ? place : (follows?.of(place).trial ?? place));
  const nextOf = (trial: number): number | undefined => {
    if (settled[trial] !== 1) return trial;
    if (!failed.has(trial)) return undefined;
    for (const way of follows?.waysOf(trial) ?? []) {
      // Each answer is asked for because the one before it was not valid.
      const next = way.find((place) => settled[place] !== 1 || !failed.has(place));
      if (next !== undefined && settled[next] !== 1) return next;
    }
    return undefined;
  };
  const settle = (place: number, answer: FailedAnswer | undefined): void => {
    unfinished.delete(place);
    settled[place] = 1;
    const trial = trialOf(place);
    const ways = follows?.waysOf(trial) ?? [];
    if (answer !== undefined && ways.length > 0) failed.set(place, answer);
    if (nextOf(trial) !== undefined || done[trial] === 1) return;
    done[trial] = 1;
    over++;
    for (const one of [trial, ...ways.flat()]) failed.delete(one);
  };
  return {
    isOver: (trial) => done[trial] === 1,
    dueIn: (trial) => (done[trial] === 1 ? undefined : nextOf(trial)),
    isSettled: (place) => settled[place] === 1,
    before: (place) => {
      if (follows === undefined || place < length) return [];
      const { trial, way } = follows.of(place);
      const asked = follows.waysOf(trial)[follows.ways.indexOf(way)] ?? [];
      return [trial, ...asked.slice(0, asked.indexOf(place))].flatMap((one) => failed.get(one) ?? []);
    },
    lastOf: (place) => unfinished.get(place),
    over: () => over,
    note: (place, line) => {
      const failure = line["tokenwon.failure"];
      if (failure !== undefined && saysNothing(failure.kind)) return;
      const attempt = line["tokenwon.attempt"];
      if (failure?.retry !== true || attempt >= attempts) settle(place, invalidAnswer(line));
      else unfinished.set(place, { attempt, failure: failure as Failure });
    },
    finish: (place) => {
      settle(place, undefined);
    },
  };
}
