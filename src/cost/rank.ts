/** What a target costs: a point when low = high, else a range that holds the truth. */
export type Costed = {
  readonly low: number;
  readonly high: number;
  /**
   * Costs of one group share their unknown factor (targets with the same tokenizer), so their order is known by
   * `perUnit`, their cost before that factor, however wide the ranges are. Undefined: a group of its own.
   */
  readonly group: string | undefined;
  readonly perUnit: number;
};
/** Best and worst place that the ranges allow; 1 is cheapest. Equal costs share a place. */
export type RankRange = { readonly best: number; readonly worst: number };

/**
 * Places of ranges: `best` counts only those surely cheaper, `worst` all that may be cheaper. For points both are the
 * usual rank with ties ("1224").
 */
export function rankRanges(costs: readonly Costed[]): RankRange[] {
  return costs.map((mine, i) => {
    const others = costs.filter((_, j) => j !== i);
    const together = (other: Costed): boolean => mine.group !== undefined && other.group === mine.group;
    return {
      best: 1 + others.filter((o) => (together(o) ? o.perUnit < mine.perUnit : o.high < mine.low)).length,
      worst: 1 + others.filter((o) => (together(o) ? o.perUnit < mine.perUnit : o.low < mine.high)).length,
    };
  });
}
