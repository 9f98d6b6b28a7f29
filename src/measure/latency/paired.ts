import { clusterBootstrap, type Interval } from "../bootstrap.ts";
import { seeded } from "../random.ts";
import { tQuantile } from "../student.ts";

/** What is known of Korean − English on the same items. */
export type PairedDifference = {
  /** Mean over items of the item's mean difference. */
  readonly value: number;
  /** Pairs, and the items that they repeat. */
  readonly n: number;
  readonly items: number;
  /** Standard deviation of the items' means ÷ √items; undefined for one item. */
  readonly error: number | undefined;
  readonly interval: Interval | undefined;
  /** Smallest difference that so many items with this error show in four of five runs. */
  readonly detectable: number | undefined;
  readonly verdict: "slower" | "faster" | "no difference shown" | "too few";
};

export type PairedOptions = {
  readonly resamples: number;
  /** As in 0.95. */
  readonly confidence: number;
  readonly seed: number;
  /** What it means that Korean has the larger number: slower for times, which is the default, faster for speeds. */
  readonly larger?: "slower" | "faster";
};

/** The share of runs in which `detectable` would be shown. */
const POWER = 0.8;

/**
 * Mean of paired differences: every item counts once, whatever its repetitions, and is one cluster of the bootstrap,
 * because its repetitions are not independent. No interval, and no verdict, below 20 items. The verdict is what the
 * interval says of zero. The same pairs in another order give the same figures, to the last bit.
 *
 * `detectable` is Bloom's minimum detectable effect (1995, Evaluation Review 19:5): the standard error × (t of the
 * confidence + t of a power of 80 %), with items − 1 degrees of freedom.
 *
 * Undefined without pairs.
 * @param items the item of each pair, as any whole number
 * @param differences Korean − English of each pair
 */
export function pairedDifference(
  items: ArrayLike<number>,
  differences: ArrayLike<number>,
  { resamples, confidence, seed, larger = "slower" }: PairedOptions,
): PairedDifference | undefined {
  const means = meansOf(items, differences);
  if (means.length === 0) return undefined;
  const value = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const [interval] = clusterBootstrap(
    [means.map((mean) => Float64Array.of(mean, 1))],
    ([sums]) => [(sums?.[0] ?? Number.NaN) / (sums?.[1] ?? Number.NaN)],
    { resamples, confidence, random: seeded(seed) },
  );
  const error = standardError(means, value);
  return {
    value,
    n: differences.length,
    items: means.length,
    error,
    interval,
    detectable: interval === undefined || error === undefined ? undefined : detectable(error, means.length, confidence),
    verdict: verdictOf(interval, larger),
  };
}

/** The mean of each item's differences, by the item's number. All is sorted: sums must not depend on the order of pairs. */
function meansOf(items: ArrayLike<number>, differences: ArrayLike<number>): number[] {
  const byItem = new Map<number, number[]>();
  for (let i = 0; i < differences.length; i++) {
    const item = items[i] as number;
    const own = byItem.get(item);
    if (own === undefined) byItem.set(item, [differences[i] as number]);
    else own.push(differences[i] as number);
  }
  return [...byItem]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => own.sort((a, b) => a - b).reduce((sum, each) => sum + each, 0) / own.length);
}

function standardError(means: readonly number[], value: number): number | undefined {
  if (means.length < 2) return undefined;
  const squares = means.reduce((sum, mean) => sum + (mean - value) ** 2, 0);
  return Math.sqrt(squares / (means.length - 1) / means.length);
}

function detectable(error: number, items: number, confidence: number): number | undefined {
  const shown = tQuantile((1 + confidence) / 2, items - 1);
  const power = tQuantile(POWER, items - 1);
  return shown === undefined || power === undefined ? undefined : error * (shown + power);
}

function verdictOf(interval: Interval | undefined, larger: "slower" | "faster"): PairedDifference["verdict"] {
  if (interval === undefined) return "too few";
  if (interval.low > 0) return larger;
  if (interval.high < 0) return larger === "slower" ? "faster" : "slower";
  return "no difference shown";
}
