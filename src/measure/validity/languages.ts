import type { Interval } from "../bootstrap.ts";
import { normalQuantile } from "../student.ts";
import { shareEstimate } from "./clustered-share.ts";
import { intervalOf, minus, raised } from "./estimate.ts";
import { detectableByMcNemar, mcnemarMidP, POWER } from "./mcnemar.ts";
import { logPerSuccess, perSuccess, type Spending } from "./per-success.ts";
import { sumOf } from "./sum.ts";
import { shared, type Tally } from "./tally.ts";
import { type DifferenceVerdict, verdictOf } from "./verdict.ts";

/** What is known of the difference of two sides, Korean − English as a rule, in shares of valid answers on the same items. */
export type ValidityDifference = {
  readonly value: number;
  /** Items that both sides were tried on. */
  readonly items: number;
  /** Undefined below 20 items. */
  readonly interval: Interval | undefined;
  /** Of items that were tried once on each side; undefined where any was repeated. */
  readonly mcnemar: { readonly onlyLeft: number; readonly onlyRight: number; readonly p: number } | undefined;
  /** Smallest difference that so many items with this variation show in four of five runs. */
  readonly detectable: number | undefined;
  readonly verdict: DifferenceVerdict;
};

/**
 * Left − right on the same items: two languages under one condition, or two conditions in one language. Items tried once
 * are told apart by McNemar's exact test with mid-p; repeated ones by the interval, which takes a whole item as one: MOVER
 * of the two clustered Wilson intervals with the correlation of the sides over items. Where nothing failed it still says
 * what may have been missed; a bootstrap would give 0 to 0.
 *
 * `detectable` of repeated items is Bloom's minimum detectable effect (1995, Evaluation Review 19:5), error × (z of the
 * confidence + z of a power of 80 %), where the error is the mean distance to the limits ÷ z; of items tried once it is
 * Connor's. Undefined where no item was tried on both sides.
 */
export function validityDifference(
  left: Tally,
  right: Tally,
  of: "firstValid" | "finalValid",
  confidence: number,
): ValidityDifference | undefined {
  const sides = shared(left, right);
  const [one, other] = sides;
  const items = one.item.length;
  if (items === 0) return undefined;
  const value = shareOf(one, of) - shareOf(other, of);
  const [above, below] = sides.map((side) => shareEstimate(side[of], side.trials, confidence));
  const interval = above && below && intervalOf(minus(above, below));
  const mcnemar = triedOnce(one) && triedOnce(other) ? discordant(one[of], other[of]) : undefined;
  if (interval === undefined) return { value, items, interval, mcnemar, detectable: undefined, verdict: "too few" };
  if (mcnemar === undefined) {
    const z = normalQuantile((1 + confidence) / 2);
    const detectable = ((interval.high - interval.low) / 2) * (1 + normalQuantile(POWER) / z);
    return { value, items, interval, mcnemar, detectable, verdict: verdictOf(interval) };
  }
  const detectable = detectableByMcNemar(items, (mcnemar.onlyLeft + mcnemar.onlyRight) / items, confidence);
  const verdict = mcnemar.p >= 1 - confidence ? "no difference shown" : value > 0 ? "better" : "worse";
  return { value, items, interval, mcnemar, detectable, verdict };
}

/** Korean ÷ English in attempts, tokens or dollars for each success, on the same items. */
export type PerSuccessRatio = {
  readonly value: number;
  readonly items: number;
  /** Undefined below 20 items. */
  readonly interval: Interval | undefined;
};

/** Undefined where it is unknown of one of the languages. The interval takes both languages of an item together. */
export function perSuccessRatio(ko: Tally, en: Tally, of: Spending, confidence: number): PerSuccessRatio | undefined {
  const [korean, english] = shared(ko, en);
  const [above, below] = [perSuccess(korean, of, confidence), perSuccess(english, of, confidence)];
  if (above === undefined || below === undefined || below.value === 0) return undefined;
  const [left, right] = [logPerSuccess(korean, of, confidence), logPerSuccess(english, of, confidence)];
  return {
    value: above.value / below.value,
    items: korean.item.length,
    interval: left && right && raised(minus(left, right)),
  };
}

function discordant(left: Float64Array, right: Float64Array): NonNullable<ValidityDifference["mcnemar"]> {
  let [onlyLeft, onlyRight] = [0, 0];
  left.forEach((valid, item) => {
    if (valid > (right[item] as number)) onlyLeft++;
    if (valid < (right[item] as number)) onlyRight++;
  });
  return { onlyLeft, onlyRight, p: mcnemarMidP(onlyLeft, onlyRight) };
}

const triedOnce = ({ trials }: Tally): boolean => trials.every((n) => n === 1);
const shareOf = (tally: Tally, of: "firstValid" | "finalValid"): number => sumOf(tally[of]) / sumOf(tally.trials);
