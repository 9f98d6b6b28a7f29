import type { Day } from "../../domain/date.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { AskingSuite } from "../../domain/suite.ts";
import type { AttemptTable } from "../../measure/table/attempt-table.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import { type Effects, say } from "../effects.ts";
import { parseFormats } from "../formats.ts";
import { noteDay } from "../note-day.ts";
import { outFolder, shownFolder } from "../out-folder.ts";
import type { RunFlags } from "../run-flags.ts";
import { askPlan } from "../runs/ask-plan.ts";
import { commandOf } from "../runs/command.ts";
import type { RunFolder } from "../runs/run-folder.ts";
import { unreported } from "../runs/stopped.ts";
import { loadSimulator } from "../simulate/load.ts";
import { localeOf } from "../tokens/summary.ts";
import { spends } from "../trials/modes.ts";
import { writeFiles } from "../write-files.ts";
import { casesOf, hasNonce } from "./cases.ts";
import { type AskingPlan, planAsking } from "./plan.ts";
import { doneJson, type Measured, printDone } from "./print.ts";
import { refuseForeign, refuseOfOtherModes } from "./refused-flags.ts";
import { partlyRecorded, refuseSilent } from "./silent.ts";
import type { SuiteCases } from "./suite-cases.ts";

/** What a run has: its suite, its plan, and every answer. */
export type Answers<Suite> = {
  /** With its profiles as a person would name them. */
  readonly suite: Suite;
  readonly plan: AskingPlan;
  readonly trials: TrialPlan;
  readonly attempts: AttemptTable;
  readonly book: PriceBook;
  readonly day: Day;
  /** Id of the run. */
  readonly run: string;
  /** The command that makes the report again. */
  readonly command: string;
  readonly folder: RunFolder;
  /** Where the recordings are, as a person would type it; undefined where none are kept. */
  readonly recordings: string | undefined;
};

/** What a kind of suites does with the answers. */
export type AskingKind<Suite, Format extends string> = {
  readonly formats: readonly Format[];
  /** What is asked, where whoever measures has it already; default: by the kind of the suite. */
  readonly cases?: SuiteCases;
  readonly measure: (answers: Answers<Suite>) => Promise<Measured<Format>> | Measured<Format>;
};

/** Runs a suite that asks models: ask, log, measure, write, and say who answered. */
export async function runAsking<Suite extends AskingSuite, Format extends string>(
  suite: Suite,
  { formats: known, cases, measure }: AskingKind<Suite, Format>,
  flags: RunFlags,
  effects: Effects,
): Promise<void> {
  refuseForeign(suite, flags);
  const formats = parseFormats(flags.format, known);
  outFolder(flags.out, ".", effects);
  const plan = await planAsking(suite, cases ?? (await casesOf(suite, flags, effects.root)), flags, effects);
  const { mode, books, profiles, shownProfiles, passedOver, seed } = plan;
  refuseOfOtherModes(mode, flags);
  if (passedOver.length > 0 && flags.quiet !== true) say(effects.stderr, partlyRecorded(suite.name, passedOver));
  const asked = await askPlan(
    {
      ...plan,
      suite: suite.name,
      nonce: hasNonce(suite),
      command: commandOf(suite.name, plan.committed ? { ...flags, mode: "auto" } : flags),
      simulator: async () => {
        const { simulator, book } = await loadSimulator({ profile: profiles, seed }, effects, plan.known?.());
        return { provider: simulator, from: [book, seed] };
      },
    },
    flags,
    effects,
  );
  const { run, folder, command, trials, attempts, said } = asked;
  const { book, day } = books;
  const recordings = mode === "replay" || mode === "record" ? `evals/recordings/${suite.name}/` : undefined;
  const answers = { plan, trials, attempts, book, day, run, command, folder, recordings };
  const measured = await measure({ ...answers, suite: { ...suite, profiles: shownProfiles } });
  const files = measured.files(formats);
  await writeFiles(folder.report, files, effects.signal).catch((error: unknown) => {
    throw spends(mode) ? unreported(error, asked.next) : error;
  });
  const where = { folder: shownFolder(effects.cwd, folder.report), files: [...files.keys()], log: folder.shownLog };
  const done = { ...where, measured, run, mode, said };
  noteDay(book, day, effects);
  if (flags.json === true) say(effects.stdout, doneJson(done));
  else if (flags.quiet !== true) printDone(done, localeOf(flags.locale, effects.env), effects);
  if (asked.left !== undefined) throw asked.left;
  if (spends(mode)) refuseSilent(measured.facts.targets, folder.shownLog, attempts);
}
