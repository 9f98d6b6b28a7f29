import { wilson } from "../wilson.ts";

/** A share of n, with its interval where n is not too few. */
export type Rate = { readonly value: number; readonly n: number; readonly low?: number; readonly high?: number };

/** Fewest trials whose share has an interval. */
export const FEWEST_FOR_RATE = 20;

/**
 * The share of `hits` in n with Wilson's interval, which takes the n as independent. Undefined of nothing: a rate of no
 * trials is unknown, not 0.
 * @param confidence as in 0.95
 */
export function rate(hits: number, n: number, confidence: number): Rate | undefined {
  if (n === 0) return undefined;
  const interval = n < FEWEST_FOR_RATE ? undefined : wilson(hits, n, confidence);
  return { value: hits / n, n, ...interval };
}
