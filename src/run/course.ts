import type { Attempt } from "../domain/attempt.ts";
import type { Trial, Turn } from "../domain/trial.ts";
import { type Backoff, backoff, isTooLong, LONGEST_HINT_MS } from "./backoff.ts";
import { NO_USE } from "./budget.ts";
import { endsOf } from "./ends.ts";
import type { StopReason } from "./events.ts";
import { givingUp } from "./giving-up.ts";
import { jitterOf } from "./jitter.ts";
import type { Lane } from "./lane.ts";
import { purse } from "./purse.ts";
import type { Tally } from "./tally.ts";
import type { TrialsInput } from "./trials-input.ts";

/** What the courses of all trials share. */
export type Ground = {
  readonly laneFor: (target: string) => Lane;
  readonly tallyFor: (target: string) => Tally;
  /** Aborted when nothing more may begin. */
  readonly halt: AbortSignal;
  readonly stop: (why: StopReason) => void;
  readonly changed: () => void;
};

export type Courses<Miss> = {
  /** Requests that no recording answers, of targets whose recordings were not followed to their end. */
  readonly misses: () => Miss[];
  /** Asks a trial until it is over or may not be asked on. @param dueAt when it was meant to begin, in an open loop */
  readonly course: (index: number, dueAt: number | undefined) => Promise<void>;
};

/**
 * The way of a trial through its attempts: wait, take a place in the lane, money from the purse and room from the vendor's
 * limits, ask, write down.
 */
export function coursesOf<Miss>(input: TrialsInput<Miss>, ground: Ground): Courses<Miss> {
  const { plan, begun, ask, append, clock, during, spending, hopeless, onEvent, seed } = input;
  const { laneFor, tallyFor, halt, stop, changed } = ground;
  const money = purse(spending.budget);
  const missed: { readonly target: string; readonly miss: Miss }[] = [];
  const ends = endsOf(plan.targets, halt);
  const { giveUp, look, hasEnded } = givingUp(input, tallyFor, ends);

  /** One attempt, in a place of the lane; undefined where it was not made or came to nothing. */
  const once = async (
    trial: Trial,
    turn: Omit<Turn, "queuedMs">,
    dueAt: number | undefined,
  ): Promise<Attempt | undefined> => {
    const lane = laneFor(trial.target);
    const mine = tallyFor(trial.target);
    const worst = spending.worst(trial);
    const limit = await money.take(worst);
    if (limit !== undefined) {
      stop(limit === "usd" ? "budget-usd" : "budget-tokens");
      return undefined;
    }
    const end = ends.of(trial.target);
    const pass = await lane.enter(end).catch((error: unknown) => {
      money.settle(worst, NO_USE);
      if (!end.aborted) throw error;
    });
    if (pass === undefined) return undefined;
    mine.began();
    changed();
    let line: Attempt | undefined;
    try {
      await during(async () => {
        const queuedMs = dueAt === undefined ? undefined : Math.max(0, pass.at - dueAt);
        const answer = await ask(trial, queuedMs === undefined ? turn : { ...turn, queuedMs });
        if ("miss" in answer) {
          // What follows a failure may not have been asked again when it was recorded.
          if (turn.attempt === 1) missed.push({ target: trial.target, miss: answer.miss as Miss });
          return;
        }
        line = answer;
        await append(answer);
      });
    } catch (error) {
      // Before its place is free: nothing more may begin that could not be written down.
      stop("fault");
      throw error;
    } finally {
      money.settle(worst, line === undefined ? NO_USE : spending.actual(line, worst));
      lane.leave(pass, line);
      mine.ended(line);
      changed();
    }
    return line;
  };

  /** When to ask again; undefined: not at all. */
  const next = (trial: Trial, attempt: number, failure: Parameters<typeof backoff>[0]): Backoff | undefined => {
    const wait = backoff(failure, attempt, jitterOf(seed, trial.id, attempt));
    if (wait === undefined && hopeless === "stop")
      giveUp(trial.target, `it asks to wait more than ${LONGEST_HINT_MS / 60_000} minutes`);
    return wait;
  };

  const course = async (index: number, intended: number | undefined): Promise<void> => {
    const trial = plan.at(index);
    const mine = tallyFor(trial.target);
    const before = begun.lastOf(index);
    let [attempt, failure, dueAt] = [before?.attempt ?? 0, before?.failure, intended];
    // What was too long to wait for when the run was stopped may be over by now.
    if (hopeless === "stop" && isTooLong(failure)) failure = {};
    for (;;) {
      attempt++;
      let turn: Omit<Turn, "queuedMs"> = { attempt };
      if (failure !== undefined) {
        const wait = next(trial, attempt - 1, failure);
        if (wait === undefined) {
          if (hopeless === "stop") return;
          // Its recording ends here.
          begun.finish(index);
          break;
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
        if (end.aborted) return;
        turn = { attempt, backoffMs: wait.ms, backoffWhy: wait.why };
        dueAt = clock.now();
      }
      const line = await laneFor(trial.target).place(
        () => (halt.aborted || mine.stopped() !== undefined ? Promise.resolve(undefined) : once(trial, turn, dueAt)),
        attempt > 1,
      );
      if (line !== undefined) look(trial.target, line);
      else if (halt.aborted || mine.stopped() !== undefined) return;
      if (line === undefined) begun.finish(index);
      else begun.note(index, line);
      if (begun.isOver(index)) break;
      failure = begun.lastOf(index)?.failure;
      if (failure === undefined || halt.aborted || mine.stopped() !== undefined) return;
    }
    mine.over();
    changed();
  };
  return {
    course,
    misses: () => missed.filter(({ target }) => !hasEnded(target)).map(({ miss }) => miss),
  };
}
