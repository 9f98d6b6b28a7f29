import type { Day } from "../../domain/date.ts";
import { periodOn } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Rates } from "../../domain/price/period.ts";
import { exact } from "../money.ts";
import { factorOf } from "./diff.ts";
import { type Rate, ratesIn } from "./rate-names.ts";
import { isSameLimit } from "./set-rates.ts";

/** A new price that is more likely a fault of the catalogue than a decision of the vendor. */
export type Suspect = {
  readonly target: string;
  /** The rate, with its tier and its first day where these are not the usual ones. */
  readonly what: string;
  readonly old: string | undefined;
  readonly new: string;
  readonly factor: string | undefined;
  readonly why: string;
};

/** A price may become so many times as high or as low unseen. */
const JUMP = 3;

/** What no vendor's prices have done so far: the first of each pair is at most the second. */
const ORDER: readonly (readonly [Rate, Rate])[] = [
  ["cache_read", "input"],
  ["input", "cache_write"],
  ["input", "cache_write_1h"],
  ["input", "cache_write_12h"],
  ["input", "output"],
];

/**
 * Prices of `now` from `day` on that are not those of `old` on that day and jump, become 0 or are out of order. A
 * target that is new (`old` undefined) cannot jump.
 */
export function suspectPrices(old: PricedModel | undefined, now: PricedModel, day: Day): Suspect[] {
  const days = now.periods.flatMap(({ from }) => (from !== undefined && from > day ? [from] : []));
  return [day, ...days].flatMap((first) => {
    const before = old && periodOn(old, first);
    const after = periodOn(now, first);
    if (after === undefined) return [];
    const when = first === day ? "" : ` from ${first}`;
    const base = suspectRates(now.target, before, after, when);
    const tiers = (after.tiers ?? []).flatMap((tier) => {
      const was = before?.tiers?.find((other) => isSameLimit(other, tier));
      return [
        ...suspectRates(now.target, was, tier, ` over ${tier.over_tokens}${when}`),
        ...belowBase(now.target, before, after, tier, when),
      ];
    });
    return [...base, ...tiers];
  });
}

/** A long prompt that costs less than a short one is a tier that a change of the base has forgotten. */
function belowBase(
  target: string,
  before: Partial<Rates> | undefined,
  base: Rates,
  tier: Rates & { readonly over_tokens: number },
  when: string,
): Suspect[] {
  if (before?.input !== undefined && exact(before.input).eq(base.input)) return [];
  if (exact(tier.input).gte(base.input)) return [];
  const what = `input over ${tier.over_tokens}${when}`;
  const why = `puts input over ${tier.over_tokens} ${tier.input} below input ${base.input}`;
  return [{ target, what, old: undefined, new: tier.input, factor: undefined, why }];
}

function suspectRates(target: string, old: Partial<Rates> | undefined, now: Rates, where: string): Suspect[] {
  const changed = ratesIn(now).filter(([rate, value]) => {
    const was = old?.[rate];
    return was === undefined || !exact(was).eq(value);
  });
  return changed.flatMap(([rate, value]): Suspect[] => {
    const was = old?.[rate];
    const why = reason(
      rate,
      was,
      value,
      now,
      changed.map(([name]) => name),
    );
    if (why === undefined) return [];
    return [{ target, what: `${rate}${where}`, old: was, new: value, factor: factorOf(was, value), why }];
  });
}

function reason(
  rate: Rate,
  was: string | undefined,
  value: string,
  now: Rates,
  changed: readonly Rate[],
): string | undefined {
  const price = exact(value);
  if (price.isZero()) return "becomes 0";
  if (was !== undefined && (price.gt(exact(was).times(JUMP)) || price.times(JUMP).lt(was))) {
    return `jumps by more than ${JUMP} times`;
  }
  for (const [low, high] of ORDER) {
    const lower = now[low];
    const upper = now[high];
    // A 0 is told by itself, and an old one is what is free.
    if (lower === undefined || upper === undefined || exact(upper).isZero() || exact(lower).lte(upper)) continue;
    // Told once, at the first of the two that is new.
    const told = changed.includes(low) ? low : high;
    if (rate === told) return `puts ${low} ${lower} above ${high} ${upper}`;
  }
  return undefined;
}
