import type { Trial, Turn } from "../domain/trial.ts";
import { type Backoff, backoff, isTooLong, LONGEST_HINT_MS } from "./backoff.ts";
import { endsOf } from "./ends.ts";
import { givingUp } from "./giving-up.ts";
import { jitterOf } from "./jitter.ts";
import { type Ground, onceOf } from "./once.ts";
import type { TrialsInput } from "./trials-input.ts";

export type Courses<Miss> = {
  /** Requests that no recording answers, of targets whose recordings were not followed to their end. */
  readonly misses: () => Miss[];
  /** Asks a trial, and what follows it, until it is over or may not be asked on. @param dueAt when it was meant to begin, in an open loop */
  readonly course: (index: number, dueAt: number | undefined) => Promise<void>;
};

/**
 * The way of a trial through its attempts: wait, take a place in the lane, money from the purse and room from the vendor's
 * limits, ask, write down.
 */
export function coursesOf<Miss>(input: TrialsInput<Miss>, ground: Ground): Courses<Miss> {
  const { plan, begun, clock, during, hopeless, onEvent, seed } = input;
  const { laneFor, tallyFor, halt, changed } = ground;
  const ends = endsOf(plan.targets, halt);
  const { giveUp, look, hasEnded } = givingUp(input, tallyFor, ends);

  const { once, missed } = onceOf(input, ground, ends);

  /** When to ask again; undefined: not at all. */
  const next = (trial: Trial, attempt: number, failure: Parameters<typeof backoff>[0]): Backoff | undefined => {
    const wait = backoff(failure, attempt, jitterOf(seed, trial.id, attempt));
    if (wait === undefined && hopeless === "stop")
      giveUp(trial.target, `it asks to wait more than ${LONGEST_HINT_MS / 60_000} minutes`);
    return wait;
  };

  /** Asks at a place until that is settled; false where it may not be asked on. */
  const settle = async (place: number, trial: Trial, intended: number | undefined): Promise<boolean> => {
    const mine = tallyFor(trial.target);
    const before = begun.lastOf(place);
    let [attempt, failure, dueAt] = [before?.attempt ?? 0, before?.failure, intended];
    // What was too long to wait for when the run was stopped may be over by now.
    if (hopeless === "stop" && isTooLong(failure)) failure = {};
    for (;;) {
      attempt++;
      let turn: Omit<Turn, "queuedMs"> = { attempt };
      if (failure !== undefined) {
        const wait = next(trial, attempt - 1, failure);
        if (wait === undefined) {
          if (hopeless === "stop") return false;
          // Its recording ends here.
          begun.finish(place);
          return true;
        }
        onEvent({ event: "retry", trial: trial.id, attempt, ...wait });
        const done = mine.waits(wait.why, clock.now() + wait.ms);
        changed();
        const end = ends.of(trial.target);
        await during(() => clock.sleep(wait.ms, end))
          .catch((error: unknown) => {
            if (!end.aborted) throw error;
          })
          .finally(done);
        if (end.aborted) return false;
        turn = { attempt, backoffMs: wait.ms, backoffWhy: wait.why };
        dueAt = clock.now();
      }
      const line = await laneFor(trial.target).place(
        () => (halt.aborted || mine.stopped() !== undefined ? Promise.resolve(undefined) : once(trial, turn, dueAt)),
        attempt > 1 || trial.follows !== undefined,
      );
      if (line !== undefined) look(trial.target, line);
      else if (halt.aborted || mine.stopped() !== undefined) return false;
      if (line === undefined) {
        begun.finish(place);
        return true;
      }
      begun.note(place, line);
      if (begun.isSettled(place)) return true;
      failure = begun.lastOf(place)?.failure;
      if (failure === undefined || halt.aborted || mine.stopped() !== undefined) return false;
    }
  };

  const course = async (index: number, intended: number | undefined): Promise<void> => {
    let dueAt = intended;
    for (let place = begun.dueIn(index); place !== undefined; place = begun.dueIn(index)) {
      const trial = place === index ? plan.at(index) : plan.follows?.at(place, begun.before(place));
      if (trial === undefined || !(await settle(place, trial, dueAt))) return;
      dueAt = undefined;
      if (halt.aborted) break;
    }
    if (!begun.isOver(index)) return;
    tallyFor(plan.targetAt(index)).over();
    changed();
  };
  return {
    course,
    misses: () =>
      missed()
        .filter(({ target }) => !hasEnded(target))
        .map(({ miss }) => miss),
  };
}
