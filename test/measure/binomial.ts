/** Exact two-sided test that k of n is Binomial(n, p): twice the smaller tail. */
export const twoSidedBinomialTest = (k: number, n: number, p: number): number =>
  Math.min(1, 2 * Math.min(binomialTail(k, n, p), 1 - binomialTail(k - 1, n, p)));

/** P(X ≤ k) for X ~ Binomial(n, p), summed exactly in logarithms. */
function binomialTail(k: number, n: number, p: number): number {
  let logTerm = n * Math.log(1 - p);
  let sum = Math.exp(logTerm);
  for (let i = 1; i <= k; i++) {
    logTerm += Math.log((n - i + 1) / i) + Math.log(p / (1 - p));
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
