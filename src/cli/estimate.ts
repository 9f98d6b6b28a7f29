import { Command } from "commander";
import type { Effects } from "./effects.ts";
import { runCommand } from "./run.ts";
import type { RunFlags } from "./run-flags.ts";

const EXAMPLES = `
Examples:
  npm run eval -- estimate --suite smoke --target openai/gpt-6-luna
  npm run eval -- estimate --suite smoke --target 'openai/gpt-6*' --lang ko --trials 1000
  npm run eval -- estimate --suite smoke --target local/llama3.1 --price ours.csv
  npm run eval -- estimate --suite smoke --target openai/gpt-6-luna --repeat 10 --budget-usd 0.05
  npm run eval -- estimate --suite json-validity --target openai/gpt-6-luna --full
  npm run eval -- estimate --suite smoke --json --quiet

Nothing is asked of anybody, and no key is needed. All other flags of run are taken too and change nothing here, so that
estimate can stand before the words of any run.`;

/** Flags that change what is printed; the others are taken so that the words of a run can be. */
const COUNTING: readonly string[] = [
  "--suite",
  "--target",
  "--domain",
  "--full",
  "--lang",
  "--limit",
  "--repeat",
  "--trials",
  "--max-attempts",
  "--budget-usd",
  "--prices",
  "--price",
  "--as-of",
  "--locale",
  "--quiet",
  "--json",
];

/** `estimate`: what a run would cost at most, before anything is sent. */
export function estimateCommand(effects: Effects): Command {
  const command = new Command("estimate")
    .summary("what a run would cost at most, before anything is sent")
    .description(
      "Counts the requests of a run and their tokens, and says what each target can cost at most. Nothing is sent.",
    );
  for (const option of runCommand(effects).options) {
    command.addOption(COUNTING.includes(option.long ?? "") ? option : option.hideHelp());
  }
  return command.addHelpText("after", EXAMPLES).action(async (flags: RunFlags) => {
    const { estimateRun } = await import("./estimate/run.ts");
    await estimateRun(flags, effects);
  });
}
