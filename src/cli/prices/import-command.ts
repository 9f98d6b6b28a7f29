import { Command } from "commander";
import { CATALOGUES } from "../../domain/price/imported.ts";
import type { Effects } from "../effects.ts";
import { flag, repeatable } from "../flag.ts";
import type { ImportFlags } from "./import.ts";

const EXAMPLES = `
Prices that jump by more than 3 times, become 0 or are out of order (cache_read <= input <= cache_write, input <=
output) are refused until --accept names their target. A target that the catalogue lacks is kept.

Examples:
  npm run eval -- prices import model_prices_and_context_window.json --format litellm --as-of 2026-12-01
  npm run eval -- prices import data.json --format genai-prices --as-of 2026-12-01 --out 2026-12-01.json
  npm run eval -- prices import api.json --format models.dev --as-of 2026-12-01 --add 'openai/gpt-7*' \\
                  --accept openai/gpt-6-luna --out 2026-12-01.json`;

/** `prices import FILE`: a price book brought up to date from a public catalogue. */
export function importCommand(effects: Effects): Command {
  return new Command("import")
    .summary("bring a price book up to date from a public price catalogue")
    .description("Builds a new price book from an existing one and a catalogue file. Nothing is fetched.")
    .argument("<file>", "the catalogue's JSON file")
    .addOption(flag("--format <name>", "the catalogue").choices(CATALOGUES).makeOptionMandatory())
    .addOption(flag("--as-of <day>", "the day that the file's prices are of, YYYY-MM-DD").makeOptionMandatory())
    .addOption(flag("--onto <book>", "the book to start from: a name or a .json file; the current one when left out"))
    .addOption(
      flag("--add <pattern>", "take over targets that the book lacks, as in openai/gpt-7* (repeatable)")
        .argParser(repeatable)
        .default([], "none"),
    )
    .addOption(
      flag("--accept <pattern>", "take suspicious prices of these targets (repeatable)")
        .argParser(repeatable)
        .default([], "none"),
    )
    .addOption(flag("--out <file>", "write the new book to this .json file; nothing is written without it"))
    .addOption(flag("--json", "print as JSON"))
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, flags: ImportFlags) => {
      const { importPrices } = await import("./import.ts");
      await importPrices(file, flags, effects);
    });
}
