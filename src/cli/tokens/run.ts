import { join } from "node:path";
import type { TokenSuite } from "../../domain/suite.ts";
import { type Effects, say } from "../effects.ts";
import { parseFormats } from "../formats.ts";
import { noteDay } from "../note-day.ts";
import { outFolder, shownFolder } from "../out-folder.ts";
import { progressOn } from "../progress.ts";
import type { RunFlags } from "../run-flags.ts";
import { writeFiles } from "../write-files.ts";
import { explain } from "./explain.ts";
import { readInputs } from "./inputs.ts";
import { measureSuite, type TokenResult } from "./measure.ts";
import { isAsCommitted, type TokenRunOptions } from "./options.ts";
import { FORMAT_NAMES, renderFiles } from "./render.ts";
import { localeOf, printSummary, summaryJson } from "./summary.ts";

/** Runs a suite of kind "tokens": read, count, measure, write, and say what came out. */
export async function runTokens(suite: TokenSuite, flags: RunFlags, effects: Effects): Promise<void> {
  const formats = parseFormats(flags.format, FORMAT_NAMES);
  const options = optionsOf(flags);
  const inputs = await readInputs(suite, options, effects);
  const progress = progressOn(effects, flags.quiet === true ? "none" : flags.progress);
  let result: TokenResult;
  try {
    result = await measureSuite(suite, options, inputs, effects, {
      engine: options.engine,
      signal: effects.signal,
      onProgress: (share) => {
        progress.update("counting tokens", share);
      },
    });
  } finally {
    progress.end();
  }
  if (flags.explain !== undefined) {
    say(effects.stdout, explain(flags.explain, result, inputs));
    return;
  }

  noteDay(result.facts.book, result.facts.day, effects);
  const folder = folderOf(suite, options, result, flags.out, effects);
  const files = renderFiles(result, formats);
  await writeFiles(folder, files, effects.signal);

  const shown = shownFolder(effects.cwd, folder);
  if (flags.json === true) say(effects.stdout, summaryJson(result, shown, [...files.keys()]));
  else if (flags.quiet !== true)
    printSummary(result, shown, [...files.keys()], localeOf(flags.locale, effects.env), effects);
}

function optionsOf(flags: RunFlags): TokenRunOptions {
  return {
    dataset: flags.dataset,
    ko: flags.ko,
    en: flags.en,
    domains: flags.domain,
    targets: flags.target,
    mix: flags.mix,
    limit: flags.limit,
    seed: flags.seed,
    prices: flags.prices,
    price: flags.price,
    asOf: flags.asOf,
    krw: flags.krw,
    engine: flags.tokenizerEngine,
  };
}

/** A run that differs from the committed one never writes over the committed report unless it is told to. */
function folderOf(
  suite: TokenSuite,
  options: TokenRunOptions,
  result: TokenResult,
  out: string | undefined,
  effects: Effects,
): string {
  const usual = isAsCommitted(options) ? join("reports", suite.name) : join("runs", result.facts.run);
  return outFolder(out, join(effects.home, usual), effects);
}
