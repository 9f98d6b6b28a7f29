import { Command } from "commander";
import type { Effects } from "./effects.ts";
import { LISTS } from "./lists.ts";

/** `list [what]`: what there is to run, on what, counted by what, at which prices. */
export function listCommand(effects: Effects): Command {
  return new Command("list")
    .summary("suites, tasks, datasets, tokenizers, targets, price books, profiles")
    .description("Lists what there is.")
    .argument("[what]", `one of ${LISTS.join(", ")}; all but targets when left out`)
    .addHelpText("after", "\nExamples:\n  npm run eval -- list\n  npm run eval -- list targets")
    .action(async (what: string | undefined) => {
      const { list } = await import("./list-items.ts");
      await list(what, effects);
    });
}
