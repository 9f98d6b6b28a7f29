/** The same figures by their definitions, trial by trial. */
import type { Trial } from "../../../src/measure/validity/tally.ts";

/** Trials of each item as hits and misses, from the counts. */
const outcomes = (hits: ArrayLike<number>, n: ArrayLike<number>): number[][] =>
  Array.from({ length: n.length }, (_, item) =>
    Array.from({ length: n[item] ?? 0 }, (_, trial) => (trial < (hits[item] ?? 0) ? 1 : 0)),
  );

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
const squares = (values: readonly number[], around: number): number =>
  values.reduce((sum, each) => sum + (each - around) ** 2, 0);

/** The intraclass correlation from the table of the analysis of variance, over single outcomes. */
export function slowCorrelation(hits: ArrayLike<number>, n: ArrayLike<number>): number {
  const groups = outcomes(hits, n).filter((group) => group.length > 0);
  const all = groups.flat();
  const between = groups.reduce((sum, group) => sum + group.length * (mean(group) - mean(all)) ** 2, 0);
  const within = groups.reduce((sum, group) => sum + squares(group, mean(group)), 0);
  const [msb, msw] = [between / (groups.length - 1), within / (all.length - groups.length)];
  const size =
    (all.length - groups.reduce((sum, group) => sum + group.length ** 2, 0) / all.length) / (groups.length - 1);
  return (msb - msw) / (msb + (size - 1) * msw);
}

/** The jackknife's variance of a share, over that of as many independent trials: each item is left out in turn. */
export function slowDesignEffect(hits: ArrayLike<number>, n: ArrayLike<number>): number {
  const groups = outcomes(hits, n);
  const share = mean(groups.flat());
  const without = groups.map((_, left) => mean(groups.filter((_, item) => item !== left).flat()));
  const variance = (squares(without, share) * (groups.length - 1)) / groups.length;
  return variance / ((share * (1 - share)) / groups.flat().length);
}

/** McNemar's mid-p with whole numbers: all of the 2ⁿ ways in which so many discordant pairs can fall. */
export function slowMidP(onlyLeft: number, onlyRight: number): number {
  const n = onlyLeft + onlyRight;
  const ways = Array.from({ length: 2 ** n }, (_, way) => Math.abs(2 * ones(way) - n));
  const seen = Math.abs(onlyLeft - onlyRight);
  const larger = ways.filter((difference) => difference > seen).length;
  const same = ways.filter((difference) => difference === seen).length;
  return (larger + same / 2) / 2 ** n;
}

const ones = (way: number): number => (way === 0 ? 0 : (way % 2) + ones(Math.floor(way / 2)));

/** All attempts of all trials ÷ trials that succeeded. */
export const slowPerSuccess = (trials: readonly Trial[], of: (trial: Trial) => number): number =>
  trials.reduce((sum, trial) => sum + of(trial), 0) / trials.filter(({ finalValid }) => finalValid).length;
