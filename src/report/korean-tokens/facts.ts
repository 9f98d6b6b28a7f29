import type { Range } from "../../domain/assumptions.ts";
import type { Day } from "../../domain/date.ts";
import type { OutsideTotals } from "../../domain/outside.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";

/** What the report says beside the measurements: where they come from and what they rest on. */
export type Facts = {
  readonly dataset: {
    readonly name: string;
    readonly title: string;
    readonly titleKo: string;
    readonly sha256: string;
    readonly limits: readonly string[];
    readonly limitsKo: readonly string[];
    /** Files whose encoding was not UTF-8, and what they were read as. */
    readonly readAs: readonly { readonly file: string; readonly encoding: string }[];
    /** False when no row named its document: then every pair stands for one. */
    readonly documented: boolean;
    /** Columns of the file that were left out. */
    readonly ignored: readonly string[];
    /** Texts that were not in NFC or held odd spaces, and all texts. */
    readonly changedTexts: number;
    readonly texts: number;
  };
  /** Domains in the order of the dataset. */
  readonly domains: readonly string[];
  /** Tokenizers that were counted with, strongest claim first. */
  readonly tokenizers: readonly (TokenizerEntry & { readonly how: string })[];
  /** Tokenizers of the suite that did not count this text, and why. */
  readonly notCounted: readonly { readonly entry: TokenizerEntry; readonly why: string }[];
  /** Tokenizers that targets of the book have but nobody can run here, with their targets and the assumed range. */
  readonly unknown: readonly {
    readonly entry: TokenizerEntry;
    readonly targets: readonly string[];
    readonly range: Range;
  }[];
  /** Active targets that no tokenizer of the registry is known for: they have a price and no cost. */
  readonly leftOut: readonly string[];
  readonly book: PriceBook;
  readonly day: Day;
  readonly compared: PriceBook | undefined;
  readonly outside: readonly OutsideTotals[];
  readonly won: { readonly low: number; readonly high: number; readonly assumed: boolean };
  /** Share of each domain in the overall figures. */
  readonly mix: readonly { readonly domain: string; readonly share: number }[];
  readonly reweighted: boolean;
  readonly seed: number;
  readonly resamples: number;
  readonly run: string;
  /** The command that makes this report again. */
  readonly command: string;
};
