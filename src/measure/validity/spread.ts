import { sumOf } from "./sum.ts";

/** Fewest degrees of freedom that are taken: with one failing item there is nothing to tell them by. */
const FEWEST_FREEDOM = 4;

/** Variance of an estimate, from how far its items move it. */
export const varianceOf = (influence: Float64Array): number =>
  (sumOf(influence.map((each) => each ** 2)) * influence.length) / (influence.length - 1);

/**
 * How surely that variance is known, as degrees of freedom: Satterthwaite's (1946, Biometrics Bulletin 2:110), where the
 * variance of the variance is that of squares with the items' kurtosis κ, so 2 items ÷ (κ − 1), and at most items − 1.
 * If two items of sixty fail, it rests on those two.
 */
export function freedomOf(influence: Float64Array): number {
  const items = influence.length;
  const squares = sumOf(influence.map((each) => each ** 2));
  const kurtosis = (items * sumOf(influence.map((each) => each ** 4))) / squares ** 2;
  const most = Math.max(FEWEST_FREEDOM, items - 1);
  return kurtosis > 1 ? Math.min(most, Math.max(FEWEST_FREEDOM, (2 * items) / (kurtosis - 1))) : most;
}
