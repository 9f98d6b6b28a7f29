import { z } from "zod";
import { Day } from "../date.ts";

/** An amount as decimal text, so that no digit is lost: a price in US dollars per million tokens, or a factor. */
export const Decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "a price is a plain decimal such as 0.15, without commas (in a price book in quotes)");

/** US dollars per million tokens, by bucket of usage. A rate left out is not known, or not offered. */
const Rates = {
  input: Decimal,
  /** Visible answer and thinking alike. */
  output: Decimal,
  cache_read: Decimal.optional(),
  /** Cache write at the vendor's default lifetime (Anthropic 5 minutes, OpenAI 30 minutes). Left out: writes are free. */
  cache_write: Decimal.optional(),
  cache_write_1h: Decimal.optional(),
  cache_write_12h: Decimal.optional(),
};

/** Rates of requests whose prompt is longer than `over_tokens`: they hold for every token of the request. */
const Tier = z.strictObject({ over_tokens: z.int().positive(), ...Rates });

/** True when no value is below or equal to the one before it. */
export const ascending = (values: readonly (string | number)[]): boolean =>
  values.every((value, i) => i === 0 || (values[i - 1] ?? value) < value);

/** Prices of one span of days; `from` is its first day, `to` the first day it no longer holds. */
export const Period = z
  .strictObject({
    from: Day.optional(),
    to: Day.optional(),
    ...Rates,
    tiers: z
      .array(Tier)
      .refine((tiers) => ascending(tiers.map(({ over_tokens: over }) => over)), "tiers must ascend by over_tokens")
      .optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, "a period ends before it begins");
export type Period = z.infer<typeof Period>;
/** The rates of one bill, in US dollars per million tokens. */
export type Rates = Omit<z.infer<typeof Tier>, "over_tokens">;
