/** Places in the sorted sample, from 0, and how surely the true quantile lies between the values there. */
export type OrderInterval = { readonly low: number; readonly high: number; readonly coverage: number };

/** Counts whose probabilities differ by less are equally likely: rounding must not choose between them. */
const TIE = 1e-9;
/** Probabilities below this share of the greatest are left out of the sum. */
const NEGLIGIBLE = 1e-20;
/** A coverage that misses its level by rounding alone reaches it. */
const ROUNDING = 1e-12;

/**
 * Interval of the q-quantile between two values of the sample itself, whatever the distribution: the number B of n
 * independent values below the true quantile is Binomial(n, q), so the values at places i < j (from 0) hold it between
 * them with probability P(i < B ≤ j), or more where values repeat (David & Nagaraja 2003, Order Statistics, section
 * 7.1; Hahn & Meeker 1991, Statistical Intervals, section 5.2).
 *
 * Of all pairs the one that is closest together: the likeliest counts from 1 to n − 1 are taken, the likelier first and
 * equally likely ones together, until they reach the confidence. So more confidence never narrows it, and that of
 * 1 − q is its mirror image. Far from the median it is not equally likely to miss on either side.
 *
 * Undefined where even the least and the greatest value do not reach the confidence (p95 below n = 59 at 95 %), and
 * for q or a confidence outside of (0, 1). Nothing is approximated: the sum is within 1e-13 of the binomial's up to
 * n = 10⁷, where it takes half a millisecond; the work grows with √(n q (1 − q)).
 * @param confidence as in 0.95
 */
export function orderInterval(n: number, q: number, confidence: number): OrderInterval | undefined {
  if (!(n >= 2 && q > 0 && q < 1 && confidence > 0 && confidence < 1)) return undefined;
  const mode = Math.min(n, Math.floor((n + 1) * q));
  const { up, down } = steps(n, q);
  const start = Math.min(Math.max(mode, 1), n - 1);
  let last = start === mode ? 1 : start < mode ? down(mode) : up(mode);
  const all = total(n, mode, up, down);
  const wanted = confidence * all * (1 - ROUNDING);
  let [low, high, held] = [start, start, last];
  let below = low > 1 ? last * down(low) : 0;
  let above = high < n - 1 ? last * up(high) : 0;
  for (;;) {
    const next = Math.max(below, above);
    if (held >= wanted && next < last * (1 - TIE)) break;
    if (next === 0) return undefined;
    held += next;
    last = next;
    if (below === next) {
      low--;
      below = low > 1 ? next * down(low) : 0;
    } else {
      high++;
      above = high < n - 1 ? next * up(high) : 0;
    }
  }
  // Counts from `low` to `high`: at least `low` values lie below the quantile, and not more than `high`.
  return { low: low - 1, high, coverage: held / all };
}

type Step = (count: number) => number;

/** What the probability of a count is multiplied by to get that of the next one up, and down. */
function steps(n: number, q: number): { up: Step; down: Step } {
  const odds = q / (1 - q);
  return { up: (count) => ((n - count) / (count + 1)) * odds, down: (count) => count / (n - count + 1) / odds };
}

/** Sum of all probabilities where that of the mode is 1: nothing can underflow, and no logarithm of n! is needed. */
function total(n: number, mode: number, up: Step, down: Step): number {
  let sum = 1;
  for (let count = mode, each = 1; count < n && each > NEGLIGIBLE; count++) sum += each *= up(count);
  for (let count = mode, each = 1; count > 0 && each > NEGLIGIBLE; count--) sum += each *= down(count);
  return sum;
}
