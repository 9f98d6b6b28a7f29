import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Attempt } from "../../domain/attempt.ts";
import { UserError } from "../../domain/error.ts";
import type { Trial } from "../../domain/trial.ts";
import { type AttemptLog, openLog } from "../../log/append.ts";
import { runTrials } from "../../run/trials.ts";
import type { Miss } from "../../transport/replay.ts";
import type { Effects } from "../effects.ts";
import { progressOn } from "../progress.ts";
import type { RunFlags } from "../run-flags.ts";
import { missing } from "../trials/missing.ts";
import { type Mode, spends } from "../trials/modes.ts";
import type { Opened } from "../trials/open.ts";
import { writable } from "../writable.ts";
import { writeFiles } from "../write-files.ts";
import type { RunFolder } from "./run-folder.ts";

/** Trials under way at a time: a handful of prompts needs no more, and no vendor minds it. */
const CONCURRENCY = 4;

export type AskAll = {
  readonly suite: string;
  readonly mode: Mode;
  readonly trials: readonly Trial[];
  readonly opened: Opened;
  readonly folder: RunFolder;
  /** The text of run.json. */
  readonly about: string;
};

export type Answers = {
  readonly attempts: readonly Attempt[];
  /** What was kept where, in sentences. */
  readonly said: readonly string[];
};

/**
 * Asks every trial and keeps its line of the log: over the network at once, since it was paid for; from recordings or the
 * simulator when all are there, in the order of the plan, so that the same run gives the same bytes. Whatever goes wrong,
 * what is to be kept is kept first.
 */
export async function askAll(input: AskAll, flags: RunFlags, effects: Effects): Promise<Answers> {
  const { suite, mode, trials, opened, folder, about } = input;
  const { signal } = effects;
  const progress = progressOn(effects, flags.quiet === true ? "none" : flags.progress);
  const lines: Attempt[] = [];
  let log: AttemptLog | undefined;
  let misses: readonly Miss[] = [];
  const failures: unknown[] = [];
  try {
    if (spends(mode)) {
      refuseOther(folder);
      await writeFiles(folder.log, new Map([["run.json", about]]), signal, "log");
      log = await logged(folder, openLog(join(folder.log, "attempts.jsonl")));
    }
    const done = await runTrials<Miss>(trials, {
      ask: opened.ask,
      append: async (line) => {
        lines.push(line);
        if (log !== undefined) await logged(folder, log.append(line));
      },
      concurrency: CONCURRENCY,
      hopeless: mode === "replay" ? "follow" : "stop",
      during: opened.during,
      signal,
      onDone: (count) => {
        progress.update(`asking ${count} of ${trials.length}`, count / trials.length);
      },
    });
    misses = done.misses;
  } catch (error) {
    failures.push(error);
  }
  progress.end();
  await log?.close();
  let said: readonly string[] = [];
  try {
    said = await opened.close();
  } catch (error) {
    failures.push(error);
  }
  if (failures.length > 0) throw stopped(failures[0], lines.length, said, input, signal);
  if (misses.length > 0) throw missing(misses, suite);
  const order = new Map(trials.map(({ id }, i) => [id, i]));
  const place = (line: Attempt): number => order.get(line["tokenwon.trial"] ?? "") ?? 0;
  const attempts = lines.toSorted((a, b) => place(a) - place(b));
  if (log === undefined) {
    const text = attempts.map((line) => `${JSON.stringify(line)}\n`).join("");
    const files = new Map([
      ["attempts.jsonl", text],
      ["run.json", about],
    ]);
    await writeFiles(folder.log, files, signal, "log");
  }
  return { attempts, said };
}

const logged = <T>({ shownLog }: RunFolder, work: Promise<T>): Promise<T> =>
  writable(`log ${shownLog}`, "Free some space, or give another place with --out.", work);

/** A log holds one run. */
function refuseOther({ log, shownLog }: RunFolder): void {
  if (!existsSync(join(log, "attempts.jsonl"))) return;
  throw new UserError("usage", `${shownLog} is the log of another run.`, {
    fix: "Give another folder with --out, or move it away.",
  });
}

/** Why the run stopped, with what it left: answers that were paid for are never passed over in silence. */
function stopped(
  error: unknown,
  count: number,
  said: readonly string[],
  { mode, trials, folder }: AskAll,
  signal: AbortSignal,
): unknown {
  const interrupted = signal.aborted;
  if (!spends(mode) || (count === 0 && said.length === 0)) return error;
  const kept = `${count} of ${trials.length} answers are in ${folder.shownLog}`;
  if (interrupted) return new UserError("interrupted", [`${kept}.`, ...said].join(" "));
  if (!(error instanceof UserError)) return error;
  return new UserError(error.kind, error.message, {
    details: [...error.details, `${kept}.`, ...said],
    ...(error.fix === undefined ? {} : { fix: error.fix }),
    cause: error,
  });
}
