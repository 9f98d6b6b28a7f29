import type { Claim, ClaimList } from "../../domain/claim.ts";
import type { Day } from "../../domain/date.ts";
import type { Metric } from "../../domain/measurement.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import type { TokenFigure } from "../../measure/tokens.ts";
import type { Measured, Verdict } from "../../measure/verdict.ts";

/** Why a claim of a target's answers was not measured: its model is gone, or still answers and nobody has asked it yet. */
export type Unmeasured =
  | { readonly kind: "gone"; readonly since: Day | undefined; readonly beforeText: boolean }
  | { readonly kind: "answers"; readonly until: Day | undefined; readonly suite: string; readonly target: string };

export type Checked = {
  readonly claim: Claim;
  readonly metric: Metric | undefined;
  /** True for a claim of money: it has a value today, and may have a corrected one. */
  readonly ofCost: boolean;
  readonly measured: readonly Measured[];
  readonly corrected: number | undefined;
  readonly today: { readonly value: number | undefined; readonly targets: readonly string[] } | undefined;
  readonly unmeasured: Unmeasured | undefined;
  readonly verdict: Verdict;
};

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
  /** The models whose prices the text prints, and which of them could be called, then and today. */
  readonly prices: {
    readonly targets: readonly string[];
    readonly then: Day;
    readonly today: Day;
    readonly answeringThen: readonly string[];
    readonly answeringToday: readonly string[];
  };
  readonly dataset: { readonly name: string; readonly sha256: string };
  readonly run: string;
  readonly suite: string;
};
