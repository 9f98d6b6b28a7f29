import type { Rates } from "../../domain/price/period.ts";

/** Every rate of a period and of a tier, in US dollars per million tokens, in the order of the schema. */
export const RATES = ["input", "output", "cache_read", "cache_write", "cache_write_1h", "cache_write_12h"] as const;
export type Rate = (typeof RATES)[number];

/** Rates that a period or a tier has, by name. */
export const ratesIn = (rates: Partial<Rates>): (readonly [Rate, string])[] =>
  RATES.flatMap((rate) => {
    const value = rates[rate];
    return value === undefined ? [] : [[rate, value] as const];
  });
