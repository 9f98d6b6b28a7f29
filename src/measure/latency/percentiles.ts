import { quantile } from "../quantile.ts";
import { orderInterval } from "./order-interval.ts";

/** A percentile of a sample of n, or the greatest value in the place of one that n is too few for. */
export type Percentile = {
  /** p50, p99.9, max. */
  readonly name: string;
  /** 1 for the greatest. */
  readonly q: number;
  readonly value: number;
  readonly n: number;
  /** Undefined where no two values of the sample hold it as surely as was asked. */
  readonly low?: number;
  readonly high?: number;
};

/** From here on a percentile needs a value beyond it: p99 of fewer than 100 values is their greatest by another name. */
const FAR_OUT = 0.99;

/** Whether n values have a q-quantile of their own: not below n = 100 for p99, not below n = 1,000 for p99.9. */
export const enoughFor = (q: number, n: number): boolean => q < FAR_OUT || Math.round(n * (1 - q) * 1e6) >= 1e6;

/** p50, p99.9. */
export const percentileName = (q: number): string => `p${Number((q * 100).toFixed(6))}`;

/** Values in ms or any other unit, sorted or counted: both know their quantiles of type 7. */
export type Sample = {
  readonly n: number;
  readonly max: number | undefined;
  readonly quantile: (q: number) => number | undefined;
};

/**
 * Percentiles of a sample. In the place of those that it is too small for stands its greatest value, once, named `max`.
 * Nothing of an empty sample.
 */
export function percentilesOf(sample: Sample, quantiles: readonly number[]): Percentile[] {
  const { n, max } = sample;
  if (max === undefined) return [];
  const enough = quantiles.filter((q) => enoughFor(q, n));
  const found = enough.flatMap((q): Percentile[] => {
    const value = sample.quantile(q);
    return value === undefined ? [] : [{ name: percentileName(q), q, value, n }];
  });
  return enough.length === quantiles.length ? found : [...found, { name: "max", q: 1, value: max, n }];
}

/**
 * Percentiles of an ascending sample, each with the interval between order statistics: of independent values only. The
 * greatest value has none.
 * @param confidence as in 0.95
 */
export function percentiles(sorted: Float64Array, quantiles: readonly number[], confidence: number): Percentile[] {
  const n = sorted.length;
  const sample: Sample = { n, max: sorted[n - 1], quantile: (q) => quantile(sorted, q) };
  return percentilesOf(sample, quantiles).map((found) => {
    const places = orderInterval(n, found.q, confidence);
    if (places === undefined) return found;
    return { ...found, low: sorted[places.low] as number, high: sorted[places.high] as number };
  });
}
