/** Fewest repetitions of an item from which the correlation of its repetitions is told. */
export const FEWEST_REPETITIONS = 3;

/**
 * How alike the trials of one item are: the intraclass correlation by the analysis of variance (Donner & Klar 2000, Design
 * and Analysis of Cluster Randomization Trials, section 1.4; Ridout, Demétrio & Firth 1999, Biometrics 55:137). 0 says
 * that items do not differ, 1 that an item always ends in the same way; below 0 it is chance.
 *
 * Undefined of fewer than two items, where no item was repeated three times, and where none or all are hits.
 * @param hits of each item
 * @param n trials of each item; items without any are left out
 */
export function withinItemCorrelation(hits: ArrayLike<number>, n: ArrayLike<number>): number | undefined {
  let [items, trials, all, squares, most] = [0, 0, 0, 0, 0];
  for (let item = 0; item < n.length; item++) {
    const own = n[item] as number;
    if (own === 0) continue;
    items++;
    trials += own;
    all += hits[item] as number;
    squares += own * own;
    most = Math.max(most, own);
  }
  if (items < 2 || most < FEWEST_REPETITIONS || all === 0 || all === trials) return undefined;
  const share = all / trials;
  let [between, within] = [0, 0];
  for (let item = 0; item < n.length; item++) {
    const [own, count] = [n[item] as number, hits[item] as number];
    if (own === 0) continue;
    between += own * (count / own - share) ** 2;
    within += (count * (own - count)) / own;
  }
  between /= items - 1;
  within /= trials - items;
  const size = (trials - squares / trials) / (items - 1);
  return (between - within) / (between + (size - 1) * within);
}
