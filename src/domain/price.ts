import { z } from "zod";
import { Day } from "./date.ts";
import { Target } from "./target.ts";

/** A price in US dollars per million tokens, as decimal text so that no digit is lost. */
const Money = z.string().regex(/^\d+(\.\d+)?$/, 'a price is a decimal in quotes, as in "0.15"');

const Rates = {
  input: Money,
  output: Money,
  cache_read: Money.optional(),
  /** Cache write at the vendor's default lifetime (Anthropic 5 minutes, OpenAI 30 minutes). */
  cache_write: Money.optional(),
  cache_write_1h: Money.optional(),
  cache_write_12h: Money.optional(),
};

/** Prices of one span of days; `from` is its first day, `to` the first day it no longer holds. */
const Period = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  ...Rates,
  /** The whole request is priced so when its prompt exceeds `over_tokens`. */
  tiers: z.array(z.strictObject({ over_tokens: z.int().positive(), ...Rates })).optional(),
});
export type Period = z.infer<typeof Period>;

const Lifecycle = z.strictObject({
  status: z.enum(["active", "legacy", "deprecated", "retired"]),
  /** The first day on which it no longer answers as itself. */
  ends: Day.optional(),
  not_before: Day.optional(),
  replacement: z.string().optional(),
  source: z.string().optional(),
});

export const PricedModel = z.strictObject({
  target: Target,
  periods: z.array(Period).nonempty(),
  batch: z.strictObject({ input: Money, output: Money }).optional(),
  context_tokens: z.int().positive().optional(),
  max_output_tokens: z.int().positive().optional(),
  min_cache_tokens: z.int().positive().optional(),
  reasoning: z.boolean().optional(),
  structured_output: z.boolean().optional(),
  lifecycle: Lifecycle,
  note: z.string().optional(),
  sources: z.array(z.string()).nonempty(),
});
export type PricedModel = z.infer<typeof PricedModel>;

/** `datasets/prices/<name>.json`: prices in US dollars per million tokens as they were known on `as_of`. */
export const PriceBook = z.strictObject({
  name: z.string().min(1),
  title: z.string().min(1),
  as_of: Day,
  currency: z.literal("USD"),
  unit: z.literal("1M tokens"),
  sources: z.record(z.string(), z.record(z.string(), z.string())),
  models: z
    .array(PricedModel)
    .nonempty()
    .refine((models) => new Set(models.map(({ target }) => target)).size === models.length, "a target is listed twice"),
});
export type PriceBook = z.infer<typeof PriceBook>;

/** The period that holds on a day: its first day is included, its end is not. Undefined when the book has none. */
export const periodOn = (model: PricedModel, day: Day): Period | undefined =>
  model.periods.findLast(({ from, to }) => (from ?? "") <= day && (to === undefined || day < to));

/** True when the model answers as itself on that day and has a price. */
export function isActiveOn(model: PricedModel, day: Day): boolean {
  const { status, ends } = model.lifecycle;
  const ended = ends === undefined ? status === "retired" : ends <= day;
  return !ended && periodOn(model, day) !== undefined;
}
