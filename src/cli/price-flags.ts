import type { Command } from "commander";
import { flag, repeatable } from "./flag.ts";
import { type WonGiven, won } from "./won.ts";

/** Flags of every command that prints prices. */
export const withPriceFlags = (command: Command): Command =>
  command
    .addOption(flag("--prices <book>", "price book: a name from `list prices`, or a .json file"))
    .addOption(
      flag("--price <file>", "your own rates laid over the book: .json or .csv (repeatable)")
        .argParser(repeatable)
        .default([], "none"),
    )
    .addOption(flag("--as-of <day>", "price day as YYYY-MM-DD; the default is the day of the book"))
    .addOption(
      flag(
        "--krw <rate>",
        "won for a dollar, with its day as in 1390@2026-11-20; without it a range is assumed",
      ).argParser(won),
    );

export type PriceFlags = {
  readonly prices?: string;
  readonly price: readonly string[];
  readonly asOf?: string;
  readonly krw?: WonGiven;
};
