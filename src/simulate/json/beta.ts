import type { Random } from "../../measure/random.ts";
import { standardNormal } from "../draw.ts";

/** A smaller correlation is none: the number would be the mean but for rounding. */
const LEAST = 1e-9;

/**
 * A beta number with this mean. Trials that succeed with it, each by itself, have the given intraclass correlation: the sum
 * of its two shapes is 1 ÷ correlation − 1, and their counts are beta-binomial. A correlation of 0 gives the mean itself.
 */
export function beta(mean: number, correlation: number, random: Random): number {
  if (correlation < LEAST || mean <= 0 || mean >= 1) return Math.min(1, Math.max(0, mean));
  const size = 1 / correlation - 1;
  const [hit, miss] = [gamma(mean * size, random), gamma((1 - mean) * size, random)];
  // Shapes so small that both numbers vanish are as good as none: always or never.
  return hit + miss > 0 ? hit / (hit + miss) : random() < mean ? 1 : 0;
}

/** A gamma number of this shape (Marsaglia & Tsang 2000); 0 of none. */
function gamma(shape: number, random: Random): number {
  if (shape === 0) return 0;
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = standardNormal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
