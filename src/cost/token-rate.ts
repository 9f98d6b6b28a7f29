import type { Evidence } from "../domain/evidence.ts";
import type { TokensPerChar } from "../domain/units.ts";
import type { Span } from "./korean-chars.ts";

/** Tokens per Korean character of one target: measured, or assumed as a range. */
export type TokenRate = {
  readonly tokenizer: string;
  /** Absent when only a range is known. */
  readonly value: TokensPerChar | undefined;
  /** The confidence interval of a measured value, or the assumed range; absent when no interval can be given. */
  readonly span: Span<TokensPerChar> | undefined;
  readonly confidence: number | undefined;
  readonly evidence: Evidence;
  readonly source: string;
  readonly n: number | undefined;
  readonly clusters: number | undefined;
};
