/** The estimators again, by their definitions and without a thought for speed: what the laws compare with. */

/** Type 7 by Hyndman and Fan's own formula: places from 1, h = (n − 1) q + 1. */
export function slowQuantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const h = (sorted.length - 1) * q + 1;
  const j = Math.floor(h);
  const at = (place: number): number => sorted[Math.min(place, sorted.length) - 1] ?? Number.NaN;
  return at(j) + (h - j) * (at(j + 1) - at(j));
}

/** n over k, exactly. */
function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return ways;
}

/** Probabilities of 0 … n of a Binomial(n, percent ÷ 100) as whole numbers, all in units of 100⁻ⁿ. */
export const exactBinomial = (n: number, percent: number): bigint[] =>
  Array.from(
    { length: n + 1 },
    (_, k) => choose(n, k) * BigInt(percent) ** BigInt(k) * BigInt(100 - percent) ** BigInt(n - k),
  );

/**
 * The likeliest counts among 1 … n − 1 that together reach the confidence, equally likely ones together, as places from
 * 0. Every threshold is tried, from the greatest probability down.
 */
export function slowInterval(
  n: number,
  percent: number,
  perMille: number,
): { low: number; high: number; coverage: number } | undefined {
  const weights = exactBinomial(n, percent);
  const all = 100n ** BigInt(n);
  const counts = Array.from({ length: n - 1 }, (_, i) => i + 1);
  const weight = (count: number): bigint => weights[count] ?? 0n;
  const thresholds = counts.map(weight).toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  for (const threshold of thresholds) {
    const taken = counts.filter((count) => weight(count) >= threshold);
    const held = taken.reduce((sum, count) => sum + weight(count), 0n);
    if (held * 1000n < all * BigInt(perMille)) continue;
    return {
      low: Math.min(...taken) - 1,
      high: Math.max(...taken),
      coverage: Number((held * 10n ** 15n) / all) / 1e15,
    };
  }
  return undefined;
}

/** Fewest steps between two places that hold the quantile as surely, of all pairs; undefined where none does. */
export function shortest(n: number, percent: number, perMille: number): number | undefined {
  const weights = exactBinomial(n, percent);
  const wanted = 100n ** BigInt(n) * BigInt(perMille);
  let best: number | undefined;
  for (let low = 0; low < n; low++) {
    let held = 0n;
    for (let high = low + 1; high < n; high++) {
      held += weights[high] ?? 0n;
      if (held * 1000n >= wanted && (best === undefined || high - low < best)) best = high - low;
    }
  }
  return best;
}

type Log = readonly { readonly start: number; readonly end: number }[];

/** How many were under way at a moment: begun by then, and not ended. */
const underWay = (log: Log, at: number): number => log.filter(({ start, end }) => start <= at && at < end).length;

/** The steady part by its definition: every moment at which the number under way changes is looked at. */
export function slowSteady(log: Log): { from: number; to: number; began: number; ended: number } | undefined {
  const seen = log.map(({ start }) => underWay(log, start)).toSorted((a, b) => a - b);
  const level = Math.max(1, 0.9 * (seen[Math.floor((seen.length - 1) / 2)] ?? 0));
  const moments = [...new Set(log.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);
  const loaded = moments.map((at) => underWay(log, at) >= level);
  const first = loaded.indexOf(true);
  if (first < 0) return undefined;
  // The number stays as it is until the next moment.
  const from = moments[first] ?? 0;
  const to = moments[loaded.lastIndexOf(true) + 1] ?? 0;
  const began = log.filter(({ start }) => from <= start && start < to).length;
  const ended = log.filter(({ end }) => from < end && end <= to).length;
  return ended < 20 || to - from < 1000 ? undefined : { from, to, began, ended };
}
