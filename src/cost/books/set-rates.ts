import type { Day } from "../../domain/date.ts";
import { periodOn } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Period, Rates } from "../../domain/price/period.ts";
import { exact } from "../money.ts";
import { ratesIn } from "./rate-names.ts";

type Tier = NonNullable<Period["tiers"]>[number];

/**
 * A model with `given` rates from `day` on: a period that begins on that day, before any that begins later. No other
 * period is touched, so past prices stay. Rates that `given` lacks keep their value. The very same model when nothing
 * changes.
 */
export function withRatesFrom(model: PricedModel, day: Day, given: Period): PricedModel {
  const { periods } = model;
  const current = periodOn(model, day);
  const rates = current === undefined ? withoutDays(given) : overlay(current, given);
  if (rates === undefined) return model;
  const next: Period = { from: day, ...(current?.to !== undefined && { to: current.to }), ...rates };
  const after = periods.findIndex(({ from }) => (from ?? "") > day);
  const at = after === -1 ? periods.length : after;
  const replaces = current?.from === day;
  return {
    ...model,
    periods: replaces
      ? periods.map((period) => (period === current ? next : period))
      : [...periods.slice(0, at), next, ...periods.slice(at)],
  };
}

/** The rates of `ours` with those of `given` that have another value; undefined when none has. */
function overlay(ours: Period, given: Period): Omit<Period, "from" | "to"> | undefined {
  const rates = changedRates(ours, given);
  const ourTiers = ours.tiers ?? [];
  const theirTiers = given.tiers ?? [];
  const changed = ourTiers.map((tier): Tier => {
    const theirs = theirTiers.find((other) => isSameLimit(other, tier));
    const differing = theirs && changedRates(tier, theirs);
    return differing === undefined ? tier : { ...tier, ...differing };
  });
  const more = theirTiers.filter((tier) => !ourTiers.some((other) => isSameLimit(other, tier)));
  if (rates === undefined && more.length === 0 && changed.every((tier, i) => tier === ourTiers[i])) return undefined;
  const tiers = [...changed, ...more].sort((a, b) => a.over_tokens - b.over_tokens);
  const { tiers: _, ...base } = withoutDays(ours);
  return { ...base, ...rates, ...(tiers.length > 0 && { tiers }) };
}

/** Rates of `given` that `ours` lacks or has with another value; undefined when there are none. */
function changedRates(ours: Partial<Rates>, given: Partial<Rates>): Partial<Rates> | undefined {
  const differing = ratesIn(given).filter(([rate, value]) => {
    const mine = ours[rate];
    return mine === undefined || !exact(mine).eq(value);
  });
  return differing.length === 0 ? undefined : Object.fromEntries(differing);
}

/** "Over 272,000" and "272,000 or more" are the same limit to two catalogues that word it differently. */
export const isSameLimit = (a: Pick<Tier, "over_tokens">, b: Pick<Tier, "over_tokens">): boolean =>
  Math.abs(a.over_tokens - b.over_tokens) <= 1;

function withoutDays({ from: _from, to: _to, ...rates }: Period): Omit<Period, "from" | "to"> {
  return rates;
}

/** Periods by their first day, each with its tiers by their limit, as a price book wants them. */
export function inOrder(periods: readonly Period[]): PricedModel["periods"] {
  const sorted = periods
    .map((period) => ({
      ...period,
      ...(period.tiers !== undefined && { tiers: [...period.tiers].sort((a, b) => a.over_tokens - b.over_tokens) }),
    }))
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  return sorted;
}
