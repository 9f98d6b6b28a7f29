import { availableParallelism } from "node:os";
import { join } from "node:path";
import { UserError } from "../../domain/error.ts";
import type { AttemptTable } from "../../measure/table/attempt-table.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import { type Effects, say } from "../effects.ts";
import { limitedText } from "../health/limited.ts";
import { type HealthWatch, watchHealth } from "../health/watch.ts";
import { outFolder } from "../out-folder.ts";
import { processesText } from "../processes/how-many.ts";
import type { ProgressKind } from "../progress.ts";
import type { RunFlags } from "../run-flags.ts";
import { missing } from "../trials/missing.ts";
import { type Mode, spends } from "../trials/modes.ts";
import { openTargets } from "../trials/open.ts";
import { runDisplay } from "../trials/progress/display.ts";
import { askAll } from "./ask-all.ts";
import { boundText } from "./bound.ts";
import { resumeCommand } from "./command.ts";
import { findRun } from "./find-run.ts";
import { incomplete, leftOf } from "./left.ts";
import { mannerOf } from "./load.ts";
import { newRunId, runPlanOf } from "./new-run.ts";
import { type RunFolder, removeRun, runFolder } from "./run-folder.ts";
import { openRunLog } from "./run-log.ts";
import { newSalt } from "./salt.ts";
import { usesOf } from "./spending.ts";
import { brokenOff, interrupted } from "./stopped.ts";
import { stopper } from "./stopper.ts";
import type { AskPlan } from "./to-ask.ts";

export type Asked = {
  readonly run: string;
  readonly folder: RunFolder;
  readonly command: string;
  readonly trials: TrialPlan;
  readonly attempts: AttemptTable;
  /** What was kept where, in sentences. */
  readonly said: readonly string[];
  /** What is still to be asked, as an error that says how, for when the report is written. Undefined where nothing is. */
  readonly left: UserError | undefined;
  /** The command that goes on, or writes the report again from the log. */
  readonly next: string;
};

/** Asks a plan, from its flags to the last line of its log: all of it, or what an earlier run has left. */
export async function askPlan(input: AskPlan, flags: RunFlags, effects: Effects): Promise<Asked> {
  const { suite, mode, targets, seed, books } = input;
  const { stderr, signal } = effects;
  const manner = mannerOf(flags, mode);
  const uses = usesOf(targets, manner.limits, books);
  const plan = runPlanOf(input, flags, manner.attempts);
  const before = flags.resume === undefined ? undefined : await findRun(whereIs(flags.resume, flags, effects, plan));
  const salt = before?.salt ?? newSalt(mode, seed);
  const trials = input.trialsWith(salt);
  const stop = stopper(signal, manner.maxDurationMs);
  const { deadlines } = manner;
  const { recordings, simulator } = input;
  const streams = {
    asked: flags.processes,
    concurrency: flags.rate === undefined ? manner.load.concurrency : flags.concurrency,
    trials: trials.length,
    cores: availableParallelism(),
  };
  // Known when the run begins; asked when it ends.
  const watching: { health?: HealthWatch } = {};
  const isLimited = (): boolean => watching.health?.health()?.limited === true;
  const open = { suite, targets, mode, flags, deadlines, recordings, simulator, streams, isLimited };
  const opened = await openTargets(open, { ...effects, signal: stop.signal });
  const run = before?.run ?? newRunId(input, opened, plan);
  const folder = runFolder(run, suite, input, flags.out, effects);
  const command = before?.command ?? input.command;
  const begunAt = opened.clock.now();
  const log = await openRunLog({
    folder,
    about: {
      "tokenwon.run": 1,
      run,
      suite,
      command,
      ...day(mode),
      ...pricesOf(books),
      trials: trials.length,
      salt,
      plan,
    },
    plan: trials,
    attempts: manner.attempts,
    resumed: before !== undefined,
    spends: spends(mode),
    uses,
    graded: input.graded,
    now: () => opened.clock.now() - begunAt,
    signal,
  }).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  if (flags.quiet !== true) {
    for (const line of log.said) say(stderr, line);
    if (opened.processes > 1) say(stderr, processesText(opened.processes));
    if (spends(mode)) say(stderr, boundText({ plan: trials, begun: log.begun, manner, uses, books }));
  }
  const health = spends(mode) ? await watchHealth(folder.log, before === undefined ? "w" : "a") : undefined;
  if (health !== undefined) watching.health = health;
  const display = runDisplay(stderr, progressKind(flags, mode, effects), {
    now: () => performance.now(),
    columns: () => effects.columns,
  });
  stop.begin(opened.clock);
  const hopeless = mode === "replay" ? "follow" : "stop";
  const { graded } = input;
  const asking = { plan: trials, seed, manner, opened, log, health, uses, graded, hopeless, display } as const;
  const done = await askAll({ ...asking, signal: stop.signal });
  stop.end();
  const left = mode === "replay" ? undefined : leftOf(trials, log.begun, done, done.budget);
  const { said } = done;
  const next = resumeCommand(suite, flags, run, done.stopped);
  const stopped = { mode, kept: log.attempts.length, shownLog: folder.shownLog, said, left, next };
  if (signal.aborted) throw mode === "replay" ? signal.reason : interrupted(stopped);
  if (done.failure !== undefined) throw brokenOff(done.failure.error, stopped);
  if (done.misses.length > 0) {
    await removeRun(folder);
    throw missing(done.misses, suite);
  }
  const limited = limitedText(health?.health());
  if (limited !== undefined && flags.quiet !== true) say(stderr, limited);
  return {
    run,
    folder,
    command,
    trials,
    attempts: log.attempts,
    said,
    left: left && incomplete(left, trials, next),
    next,
  };
}

const pricesOf = ({ book, day }: AskPlan["books"]): { prices: string; day: string } => ({ prices: book.name, day });

/** A day means something only where a provider is asked. */
const day = (mode: Mode): { readonly started?: string } => (spends(mode) ? { started: new Date().toISOString() } : {});

function whereIs(
  named: string | true,
  flags: RunFlags,
  effects: Effects,
  plan: ReturnType<typeof runPlanOf>,
): Parameters<typeof findRun>[0] {
  if (plan.mode === "replay") {
    throw new UserError("usage", "A replay is not resumed: it asks nobody and takes a moment.", {
      fix: "Leave --resume out.",
    });
  }
  const folder = flags.out === undefined ? undefined : join(outFolder(flags.out, ".", effects), "run");
  return { runs: join(effects.home, "runs"), folder, named, plan };
}

/** What takes no time shows no progress unless it is asked to. */
function progressKind({ quiet, progress, speed }: RunFlags, mode: Mode, { stderr }: Effects): ProgressKind {
  if (quiet === true) return "none";
  const takesTime = spends(mode) || speed !== undefined;
  return progress === "auto" && !takesTime && !stderr.isTTY ? "none" : progress;
}
