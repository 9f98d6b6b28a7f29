import type { Interval } from "../bootstrap.ts";
import { type ArticleCost, articleCost } from "./article.ts";
import { type ClusteredShare, clusteredShare } from "./clustered-share.ts";
import { type PerSuccess, perSuccess } from "./per-success.ts";
import { sumOf } from "./sum.ts";
import type { Tally } from "./tally.ts";
import { withinItemCorrelation } from "./within-item.ts";

/** What one retry policy came to in one language. */
export type PolicyFigures = {
  readonly firstValid: ClusteredShare;
  readonly finalValid: ClusteredShare;
  /** Share of trials without a valid answer at the cap. */
  readonly unresolved: { readonly value: number; readonly interval: Interval | undefined };
  /** Of first-try validity. */
  readonly withinItem: number | undefined;
  readonly attempts: PerSuccess | undefined;
  readonly tokens: PerSuccess | undefined;
  readonly usd: PerSuccess | undefined;
  /** What was spent after first attempts, a trial in the mean. */
  readonly extraTokens: number | undefined;
  readonly extraUsd: number | undefined;
  readonly article: ArticleCost | undefined;
};

/** All figures of a policy; undefined of no trials. */
export function policyFigures(tally: Tally, confidence: number): PolicyFigures | undefined {
  const firstValid = clusteredShare(tally.firstValid, tally.trials, confidence);
  const finalValid = clusteredShare(tally.finalValid, tally.trials, confidence);
  if (firstValid === undefined || finalValid === undefined) return undefined;
  const { value, interval } = finalValid;
  return {
    firstValid,
    finalValid,
    unresolved: { value: 1 - value, interval: interval && { low: 1 - interval.high, high: 1 - interval.low } },
    withinItem: withinItemCorrelation(tally.firstValid, tally.trials),
    attempts: perSuccess(tally, "attempts", confidence),
    tokens: perSuccess(tally, "tokens", confidence),
    usd: perSuccess(tally, "usd", confidence),
    extraTokens: extra(tally.tokens, tally.firstTokens, tally.trials),
    extraUsd: extra(tally.usd, tally.firstUsd, tally.trials),
    article: articleCost(tally),
  };
}

function extra(all: Float64Array, first: Float64Array, trials: Float64Array): number | undefined {
  const mean = (sumOf(all) - sumOf(first)) / sumOf(trials);
  return Number.isNaN(mean) ? undefined : mean;
}
