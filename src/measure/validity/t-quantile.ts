import { normalQuantile } from "../student.ts";

/** Freedom above which t is as good as normal: it differs by less than 3e-6. */
const LARGE = 1e6;

/**
 * Quantile of Student's t for any positive degrees of freedom, whole or not, and p in (0.5, 1): the distribution function
 * by the incomplete beta function, inverted by bisection. It serves the few degrees that `tQuantile` refuses.
 */
export function tQuantileOf(p: number, freedom: number): number {
  if (freedom > LARGE) return normalQuantile(p);
  const outside = 2 * (1 - p);
  let [low, high] = [0, 1];
  while (outsideOf(high, freedom) > outside) high *= 2;
  for (let step = 0; step < 48; step++) {
    const middle = (low + high) / 2;
    if (outsideOf(middle, freedom) > outside) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(|T| > t), which is the incomplete beta function of freedom ÷ (freedom + t²) (Abramowitz & Stegun 26.7.1 and 26.5.27). */
const outsideOf = (t: number, freedom: number): number => incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);

/** The regularised incomplete beta function by its continued fraction (Abramowitz & Stegun 26.5.8). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

/** Lentz's evaluation of the continued fraction. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    product *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    product *= c * d;
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return product;
}

/** Logarithm of the gamma function by Stirling's series, after a shift to where it is exact to 1e-14. */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 12) shift += Math.log(at++);
  const square = 1 / (at * at);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / at;
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift;
}
