import { Command } from "commander";
import type { Effects } from "./effects.ts";
import type { FirstLiveFlags } from "./first-live/flags.ts";
import { flag, positive, repeatable } from "./flag.ts";
import { PROGRESS } from "./progress.ts";

const EXAMPLES = `
Examples:
  npm run eval -- first-live --budget-usd 1 --keys .env --dry-run
  npm run eval -- first-live --budget-usd 1 --keys .env
  npm run eval -- first-live --budget-usd 0.05 --target openai/gpt-6-luna

It asks only vendors that you have a key for. Whatever it may cost is printed before anything is asked, and is never above the
budget: no answer can be longer than its limit, and no prompt has more tokens than bytes. Counting is
free by Anthropic's and Google's pages; OpenAI's names no charge for it.
What it writes: datasets/counts/live/, evals/recordings/smoke/, reports/, and a log in runs/. Look at \`git diff\` before you commit.`;

/** `first-live`: the smallest useful set of what the reports lack, for a person with keys. */
export function firstLiveCommand(effects: Effects): Command {
  return new Command("first-live")
    .summary("with keys: measure the smallest useful set of what the reports lack")
    .description(
      "Checks your keys, shows the price, counts and asks what the reports lack, records it, and makes the reports again.",
    )
    .addOption(flag("--budget-usd <dollars>", "the most that it may cost").argParser(positive).makeOptionMandatory())
    .addOption(
      flag("--target <pattern>", "ask these instead of the cheapest light model of each vendor (repeatable)")
        .argParser(repeatable)
        .default([], "one for each vendor with a key"),
    )
    .addOption(flag("--dry-run", "show the plan and its price, and ask nobody"))
    .addOption(flag("--keys <file>", "file of lines such as OPENAI_API_KEY=…; the environment wins"))
    .addOption(
      flag("--base-url <provider=url>", "address of a provider (repeatable)")
        .argParser(repeatable)
        .default([], "the vendor's"),
    )
    .addOption(
      flag("--accept <fingerprint>", "a random-looking word in an answer that is no secret (repeatable)")
        .argParser(repeatable)
        .default([], "none"),
    )
    .addOption(flag("--progress <kind>", "progress on stderr").choices(PROGRESS).default("auto"))
    .addHelpText("after", EXAMPLES)
    .action(async (flags: FirstLiveFlags) => {
      const { firstLive } = await import("./first-live/run.ts");
      await firstLive(flags, effects);
    });
}
