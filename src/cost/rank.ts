/** What a target costs: a point when low = high, else a range that holds the truth. */
export type Costed = { readonly low: number; readonly high: number };
/** Best and worst place that the ranges allow; 1 is cheapest. Equal costs share a place. */
export type RankRange = { readonly best: number; readonly worst: number };

/**
 * Places of ranges: `best` counts only those surely cheaper, `worst` all that may be cheaper. For points both are the
 * usual rank with ties ("1224").
 */
export function rankRanges(costs: readonly Costed[]): RankRange[] {
  return costs.map((mine, i) => {
    const others = costs.filter((_, j) => j !== i);
    return {
      best: 1 + others.filter((other) => other.high < mine.low).length,
      worst: 1 + others.filter((other) => other.low < mine.high).length,
    };
  });
}
