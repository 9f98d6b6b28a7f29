import { Command, Option } from "commander";
import { type Effects } from "./effects.ts";
import { withEngineFlag } from "./engine-flag.ts";
import { flag, repeatable, whole } from "./flag.ts";
import { withPriceFlags } from "./price-flags.ts";
import { PROGRESS } from "./progress.ts";
import type { RunFlags } from "./run-flags.ts";
import { withTrialFlags } from "./trial-flags.ts";

const EXAMPLES = `
Examples:
  npm run eval -- --suite korean-tokens
  npm run eval -- --suite korean-tokens --dataset ours.csv --out ours
  npm run eval -- --suite korean-tokens --ko ours.ko.txt --en ours.en.txt
  npm run eval -- --suite korean-tokens --mix support=0.7,legal=0.3 --krw 1390
  npm run eval -- --suite korean-tokens --target 'openai/*' --as-of 2026-12-01
  npm run eval -- --suite korean-tokens --explain 'token_ratio o200k_base legal'
  npm run eval -- --suite smoke
  npm run eval -- --suite json-validity --domain order --mode simulate
  npm run eval -- --suite smoke --mode live --target openai/gpt-6-luna --keys .env
  npm run eval -- --suite smoke --mode live --target openai/gpt-6-luna --trials 500 --concurrency 8 --budget-usd 1
  npm run eval -- --suite smoke --mode live --target openai/gpt-6-luna --trials 500 --concurrency 8 --budget-usd 2 --resume

The dataset file is .csv, .tsv or .jsonl; only the columns ko and en are required.
Reports of the committed data go to reports/<suite>/, all others to runs/<run>/, unless --out says where.`;

/** `run`: plan, count, measure, report. The default command. */
export function runCommand(effects: Effects): Command {
  const command = new Command("run")
    .summary("run a suite and write its report (the default command)")
    .description("Runs a suite on its dataset, or on your own text, and writes the report.")
    .argument("[words...]")
    .addOption(flag("--suite <name>", "which suite; `list suites` names them"))
    .addOption(flag("--dataset <file>", "your own pairs: .csv, .tsv or .jsonl with the columns ko and en"))
    .addOption(flag("--ko <file>", "your own Korean text, one line a pair (with --en)"))
    .addOption(flag("--en <file>", "your own English text, line-aligned with --ko"))
    .addOption(
      flag("--domain <name>", "only pairs of this domain, or only this task (repeatable)")
        .argParser(repeatable)
        .default([], "all"),
    )
    .addOption(flag("--mix <shares>", "weight the domains in the overall figures, as in support=0.7,legal=0.3"))
    .addOption(flag("--full", "all items of a suite that asks a sample; `estimate` says what that may cost"))
    .addOption(flag("--limit <n>", "only the first n pairs, or cases of a suite that asks models").argParser(whole(1)))
    .addOption(
      flag(
        "--seed <n>",
        "seed of the bootstrap, the order of asking and the simulator; the default is the suite's",
      ).argParser(whole(0)),
    )
    .addOption(
      flag("--target <pattern>", "only targets that match, as in openai/* (repeatable)")
        .argParser(repeatable)
        .default([], "all"),
    );
  return withTrialFlags(withEngineFlag(withPriceFlags(command)))
    .addOption(flag("--out <folder>", "where to write the report and measurements.csv"))
    .addOption(flag("--format <names>", "files to write: md,csv,json,svg (default: all)"))
    .addOption(flag("--locale <language>", "language of what is printed here").choices(["en", "ko"]))
    .addOption(
      new Option(
        "--explain <row>",
        "trace a figure to its inputs: a row number of measurements.csv, or words as in 'token_ratio o200k_base legal'",
      ),
    )
    .addOption(flag("--progress <kind>", "progress on stderr").choices(PROGRESS).default("auto"))
    .addOption(flag("--quiet", "print nothing but errors"))
    .addOption(flag("--json", "print the result as JSON"))
    .addHelpText("after", EXAMPLES)
    .action(async (words: readonly string[], flags: RunFlags) => {
      const { runSuite } = await import("./run-suite.ts");
      await runSuite(words, flags, effects);
    });
}
