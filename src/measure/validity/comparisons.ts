import { BASE } from "../../domain/condition.ts";
import type { Metric } from "../../domain/measurement.ts";
import type { Interval } from "../bootstrap.ts";
import { type Figure, figure, type Ground } from "./figure.ts";
import { perSuccessRatio, type ValidityDifference, validityDifference } from "./languages.ts";
import type { Policy } from "./policies.ts";
import { sumOf } from "./sum.ts";
import { shared, type Tally } from "./tally.ts";

/**
 * Korean − English on the same items: first answers under each condition that both were asked under, last ones for each
 * way of asking again; how large a difference had to be to show; and what a success costs in one over the other.
 */
export function languageFigures(ko: readonly Policy[], en: readonly Policy[], confidence: number): Figure[] {
  return ko.flatMap((korean) => {
    const { condition, way, tally } = korean;
    const english = en.find((policy) => policy.condition === condition);
    if (english === undefined) return [];
    const ground = groundOf(condition, tally, english.tally, confidence);
    const of = way === undefined ? "firstValid" : "finalValid";
    const found = validityDifference(tally, english.tally, of, confidence);
    const ratio = perSuccessRatio(tally, english.tally, "usd", confidence);
    const brokenOff = korean.bounds !== undefined || english.bounds !== undefined;
    const interval = found?.interval && (brokenOff ? widest(korean, english, confidence) : found.interval);
    return [
      ...figure(ground, METRIC[of], found?.value, interval),
      ...(brokenOff ? [] : pOf(ground, found)),
      ...figure(ground, "detectable_difference", found?.detectable),
      ...figure(ground, "usd_per_success_ratio", ratio?.value, ratio?.interval),
    ];
  });
}

/** First answers under each other condition − under the base, in one language. */
export function effectFigures(policies: readonly Policy[], confidence: number): Figure[] {
  const base = policies.find(({ condition }) => condition === BASE.name);
  if (base === undefined) return [];
  return policies.flatMap(({ condition, way, tally }) => {
    if (way !== undefined || condition === BASE.name) return [];
    const found = validityDifference(tally, base.tally, "firstValid", confidence);
    const ground = groundOf(condition, tally, base.tally, confidence);
    return [...figure(ground, "validity_effect", found?.value, found?.interval), ...pOf(ground, found)];
  });
}

/** McNemar's p, of as many items as an interval is of. */
const pOf = (ground: Ground, found: ValidityDifference | undefined): Figure[] =>
  figure(ground, "mcnemar_p", found?.interval === undefined ? undefined : found.mcnemar?.p);

/** The interval of a difference over all that trials which the API broke off may have come to. */
function widest(ko: Policy, en: Policy, confidence: number): Interval | undefined {
  const of = ({ tally, bounds }: Policy, which: "least" | "most"): Tally => bounds?.[which] ?? tally;
  const [low, high] = [
    validityDifference(of(ko, "least"), of(en, "most"), "finalValid", confidence)?.interval,
    validityDifference(of(ko, "most"), of(en, "least"), "finalValid", confidence)?.interval,
  ];
  return low && high && { low: low.low, high: high.high };
}

function groundOf(condition: string, left: Tally, right: Tally, confidence: number): Ground {
  const sides = shared(left, right);
  const n = sumOf(sides.map(({ trials }) => sumOf(trials)));
  return { condition, n, clusters: sides[0].item.length, confidence };
}

const METRIC = { firstValid: "first_try_valid", finalValid: "final_valid" } as const satisfies Record<string, Metric>;
