import type { Attempt } from "../domain/attempt.ts";
import type { Trial, Turn } from "../domain/trial.ts";
import { NO_USE } from "./budget.ts";
import type { Ends } from "./ends.ts";
import type { StopReason } from "./events.ts";
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

type Once<Miss> = {
  /**
   * One attempt, in a place of the lane; undefined where it was not made or came to nothing.
   * @param dueAt when it was meant to begin, where that was set
   */
  readonly once: (
    trial: Trial,
    turn: Omit<Turn, "queuedMs">,
    dueAt: number | undefined,
  ) => Promise<Attempt | undefined>;
  /** Requests that no recording answers, with whom they were for. */
  readonly missed: () => readonly { readonly target: string; readonly miss: Miss }[];
};

/** An attempt from the purse, through the lane, to the log. */
export function onceOf<Miss>(input: TrialsInput<Miss>, ground: Ground, ends: Ends): Once<Miss> {
  const { ask, append, during, spending } = input;
  const { laneFor, tallyFor, stop, changed } = ground;
  const money = purse(spending.budget);
  const missed: { readonly target: string; readonly miss: Miss }[] = [];
  const once: Once<Miss>["once"] = async (trial, turn, dueAt) => {
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

  return { once, missed: () => missed };
}
