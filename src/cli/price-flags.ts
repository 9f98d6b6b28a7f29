import type { Command } from "commander";
import { flag, positive } from "./flag.ts";

/** Flags of every command that prints prices. */
export const withPriceFlags = (command: Command): Command =>
  command
    .addOption(flag("--prices <book>", "price book: a name from `list prices`, or a .json file"))
    .addOption(flag("--as-of <day>", "price day as YYYY-MM-DD; the default is the day of the book"))
    .addOption(flag("--krw <rate>", "won for a dollar; reports take an assumed range without it").argParser(positive));

export type PriceFlags = { readonly prices?: string; readonly asOf?: string; readonly krw?: number };
