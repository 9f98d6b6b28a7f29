import { Command } from "commander";
import type { Effects } from "./effects.ts";

/** `validate [files]`: checks the data and suites of the project, or a user's own files, and changes nothing. */
export function validateCommand(effects: Effects): Command {
  return new Command("validate")
    .summary("check data and suites, or your own file")
    .description(
      "Checks datasets, price books, prompts, tasks, profiles, assumptions and suites; or, given files, these as datasets. Changes nothing.",
    )
    .argument("[files...]", "your own .csv, .tsv or .jsonl files")
    .addHelpText("after", "\nExamples:\n  npm run eval -- validate\n  npm run eval -- validate ours.csv")
    .action(async (files: readonly string[]) => {
      const { validate } = await import("./validate-data.ts");
      await validate(files, effects);
    });
}
