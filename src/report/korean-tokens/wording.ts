import type { Form } from "../../domain/form.ts";
import type { OutsideTotals } from "../../domain/outside.ts";
import type { Remedy, TokenizerEntry } from "../../domain/tokenizer.ts";

type NotCounted = { readonly entry: TokenizerEntry; readonly why: string };
type Factor = { readonly tokenizer: string; readonly factor: string };

/** Every word of the korean-tokens report. One implementation per language; figures come in already formatted. */
export type Wording = {
  readonly locale: "en" | "ko";
  readonly title: string;
  readonly percent: (text: string) => string;
  readonly domain: (name: string) => string;
  /** What a tokenizer is of: `GPT-6 and later`. */
  readonly family: (entry: TokenizerEntry) => string;
  /** Its id with what it is of. */
  readonly tokenizer: (entry: TokenizerEntry) => string;
  readonly headline: (ratios: readonly { tokenizer: string; ratio: string; interval: string }[]) => string;
  /** How far the ratio and tokens per character vary with the text. */
  readonly variation: (parts: {
    tokenizer: string;
    domains: string;
    outside: string | undefined;
    perChar: string;
    perCharDomains: string;
    perCharOutside: string | undefined;
  }) => string;
  readonly coverage: (parts: { exact: number; live: number; active: number; unknown: readonly string[] }) => string;
  readonly cheapest: (parts: {
    target: string;
    /** Whether any target was counted by its vendor. */
    live: boolean;
    input: string;
    output: string;
    maybe: readonly string[];
    ending: readonly { target: string; day: string }[];
  }) => string;

  readonly ratioHeading: string;
  readonly ratioIntro: (spans: string) => string;
  readonly spans: (spans: readonly string[]) => string;
  readonly outside: (corpora: readonly OutsideTotals[]) => string;
  readonly ratioAlt: string;
  readonly ratioChart: {
    readonly title: string;
    readonly axis: string;
    readonly band: string;
    readonly note: (hidden: string) => string;
  };
  readonly allTokenizers: (count: number) => string;

  readonly costHeading: string;
  readonly costIntro: (parts: { book: string; day: string; won: string; live: boolean }) => string;
  readonly noTargets: (book: string, day: string) => string;
  readonly costAlt: string;
  readonly costChart: {
    readonly title: string;
    readonly axis: string;
    readonly exact: string;
    /** The same where some were counted by their vendor. */
    readonly counted: string;
    readonly assumed: string;
  };
  readonly moves: (parts: {
    sure: readonly { target: string; price: string; cost: string }[];
    open: number;
    active: number;
  }) => string;
  readonly allTargets: (count: number) => string;
  readonly until: (day: string) => string;
  readonly priceFrom: (day: string, input: string, output: string) => string;

  readonly articleHeading: string;
  readonly articleIntro: (day: string) => string;
  readonly gone: (day: string | undefined, lastPrice: string | undefined) => string;
  readonly unchanged: string;
  readonly nowPrice: (input: string, output: string) => string;

  readonly unknownHeading: string;
  readonly unknownIntro: string;
  readonly remedy: (remedy: Remedy) => string;

  readonly perCharSummary: string;

  readonly detailHeading: string;
  readonly detailIntro: string;
  readonly bytes: (ko: string, en: string, same: string) => string;

  readonly formHeading: string;
  readonly form: (parts: { changed: number; texts: number; effects: readonly Factor[] }) => string;
  readonly formsIntro: string;
  readonly forms: Readonly<Record<Form, string>>;

  readonly wording: (pairs: string, effects: readonly Factor[]) => string;
  readonly templateHeading: string;
  readonly templateIntro: string;

  readonly methodHeading: string;
  readonly method: (parts: {
    dataset: string;
    pairs: string;
    documents: string;
    sha256: string;
    mix: string;
    reweighted: boolean;
    resamples: string;
    seed: number;
    run: string;
    command: string;
  }) => readonly string[];
  readonly outsideSources: (corpora: readonly OutsideTotals[]) => string;
  readonly readAs: (file: string, encoding: string) => string;
  readonly undocumented: string;
  readonly ignored: (columns: readonly string[]) => string;
  /** Undefined when every tokenizer counted. */
  readonly notCounted: (entries: readonly NotCounted[]) => string | undefined;
  readonly evidenceSummary: string;
  readonly limitsHeading: string;
  readonly limits: (dataset: readonly string[]) => readonly string[];
  readonly leftOut: (targets: readonly string[]) => string;
  readonly columns: Readonly<Record<ColumnName, string>>;
  readonly evidence: Readonly<Record<"exact" | "live" | "assumed" | "published", string>>;
};

export type ColumnName =
  | "domain"
  | "pairs"
  | "documents"
  | "target"
  | "tokensPerChar"
  | "usdIn"
  | "usdOut"
  | "krwIn"
  | "krwOut"
  | "costRank"
  | "priceRank"
  | "evidence"
  | "note"
  | "priceThen"
  | "priceNow"
  | "usdInThen"
  | "usdOutThen"
  | "family"
  | "targets"
  | "range"
  | "reason"
  | "toMakeExact"
  | "tokenizer"
  | "ratio"
  | "spread"
  | "perEojeol"
  | "perWord"
  | "perEnChar"
  | "countedBy"
  | "why"
  | "overhead";
