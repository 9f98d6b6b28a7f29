import { Command } from "commander";
import type { CountFlags } from "./count/flags.ts";
import type { Effects } from "./effects.ts";
import { withEngineFlag } from "./engine-flag.ts";
import { flag, repeatable, whole } from "./flag.ts";
import { withPriceFlags } from "./price-flags.ts";
import { PROGRESS } from "./progress.ts";

const EXAMPLES = `
Examples:
  npm run eval -- count "안녕하세요, 무엇을 도와드릴까요?"
  npm run eval -- count --target 'openai/*' --krw 1390 "환불은 영업일 기준 3일 안에 됩니다."
  cat prompt.txt | npm run eval -- count
  npm run eval -- count --mode live --target 'anthropic/claude-sonnet-5-5' "안녕하세요"
  npm run eval -- count --mode live --committed --target anthropic/claude-sonnet-5-5 --keys .env

--mode live asks the count endpoint of every target that is named, with its vendor's key (ANTHROPIC_API_KEY, GEMINI_API_KEY,
OPENAI_API_KEY). Anthropic's and Google's pages say that counting is free of charge; OpenAI's names no charge for it. With --committed
it counts every text that the suites count and keeps the counts in datasets/counts/live/, from which the reports take them.`;

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
  return withEngineFlag(withPriceFlags(command))
    .addOption(
      flag("--mode <mode>", "auto counts offline and never spends; live asks the targets' own count endpoints").default(
        "auto",
      ),
    )
    .addOption(flag("--committed", "live: count every committed text and record the counts"))
    .addOption(flag("--limit <n>", "live: ask at most n texts more (with --committed)").argParser(whole(1)))
    .addOption(
      flag("--base-url <provider=url>", "live: address of a provider (repeatable)")
        .argParser(repeatable)
        .default([], "the vendor's"),
    )
    .addOption(flag("--keys <file>", "live: file of lines such as ANTHROPIC_API_KEY=…; the environment wins"))
    .addOption(flag("--progress <kind>", "progress on stderr").choices(PROGRESS).default("auto"))
    .addOption(flag("--json", "print as JSON"))
    .addHelpText("after", EXAMPLES)
    .action(async (words: readonly string[], flags: CountFlags) => {
      if (flags.mode === "live") {
        const { countLive } = await import("./count/live.ts");
        await countLive(words, flags, effects);
        return;
      }
      const { countText } = await import("./count/count-text.ts");
      await countText(words, flags, effects);
    });
}
