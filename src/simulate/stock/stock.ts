import type { Lang } from "../../domain/prompt.ts";

/** What simulated answers are made of in one language. It says nothing, on purpose, but reads like an answer. */
export type Stock = {
  readonly lang: Lang;
  /** What an answer begins with, so that nobody takes it for a model's. */
  readonly mark: string;
  readonly thinkingMark: string;
  readonly sentences: readonly string[];
  /** Sentences of few tokens, for what is left at the end. */
  readonly short: readonly [string, ...string[]];
  readonly thinking: readonly string[];
  readonly refusal: string;
  /** Words around JSON that was to stand alone: before it and after it. */
  readonly around: readonly [string, string];
  /** Values of strings in JSON. */
  readonly phrases: readonly [string, ...string[]];
  /** A key that no schema names. */
  readonly extraKey: string;
  /** Before a value of an enum it makes one that the enum does not have. */
  readonly very: string;
};
