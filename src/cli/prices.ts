import { Command } from "commander";
import type { Effects } from "./effects.ts";
import { diffCommand } from "./prices/diff-command.ts";
import { importCommand } from "./prices/import-command.ts";
import { showCommand } from "./prices/show-command.ts";

const EXAMPLES = `
Examples:
  npm run eval -- prices show google/gemini-4-argon --as-of 2026-12-02
  npm run eval -- prices diff article-2026-01-29 2026-11-24
  npm run eval -- prices import --help`;

/** `prices show`, `prices diff` and `prices import`. */
export function pricesCommand(effects: Effects): Command {
  return new Command("prices")
    .summary("price books: show a price, compare two books, take over a catalogue's prices")
    .description("Works on price books: dated prices with their sources.")
    .addHelpText("after", EXAMPLES)
    .addCommand(showCommand(effects))
    .addCommand(diffCommand(effects))
    .addCommand(importCommand(effects));
}
