import type { Interval } from "../bootstrap.ts";

/** An estimate that others can be made of: how far its interval reaches to either side, and what every item adds to its error. */
export type Estimate = {
  readonly value: number;
  readonly below: number;
  readonly above: number;
  /** Per item, in the order of items: how far it moves the value. About 0 in all. */
  readonly influence: Float64Array;
};

/**
 * Sum of two estimates from the same items: each lends its own distances to its limits, and they are put together as
 * variances are, with the correlation that the items show (MOVER: Zou & Donner 2008, Statistics in Medicine 27:1693). Unlike
 * a symmetric interval it keeps that a share has a limit, and unlike a bootstrap it does not take failures that were not
 * seen for failures that cannot be.
 */
export function plus(a: Estimate, b: Estimate): Estimate {
  const r = correlation(a.influence, b.influence);
  return {
    value: a.value + b.value,
    below: joined(a.below, b.below, r),
    above: joined(a.above, b.above, r),
    influence: a.influence.map((value, item) => value + (b.influence[item] as number)),
  };
}

/**
 * The same of a difference. For two shares of single trials it is in essence Newcombe's interval of paired shares (1998,
 * Statistics in Medicine 17:2635).
 */
export const minus = (a: Estimate, b: Estimate): Estimate => plus(a, negative(b));

const negative = ({ value, below, above, influence }: Estimate): Estimate => ({
  value: -value,
  below: above,
  above: below,
  influence: influence.map((each) => -each),
});

/** The interval of an estimate. */
export const intervalOf = ({ value, below, above }: Estimate): Interval => ({
  low: value - below,
  high: value + above,
});

/** The interval of what the estimate is the logarithm of. */
export const raised = (estimate: Estimate): Interval => {
  const { low, high } = intervalOf(estimate);
  return { low: Math.exp(low), high: Math.exp(high) };
};

const joined = (a: number, b: number, r: number): number => Math.sqrt(Math.max(0, a * a + b * b + 2 * r * a * b));

/** 0 where one of the two shows no variation. */
function correlation(a: Float64Array, b: Float64Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, item) => {
    const other = b[item] as number;
    ab += value * other;
    aa += value * value;
    bb += other * other;
  });
  return aa === 0 || bb === 0 ? 0 : Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)));
}
