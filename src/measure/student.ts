/**
 * Quantile of Student's t distribution by the Cornish–Fisher expansion in 1/df (Abramowitz & Stegun 26.7.5, four
 * terms). Within 0.0005 of the tables for df ≥ 10 and p in [0.001, 0.999]; undefined below df = 10.
 */
export function tQuantile(p: number, df: number): number | undefined {
  if (!(df >= 10 && p >= 0.001 && p <= 0.999)) return undefined;
  const z = normalQuantile(p);
  const z2 = z * z;
  return (
    z +
    (z * (z2 + 1)) / (4 * df) +
    (z * (5 * z2 ** 2 + 16 * z2 + 3)) / (96 * df ** 2) +
    (z * (3 * z2 ** 3 + 19 * z2 ** 2 + 17 * z2 - 15)) / (384 * df ** 3) +
    (z * (79 * z2 ** 4 + 776 * z2 ** 3 + 1482 * z2 ** 2 - 1920 * z2 - 945)) / (92_160 * df ** 4)
  );
}

/** P(Z ≤ z) of the standard normal, by Abramowitz & Stegun 26.2.17: absolute error below 7.5e-8. */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z > 0 ? 1 - tail : tail;
}

/** The z with normalCdf(z) = p, by bisection: it needs no more accuracy than the function it inverts. */
export function normalQuantile(p: number): number {
  let low = -10;
  let high = 10;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
