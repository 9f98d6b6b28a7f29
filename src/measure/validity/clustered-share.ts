import { FEWEST_CLUSTERS, type Interval } from "../bootstrap.ts";
import { normalQuantile } from "../student.ts";
import { wilson } from "../wilson.ts";
import type { Estimate } from "./estimate.ts";
import { freedomOf, varianceOf } from "./spread.ts";
import { sumOf } from "./sum.ts";
import { tQuantileOf } from "./t-quantile.ts";

/** A share of trials that repeat items. */
export type ClusteredShare = {
  readonly value: number;
  readonly hits: number;
  /** Trials, and the items that they repeat. */
  readonly n: number;
  readonly items: number;
  /** How many times wider the variance is than that of as many independent trials; undefined where none or all are hits. */
  readonly designEffect: number | undefined;
  /** Undefined below 20 items. */
  readonly interval: Interval | undefined;
};

/** A smaller design effect is chance: items cannot be more alike than if they were all the same. */
const LEAST_DESIGN_EFFECT = 0.5;

/**
 * The share of hits among trials that are not independent within their item: Wilson's interval on the effective sample
 * size, n ÷ design effect (Rao & Scott 1992, Biometrics 48:577; for equal items the design effect is Donner & Klar's
 * 1 + (m − 1) ICC, 2000). Its variance is the jackknife's over items. Where none or all are hits no design effect can be
 * seen, and every item counts as one trial.
 *
 * The variance is itself estimated, often from few failing items, so the effective size is made smaller by (z ÷ t)² as
 * Korn & Graubard do (1998, Survey Methodology 24:193). A design effect below 1 stands: raised to 1 the interval would
 * hold the truth more often than it says. Items that were tried once each are Wilson's own, as they are.
 *
 * Undefined of no trials.
 * @param hits of each item
 * @param n trials of each item, at least one
 * @param confidence as in 0.95
 */
export function clusteredShare(hits: Float64Array, n: Float64Array, confidence: number): ClusteredShare | undefined {
  const [all, trials, items] = [sumOf(hits), sumOf(n), n.length];
  if (trials === 0) return undefined;
  const bounds = items < FEWEST_CLUSTERS ? undefined : boundsOf(hits, n, confidence);
  return {
    value: all / trials,
    hits: all,
    n: trials,
    items,
    designEffect: designEffectOf(influenceOf(hits, n), all, trials),
    interval: bounds && { low: bounds.low, high: bounds.high },
  };
}

/** The same to go on from; undefined below 20 items too. */
export function shareEstimate(hits: Float64Array, n: Float64Array, confidence: number): Estimate | undefined {
  if (n.length < FEWEST_CLUSTERS) return undefined;
  const value = sumOf(hits) / sumOf(n);
  const { low, high, influence } = boundsOf(hits, n, confidence);
  return { value, below: value - low, above: high - value, influence };
}

function boundsOf(
  hits: Float64Array,
  n: Float64Array,
  confidence: number,
): Interval & { readonly influence: Float64Array } {
  const [all, trials] = [sumOf(hits), sumOf(n)];
  const influence = influenceOf(hits, n);
  if (trials === n.length) return { ...bounded(all, trials, confidence), influence };
  const effect = Math.max(LEAST_DESIGN_EFFECT, designEffectOf(influence, all, trials) ?? trials / n.length);
  const level = (1 + confidence) / 2;
  const effective = (trials / effect) * (normalQuantile(level) / tQuantileOf(level, freedomOf(influence))) ** 2;
  return { ...bounded((all / trials) * effective, effective, confidence), influence };
}

/** Rounding must not push a share of all off its limit. */
function bounded(hits: number, trials: number, confidence: number): Interval {
  const { low, high } = wilson(hits, trials, confidence) ?? { low: 0, high: 1 };
  return { low, high: hits === trials ? 1 : high };
}

/** How far each item moves the share: what leaving it out does to it. */
function influenceOf(hits: Float64Array, n: Float64Array): Float64Array {
  const [trials, items] = [sumOf(n), n.length];
  const share = sumOf(hits) / trials;
  return n.map((own, item) => ((((hits[item] as number) - share * own) / (trials - own)) * (items - 1)) / items);
}

function designEffectOf(influence: Float64Array, hits: number, trials: number): number | undefined {
  if (hits === 0 || hits === trials || influence.length < 2) return undefined;
  return (varianceOf(influence) * trials) / ((hits / trials) * (1 - hits / trials));
}
