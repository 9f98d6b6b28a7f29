import { asksModels } from "../../domain/suite.ts";
import { type Effects, say } from "../effects.ts";
import { noteDay } from "../note-day.ts";
import type { RunFlags } from "../run-flags.ts";
import { loadSuite } from "../suites.ts";
import { localeOf } from "../tokens/summary.ts";
import { modeOf } from "../trials/modes.ts";
import { estimated } from "./estimated.ts";
import { estimateJson, offlineJson } from "./json.ts";
import { offlineText, printEstimate } from "./print.ts";

/** Says what a run would cost at most. Nobody is asked, and no key is read. */
export async function estimateRun(flags: RunFlags, effects: Effects): Promise<void> {
  const suite = await loadSuite(effects.root, flags.suite);
  modeOf(flags.mode);
  const locale = localeOf(flags.locale, effects.env);
  if (!asksModels(suite)) {
    if (flags.json === true) say(effects.stdout, offlineJson(suite.name));
    else if (flags.quiet !== true) say(effects.stdout, offlineText(suite.name, locale));
    return;
  }
  const done = await estimated(suite, flags, effects);
  noteDay(done.books.book, done.books.day, effects);
  if (flags.json === true) say(effects.stdout, estimateJson(done));
  else if (flags.quiet !== true) printEstimate(done, locale, effects);
}
