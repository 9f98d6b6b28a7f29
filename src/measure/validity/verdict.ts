/** What is shown of a difference in shares: the first side does better, or worse. */
export type DifferenceVerdict = "better" | "worse" | "no difference shown" | "too few";

/** McNemar's test shows a difference below it; the intervals beside it are of 95 %. */
export const P_SHOWN = 0.05;

/**
 * By McNemar's test where there is one, of items that were tried once on each side: it is sharper than the interval, and
 * the two may differ where it is a near thing. Else by the interval of the difference. Of fewer than 20 items, which have no
 * interval, nothing is said.
 * @param p of McNemar's test
 */
export function verdictOf(
  {
    value,
    low,
    high,
  }: {
    readonly value?: number | undefined;
    readonly low?: number | undefined;
    readonly high?: number | undefined;
  },
  p?: number,
): DifferenceVerdict {
  if (low === undefined || high === undefined) return "too few";
  if (p !== undefined && value !== undefined) {
    if (p >= P_SHOWN) return "no difference shown";
    return value > 0 ? "better" : "worse";
  }
  if (low > 0) return "better";
  return high < 0 ? "worse" : "no difference shown";
}
