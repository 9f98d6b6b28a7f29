import type { Claim, ClaimList } from "../../domain/claim.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import type { TokenFigure } from "../../measure/tokens.ts";
import type { Measured, Verdict } from "../../measure/verdict.ts";

export type Checked = { readonly claim: Claim; readonly measured: readonly Measured[]; readonly verdict: Verdict };

/** What to use instead of one factor for all. */
export type Instead = {
  readonly entry: TokenizerEntry;
  readonly ratio: TokenFigure | undefined;
  /** Lowest and highest ratio over the kinds of text here and the outside corpora. */
  readonly lowest: number;
  readonly highest: number;
  readonly perChar: TokenFigure | undefined;
  /** The same for tokens per Korean character. */
  readonly perCharLowest: number;
  readonly perCharHighest: number;
};

export type ClaimFacts = {
  readonly list: ClaimList;
  readonly claims: readonly Checked[];
  readonly instead: readonly Instead[];
  readonly dataset: { readonly name: string; readonly sha256: string };
  readonly run: string;
  readonly suite: string;
};
