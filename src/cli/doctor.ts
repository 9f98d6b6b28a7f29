import { Command } from "commander";
import type { Effects } from "./effects.ts";

/** `doctor`: says whether this machine can run everything, and what is optional. Sends nothing. */
export function doctorCommand(effects: Effects): Command {
  return new Command("doctor")
    .summary("check this machine")
    .description("Checks Node, the tokenizers, the data, and where reports go. Sends nothing and shows no key.")
    .action(async () => {
      const { examine } = await import("./examine.ts");
      await examine(effects);
    });
}
