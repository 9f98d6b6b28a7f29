import { Command } from "commander";
import type { Effects } from "./effects.ts";
import { diffCommand } from "./prices/diff-command.ts";
import { importCommand } from "./prices/import-command.ts";

/** `prices diff` and `prices import`. */
export function pricesCommand(effects: Effects): Command {
  return new Command("prices")
    .summary("price books: compare two, take over a catalogue's prices")
    .description("Works on price books.")
    .addHelpText(
      "after",
      "\nExamples:\n  npm run eval -- prices diff 2026-11-24 next.json\n  npm run eval -- prices import --help",
    )
    .addCommand(diffCommand(effects))
    .addCommand(importCommand(effects));
}
