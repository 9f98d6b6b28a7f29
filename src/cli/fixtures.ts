import { Command } from "commander";
import type { Effects } from "./effects.ts";
import { pruneCommand } from "./fixtures/prune-command.ts";
import { showCommand } from "./fixtures/show-command.ts";
import { verifyCommand } from "./fixtures/verify-command.ts";

const EXAMPLES = `
Examples:
  npm run eval -- fixtures verify
  npm run eval -- fixtures show smoke --target openai/gpt-4o
  npm run eval -- fixtures prune smoke --dry-run`;

/** `fixtures verify`, `fixtures show` and `fixtures prune`. */
export function fixturesCommand(effects: Effects): Command {
  return new Command("fixtures")
    .summary("recordings: check them, look into them, remove what no suite asks for")
    .description("Works on the recordings below evals/recordings, which --mode replay answers from.")
    .addHelpText("after", EXAMPLES)
    .addCommand(verifyCommand(effects))
    .addCommand(showCommand(effects))
    .addCommand(pruneCommand(effects));
}
