import type { LatencySuite } from "../../domain/suite.ts";
import { type AskingPlan, planAsking } from "../asking/plan.ts";
import { refuseForeign, refuseOfOtherModes } from "../asking/refused-flags.ts";
import { partlyRecorded, refuseSilent } from "../asking/silent.ts";
import { readCalibration } from "../calibrate/stored.ts";
import { type Effects, say } from "../effects.ts";
import { parseFormats } from "../formats.ts";
import { readHealth } from "../health/read.ts";
import { noteDay } from "../note-day.ts";
import { outFolder, shownFolder } from "../out-folder.ts";
import type { RunFlags } from "../run-flags.ts";
import { askPlan } from "../runs/ask-plan.ts";
import { commandOf } from "../runs/command.ts";
import { loadOfRun } from "../runs/loads.ts";
import { unreported } from "../runs/stopped.ts";
import { loadSimulator } from "../simulate/load.ts";
import { localeOf } from "../tokens/summary.ts";
import { spends } from "../trials/modes.ts";
import { writeFiles } from "../write-files.ts";
import { LATENCY_FORMATS, latencyFiles } from "./files.ts";
import type { LatencyInput } from "./input.ts";
import { measureLatency } from "./measure.ts";
import { type LatencyDone, latencyJson, printLatency } from "./print.ts";
import { publishedTimes } from "./published.ts";

/** Runs a suite of kind "latency": ask, log, measure, write, and say what was timed and how far it can be believed. */
export async function runLatency(suite: LatencySuite, flags: RunFlags, effects: Effects): Promise<void> {
  refuseForeign(suite, flags);
  const formats = parseFormats(flags.format, LATENCY_FORMATS);
  outFolder(flags.out, ".", effects);
  const plan = await planAsking(suite, flags, effects);
  const { mode, books, profiles, shownProfiles, passedOver, seed } = plan;
  refuseOfOtherModes(mode, flags);
  if (passedOver.length > 0 && flags.quiet !== true) say(effects.stderr, partlyRecorded(suite.name, passedOver));
  const published = await publishedTimes(effects.root, suite.claims);
  const asked = await askPlan(
    {
      ...plan,
      suite: suite.name,
      nonce: suite.nonce,
      command: commandOf(suite.name, plan.committed ? { ...flags, mode: "auto" } : flags),
      simulator: async () => {
        const { simulator, book } = await loadSimulator({ profile: profiles, seed }, effects);
        return { provider: simulator, from: [book, seed] };
      },
    },
    flags,
    effects,
  );
  const { run, folder, command, trials, attempts, said } = asked;
  const { book, day } = books;
  const input: LatencyInput = {
    suite: { ...suite, profiles: shownProfiles },
    trials,
    attempts,
    load: mode === "replay" ? undefined : await loadOfRun(folder.log),
    health: await readHealth(folder.log),
    // What this machine can do says something only of what was timed here.
    calibration: spends(mode)
      ? await readCalibration(effects.home, (note) => {
          say(effects.stderr, note);
        })
      : undefined,
    published,
    limitedRecordings: limitedAmong(plan),
    book,
    day,
    seed,
    run,
    command,
    log: folder.shownLog,
    recordings: mode === "replay" || mode === "record" ? `evals/recordings/${suite.name}/` : undefined,
  };
  const result = measureLatency(input);
  const files = latencyFiles(input, formats, result);
  await writeFiles(folder.report, files, effects.signal).catch((error: unknown) => {
    throw spends(mode) ? unreported(error, asked.next) : error;
  });
  const done: LatencyDone = {
    result,
    run,
    mode,
    folder: shownFolder(effects.cwd, folder.report),
    files: [...files.keys()],
    log: folder.shownLog,
    said,
  };
  noteDay(book, day, effects);
  if (flags.json === true) say(effects.stdout, latencyJson(done));
  else if (flags.quiet !== true) printLatency(done, localeOf(flags.locale, effects.env), effects);
  if (asked.left !== undefined) throw asked.left;
  if (spends(mode)) refuseSilent(result.facts.targets, done.log, attempts);
}

function limitedAmong({ mode, targets, recordings }: Pick<AskingPlan, "mode" | "targets" | "recordings">): string[] {
  if (mode !== "replay") return [];
  return targets.filter((target) => recordings.get(target)?.recording.header.limited === true);
}
