import type { SmokeSuite } from "../../domain/suite.ts";
import { planAsking } from "../asking/plan.ts";
import { refuseForeign, refuseOfOtherModes } from "../asking/refused-flags.ts";
import { partlyRecorded, refuseSilent } from "../asking/silent.ts";
import { type Effects, say } from "../effects.ts";
import { parseFormats } from "../formats.ts";
import { noteDay } from "../note-day.ts";
import { outFolder, shownFolder } from "../out-folder.ts";
import type { RunFlags } from "../run-flags.ts";
import { askPlan } from "../runs/ask-plan.ts";
import { commandOf } from "../runs/command.ts";
import { unreported } from "../runs/stopped.ts";
import { loadSimulator } from "../simulate/load.ts";
import { localeOf } from "../tokens/summary.ts";
import { spends } from "../trials/modes.ts";
import { writeFiles } from "../write-files.ts";
import { SMOKE_FORMATS, smokeFiles } from "./files.ts";
import type { SmokeInput } from "./input.ts";
import { measureSmoke } from "./measure.ts";
import { type Done, printSmoke, smokeJson } from "./print.ts";

/** Runs a suite of kind "smoke": ask, log, measure, write, and say who answered. */
export async function runSmoke(suite: SmokeSuite, flags: RunFlags, effects: Effects): Promise<void> {
  refuseForeign(suite, flags);
  const formats = parseFormats(flags.format, SMOKE_FORMATS);
  outFolder(flags.out, ".", effects);
  const plan = await planAsking(suite, flags, effects);
  const { mode, books, profiles, shownProfiles, passedOver, seed } = plan;
  refuseOfOtherModes(mode, flags);
  if (passedOver.length > 0 && flags.quiet !== true) say(effects.stderr, partlyRecorded(suite.name, passedOver));
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
  const recordings = mode === "replay" || mode === "record" ? `evals/recordings/${suite.name}/` : undefined;
  const input: SmokeInput = {
    suite: { ...suite, profiles: shownProfiles },
    trials,
    attempts,
    book,
    day,
    run,
    command,
    log: folder.shownLog,
    recordings,
  };
  const result = measureSmoke(input);
  const files = smokeFiles(input, formats, result);
  await writeFiles(folder.report, files, effects.signal).catch((error: unknown) => {
    throw spends(mode) ? unreported(error, asked.next) : error;
  });
  const done: Done = {
    result,
    run,
    mode,
    folder: shownFolder(effects.cwd, folder.report),
    files: [...files.keys()],
    log: folder.shownLog,
    said,
  };
  noteDay(book, day, effects);
  if (flags.json === true) say(effects.stdout, smokeJson(done));
  else if (flags.quiet !== true) printSmoke(done, localeOf(flags.locale, effects.env), effects);
  if (asked.left !== undefined) throw asked.left;
  if (spends(mode)) refuseSilent(result.facts.targets, done.log, attempts);
}
