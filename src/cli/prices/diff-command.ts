import { Command } from "commander";
import type { Effects } from "../effects.ts";
import { flag } from "../flag.ts";
import type { DiffFlags } from "./diff.ts";

const EXAMPLES = `
Examples:
  npm run eval -- prices diff article-2026-01-29 2026-11-24
  npm run eval -- prices diff 2026-11-24 next.json
  npm run eval -- prices diff 2026-11-24 next.json --as-of 2027-01-01 --json`;

/** `prices diff A B`: what the second price book says differently from the first. */
export function diffCommand(effects: Effects): Command {
  return new Command("diff")
    .summary("what one price book says differently from another")
    .description("Prints what is added, gone and changed from price book A to price book B.")
    .argument("<a>", "the older book: a name from `list prices`, or a .json file")
    .argument("<b>", "the newer one")
    .addOption(
      flag(
        "--as-of <day>",
        "compare the prices of that day, YYYY-MM-DD; else each book on its own day, and later prices",
      ),
    )
    .addOption(flag("--all", "also what only one of the books knows of a target that both have"))
    .addOption(flag("--json", "print as JSON"))
    .addHelpText("after", EXAMPLES)
    .action(async (a: string, b: string, flags: DiffFlags) => {
      const { diffBooks } = await import("./diff.ts");
      await diffBooks(a, b, flags, effects);
    });
}
