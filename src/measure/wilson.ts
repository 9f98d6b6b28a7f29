import { normalQuantile } from "./student.ts";

/**
 * Wilson's score interval of a share: `hits` of `n`, without continuity correction (Wilson 1927; method 3 of Newcombe
 * 1998). It assumes that the n are independent. Undefined for n = 0; never outside [0, 1].
 * @param confidence as in 0.95
 */
export function wilson(hits: number, n: number, confidence: number): { low: number; high: number } | undefined {
  if (n === 0) return undefined;
  const z = normalQuantile((1 + confidence) / 2);
  const z2 = z * z;
  const share = hits / n;
  const middle = share + z2 / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // Rounding must not push a share of 0 or 1 out of its own interval.
  return {
    low: hits === 0 ? 0 : (middle - half) / scale,
    high: hits === n ? 1 : (middle + half) / scale,
  };
}
