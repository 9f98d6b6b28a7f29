import type { Attempt } from "../domain/attempt.ts";
import { type Failure, saysNothing } from "../domain/failure.ts";
import type { TrialPlan } from "../plan/trials.ts";

/** The last attempt of a trial that is not over: which it was, and how it failed. */
export type LastAttempt = { readonly attempt: number; readonly failure: Pick<Failure, "retryAfterMs"> };

/** How far the trials of a plan are. */
export type Begun = {
  readonly isOver: (index: number) => boolean;
  /** Undefined for a trial that was never asked. */
  readonly lastOf: (index: number) => LastAttempt | undefined;
  /** Trials that are over. */
  readonly over: () => number;
  /** Takes note of an attempt. */
  readonly note: (index: number, line: Attempt) => void;
  /** Nothing more can come of a trial. */
  readonly finish: (index: number) => void;
};

/** @param attempts most attempts of a trial */
export function begun(plan: TrialPlan, attempts: number): Begun {
  const done = new Uint8Array(plan.length);
  const unfinished = new Map<number, LastAttempt>();
  let over = 0;
  const finish = (index: number): void => {
    unfinished.delete(index);
    if (done[index] === 0) over++;
    done[index] = 1;
  };
  return {
    isOver: (index) => done[index] === 1,
    lastOf: (index) => unfinished.get(index),
    over: () => over,
    note: (index, line) => {
      const failure = line["tokenwon.failure"];
      if (failure !== undefined && saysNothing(failure.kind)) return;
      const attempt = line["tokenwon.attempt"];
      if (failure?.retry !== true || attempt >= attempts) finish(index);
      else unfinished.set(index, { attempt, failure: failure as Failure });
    },
    finish,
  };
}
