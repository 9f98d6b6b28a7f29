import { Command } from "commander";
import type { CountFlags } from "./count/flags.ts";
import { withCountingFlags } from "./counting-flags.ts";
import type { Effects } from "./effects.ts";
import { flag, repeatable } from "./flag.ts";
import { withPriceFlags } from "./price-flags.ts";

const EXAMPLES = `
Examples:
  npm run eval -- count "안녕하세요, 무엇을 도와드릴까요?"
  npm run eval -- count --target 'openai/*' --krw 1390 "환불은 영업일 기준 3일 안에 됩니다."
  cat prompt.txt | npm run eval -- count`;

/** `count TEXT`: tokens of a text by every tokenizer, and what 1,000 such texts cost on every target. */
export function countCommand(effects: Effects): Command {
  const command = new Command("count")
    .summary("tokens and price of a text")
    .description(
      "Counts the tokens of a text and prices it on every target. Reads standard input when no text is given.",
    )
    .argument("[text...]", "the text; several words are joined by spaces")
    .addOption(
      flag("--target <pattern>", "only targets that match, as in openai/* (repeatable)")
        .argParser(repeatable)
        .default([], "all"),
    )
    .addOption(flag("--all", "every target, not only the cheapest twelve"));
  return withCountingFlags(withPriceFlags(command))
    .addOption(flag("--json", "print as JSON"))
    .addHelpText("after", EXAMPLES)
    .action(async (words: readonly string[], flags: CountFlags) => {
      const { countText } = await import("./count/count-text.ts");
      await countText(words, flags, effects);
    });
}
