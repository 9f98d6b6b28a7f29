import { Command, Option } from "commander";
import { SERVICES } from "../domain/price/model.ts";
import { MOST_TURNS } from "../domain/scenario.ts";
import { cachingMode } from "./cost/caching-mode.ts";
import type { CostFlags } from "./cost/flags.ts";
import type { Effects } from "./effects.ts";
import { flag, positive, repeatable, whole } from "./flag.ts";
import { withPriceFlags } from "./price-flags.ts";
import { PROGRESS } from "./progress.ts";

const EXAMPLES = `
Examples:
  npm run eval -- cost                                  the three scenarios, into reports/cost/
  npm run eval -- cost --scenario support --cache turns with the history of a chat read from the cache
  npm run eval -- cost --scenario documents --service batch
  npm run eval -- cost --per-day 200 --user-chars 900 --reply-chars 400 --kind contract
  npm run eval -- cost --price ours.csv --krw 1390@2026-11-20
  npm run eval -- cost --as-of 2027-01-01               with the price changes that are announced

Traffic is stated as content, in Korean characters, and becomes tokens by each target's own tokenizer.
A scenario of your own can also be a file: copy one of datasets/scenarios/ and give its path to --scenario.`;

/** `cost`: what a month of a scenario costs on every active target. */
export function costCommand(effects: Effects): Command {
  const command = new Command("cost")
    .summary("what a month of traffic costs on every target")
    .description("Prices a month of traffic on every active target: content, not tokens, call by call, offline.")
    .addOption(
      flag("--scenario <name>", "a scenario by name, or the path of a .json file (repeatable)")
        .argParser(repeatable)
        .default([], "support, documents and coding"),
    )
    .addOption(
      flag(
        "--per-day <n>",
        "a scenario of your own, with the indented flags: conversations or requests a day",
      ).argParser(positive),
    )
    .addOption(flag("--user-chars <n>", "  Korean characters of a question or document").argParser(positive))
    .addOption(flag("--reply-chars <n>", "  Korean characters of an answer").argParser(positive))
    .addOption(
      flag("--system-chars <n>", "  Korean characters of the system prompt (default: none)").argParser(positive),
    )
    .addOption(flag("--turns <n>", "  turns of a conversation (default: 1)").argParser(whole(1, MOST_TURNS)))
    .addOption(flag("--days <n>", "  days a month (default: 30)").argParser(whole(1, 31)))
    .addOption(
      flag("--kind <domain>", "  the kind of text it reads like, as in support or contract (default: all kinds)"),
    )
    .addOption(
      new Option("--no-history", "  turns do not resend the turns before them").default(true, "history is resent"),
    )
    .addOption(
      flag("--cache <mode>", "off, turns, all, or chances as in within=0.9,between=0.5")
        .argParser(cachingMode)
        .default("off"),
    )
    .addOption(
      flag("--service <name>", "price of a service")
        .choices(["standard", ...SERVICES])
        .default("standard"),
    )
    .addOption(flag("--residency", "price of data that stays in a region"))
    .addOption(
      flag("--target <pattern>", "only targets that match, as in openai/* (repeatable)")
        .argParser(repeatable)
        .default([], "all"),
    );
  return withPriceFlags(command)
    .addOption(flag("--out <folder>", "where to write the report and measurements.csv"))
    .addOption(flag("--format <names>", "files to write: md,csv,json,svg (default: all)"))
    .addOption(flag("--locale <language>", "language of what is printed here").choices(["en", "ko"]))
    .addOption(flag("--progress <kind>", "progress on stderr").choices(PROGRESS).default("auto"))
    .addOption(flag("--quiet", "print nothing but errors"))
    .addOption(flag("--json", "print the result as JSON"))
    .addHelpText("after", EXAMPLES)
    .action(async (flags: CostFlags) => {
      const { runCost } = await import("./cost/run.ts");
      await runCost(flags, effects);
    });
}
