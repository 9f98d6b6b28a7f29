import { z } from "zod";
import { Day } from "../date.ts";
import { type LifecycleState, stateOn } from "./lifecycle.ts";
import { PricedModel } from "./model.ts";
import type { Period } from "./period.ts";

/** `datasets/prices/<name>.json`: prices in US dollars per million tokens as they were known on `as_of`. */
export const PriceBook = z
  .strictObject({
    name: z.string().min(1),
    title: z.string().min(1),
    as_of: Day,
    currency: z.literal("USD"),
    unit: z.literal("1M tokens"),
    sources: z.record(z.string(), z.record(z.string(), z.string())),
    models: z.array(PricedModel).nonempty(),
  })
  .superRefine(({ models, sources }, context) => {
    const targets = new Set<string>();
    models.forEach(({ target, lifecycle, sources: named }, i) => {
      const wrong = (message: string): void => {
        context.addIssue({ code: "custom", path: ["models", i], message: `${target}: ${message}` });
      };
      if (targets.has(target)) wrong("the target is listed twice");
      targets.add(target);
      for (const key of [...named, ...(lifecycle.source === undefined ? [] : [lifecycle.source])]) {
        if (!(key in sources)) wrong(`the source "${key}" is not among the book's sources`);
      }
      if (lifecycle.redirect !== undefined && !models.some((other) => other.target === lifecycle.redirect)) {
        wrong(`it is answered by ${lifecycle.redirect}, which the book does not price`);
      }
    });
  });
export type PriceBook = z.infer<typeof PriceBook>;

/** The period that holds on a day: its first day is included, its end is not. Undefined when the book has none. */
export const periodOn = (model: { readonly periods: readonly Period[] }, day: Day): Period | undefined =>
  model.periods.findLast(({ from, to }) => (from ?? "") <= day && (to === undefined || day < to));

const ANSWERING: readonly LifecycleState[] = ["active", "legacy", "deprecated"];

/** True when the model answers as itself on that day and has a price. */
export const isActiveOn = (model: PricedModel, day: Day): boolean =>
  ANSWERING.includes(stateOn(model.lifecycle, day)) && periodOn(model, day) !== undefined;

/**
 * The model that answers a call to `target` on a day, whose price is billed: the target itself, or what its name leads
 * to, however often it is handed on. Undefined when the book does not know the target.
 */
export function servedOn(
  book: PriceBook,
  target: string,
  day: Day,
  seen: readonly string[] = [],
): PricedModel | undefined {
  const named = book.models.find((model) => model.target === target);
  const next = named?.lifecycle.redirect;
  if (named === undefined || next === undefined || stateOn(named.lifecycle, day) !== "redirected") return named;
  return seen.includes(next) ? undefined : servedOn(book, next, day, [...seen, target]);
}
