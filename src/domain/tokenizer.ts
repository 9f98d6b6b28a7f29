import type { Day } from "./date.ts";

/** What a count may be called: see the registry for the evidence of each claim. */
export type Exactness = "exact" | "unknown";

/** How the text is counted. `bpe`: gpt-tokenizer's rank tables. Absent where no engine is at hand. */
export type EngineName = "bpe";

/** One row of the tokenizer registry. */
export type TokenizerEntry = {
  readonly id: string;
  readonly title: string;
  readonly titleKo: string;
  readonly exactness: Exactness;
  readonly engine: EngineName | undefined;
  /** Package and version of the engine and its vocabulary, or where the vocabulary is kept. */
  readonly version: string;
  /** Targets it is (or would be) the tokenizer of; `*` stands for any characters. */
  readonly models: readonly string[];
  /** Why the claim of `models` is believed. */
  readonly evidence: string;
  /** The day the evidence was read. */
  readonly checked: Day;
  /** What would make an unknown one exact: a command, and what it needs. */
  readonly toMakeExact: string | undefined;
};

/** Counts tokens of plain text; special-token text in it is plain text. Never throws, whatever the text holds. */
export type CountTokens = (text: string) => number;
