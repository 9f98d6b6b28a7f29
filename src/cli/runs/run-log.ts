import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Attempt } from "../../domain/attempt.ts";
import { UserError } from "../../domain/error.ts";
import { openLog } from "../../log/append.ts";
import { eachLogged, type Lost } from "../../log/read.ts";
import { AttemptTable } from "../../measure/table/attempt-table.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import { type Begun, begun } from "../../run/begun.ts";
import { NO_USE, type Use } from "../../run/budget.ts";
import type { RunEvent } from "../../run/events.ts";
import { lock } from "../trials/lock.ts";
import { unwritable, writable } from "../writable.ts";
import { writeFiles } from "../write-files.ts";
import { type EventsFile, openEvents } from "./events-file.ts";
import { aboutRunIn, RUN_FILE } from "./find-run.ts";
import { placeOf } from "./place-of.ts";
import type { RunFolder } from "./run-folder.ts";
import type { AboutRun } from "./run-plan.ts";
import type { Uses } from "./spending.ts";
import { mostOf, times, unfinishedIn } from "./unfinished.ts";

const LOG_FILE = "attempts.jsonl";
const FIX = "Free some space, or give another place with --out.";

export type RunLogInput = {
  readonly folder: RunFolder;
  readonly about: AboutRun;
  readonly plan: TrialPlan;
  /** Most attempts of a trial. */
  readonly attempts: number;
  /** Goes on with what is there. */
  readonly resumed: boolean;
  /** Whether a provider is asked: such a log is never written over. */
  readonly spends: boolean;
  readonly uses: Pick<Uses, "worst" | "told">;
  /** Grades an answer; left out where nothing is graded. */
  readonly graded?: ((line: Attempt) => Attempt) | undefined;
  /** ms since the run began or went on. */
  readonly now: () => number;
  readonly signal: AbortSignal;
};

export type RunLog = {
  /** On the disk when it is done: what was paid for is not lost. */
  readonly append: (line: Attempt) => Promise<void>;
  readonly events: Pick<EventsFile, "write">;
  /** Written before anything is asked, or a UserError: a disk that takes nothing is found out before it costs anything. */
  readonly begin: (event: Extract<RunEvent, { event: "begin" }>) => Promise<void>;
  readonly begun: Begun;
  /** Every attempt of the log, as figures see it; grows. */
  readonly attempts: AttemptTable;
  /** What was used before, with the most that is not in the log: of killed processes and of damaged lines. */
  readonly used: Use;
  /** What was found and mended, in sentences. */
  readonly said: readonly string[];
  /** Lets go of the log. */
  readonly close: () => Promise<void>;
};

/** Opens the log of a run, new or begun before, for this process alone. */
export async function openRunLog(input: RunLogInput): Promise<RunLog> {
  const { folder, resumed, signal, plan, attempts, about, now } = input;
  const path = join(folder.log, LOG_FILE);
  const unlock = await lock(path, {
    held: (pid) =>
      new UserError("write", `Another run (process ${pid}) is writing ${folder.shownLog}.`, {
        fix: "Wait for it, or give another folder with --out.",
      }),
    refused: (error) => unwritable(`log ${folder.shownLog}`, FIX, error),
  });
  try {
    if (!resumed) await makeRoom(input, path);
    if (!resumed)
      await writeFiles(folder.log, new Map([[RUN_FILE, `${JSON.stringify(about, null, 2)}\n`]]), signal, "log");
    const log = await logged(folder, openLog(path, "alone"));
    const table = new AttemptTable(plan);
    const course = begun(plan, attempts);
    const before = await read(input, path, course, table);
    const lost = resumed && input.spends ? await unfinishedIn(folder.log, plan, input.uses) : undefined;
    const events = await logged(folder, openEvents(folder.log, resumed ? "a" : "w", now));
    return {
      begun: course,
      attempts: table,
      used: sum(before.used, lost?.use ?? NO_USE),
      events,
      begin: (event) => logged(folder, events.writeFirst(event)),
      said: [
        ...(log.torn === undefined
          ? []
          : [
              `The last line of ${folder.shownLog} was half-written (${log.torn.bytes} bytes) and was taken out; its trial is asked again.`,
            ]),
        ...before.said,
        ...brokenOffText(lost?.processes ?? 0),
      ],
      append: async (line) => {
        await logged(folder, log.append(line));
        const place = placeOf(plan, line);
        if (place !== undefined) table.add(place, line);
      },
      close: async () => {
        await log
          .close()
          .finally(() => events.close())
          .finally(unlock);
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** A log holds one run: what was paid for stays, what costs nothing is made anew. */
async function makeRoom({ folder, spends }: RunLogInput, path: string): Promise<void> {
  if (!existsSync(path)) return;
  const there = await aboutRunIn(folder.log);
  const free = there !== undefined && !["live", "record"].includes(there.plan.mode);
  if (spends || !free) {
    throw new UserError("usage", `${folder.shownLog} is the log of another run.`, {
      fix: "Go on with it by --resume, give another folder with --out, or move it away.",
    });
  }
  await rm(path);
}

async function read(
  { plan, folder, resumed, spends, uses, graded }: RunLogInput,
  path: string,
  course: Begun,
  table: AttemptTable,
): Promise<{ readonly used: Use; readonly said: string[] }> {
  if (!resumed) return { used: NO_USE, said: [] };
  let used = NO_USE;
  const said: string[] = [];
  const damaged: number[] = [];
  const take = (logged: Attempt): void => {
    const place = placeOf(plan, logged);
    if (place === undefined) {
      said.push(
        `${folder.shownLog} holds ${logged["tokenwon.trial"] ?? "an attempt of no trial"}, which is not planned.`,
      );
      return;
    }
    // By the grader of today, whatever the one before made of it.
    const line = graded?.(logged) ?? logged;
    course.note(place, line);
    table.add(place, line);
    used = sum(used, uses.told(line) ?? uses.worst(plan.at(place)));
  };
  const onLost = ({ line }: Lost): void => void damaged.push(line);
  await eachLogged(path, take, { onLost, whole: graded !== undefined });
  if (damaged.length === 0) return { used, said };
  // What stood there may have been paid for.
  if (spends) used = sum(used, times(mostOf(plan, uses), damaged.length));
  return { used, said: [...said, damagedText(damaged, folder.shownLog)] };
}

function damagedText(lines: readonly number[], shownLog: string): string {
  if (lines.length === 1) {
    return `Line ${lines[0] ?? ""} of ${shownLog} cannot be read and stays as it is; its trial is asked again.`;
  }
  const more = lines.length > SHOWN ? ` and ${lines.length - SHOWN} more` : "";
  return `Lines ${lines.slice(0, SHOWN).join(", ")}${more} of ${shownLog} cannot be read and stay as they are; their trials are asked again.`;
}

const SHOWN = 5;

function brokenOffText(processes: number): string[] {
  if (processes === 0) return [];
  const who = processes === 1 ? "The process before was" : `${processes} processes before were`;
  return [`${who} killed or could not write: what may have been under way counts as spent, at its most.`];
}

const sum = (a: Use, b: Use): Use => ({ usd: a.usd + b.usd, tokens: a.tokens + b.tokens });

const logged = <T>({ shownLog }: RunFolder, work: Promise<T>): Promise<T> => writable(`log ${shownLog}`, FIX, work);
