import { Command } from "commander";
import type { Effects } from "../effects.ts";
import { flag, repeatable } from "../flag.ts";

const EXAMPLES = `
Examples:
  npm run eval -- prices show anthropic/claude-opus-4-5
  npm run eval -- prices show google/gemini-4-argon --as-of 2026-12-02
  npm run eval -- prices show openai/o1 --json`;

/** `prices show TARGET`: what a target costs on a day, who answers, and the sources. */
export function showCommand(effects: Effects): Command {
  return new Command("show")
    .summary("what a target costs on a day, with its state and sources")
    .description("Prints everything that a price book knows of a target on a day.")
    .argument("<target>", "provider/model, as in openai/gpt-4o-mini")
    .addOption(flag("--as-of <day>", "the day as YYYY-MM-DD; the default is the day of the book"))
    .addOption(flag("--prices <book>", "price book: a name from `list prices`, or a .json file"))
    .addOption(
      flag("--price <file>", "your own rates laid over the book: .json or .csv (repeatable)")
        .argParser(repeatable)
        .default([], "none"),
    )
    .addOption(flag("--json", "print as JSON"))
    .addHelpText("after", EXAMPLES)
    .action(async (target: string, flags: { asOf?: string; prices?: string; price: string[]; json?: true }) => {
      const { showPrice } = await import("./show.ts");
      await showPrice(target, flags, effects);
    });
}
