import type { PriceBook } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";

/** What decides how much of a prefix a model caches. */
export type CacheRule = { readonly least: number; readonly step: number | undefined };

/** The part of a prefix that is cached: none below the minimum, then in steps. */
export function cacheable(prefix: number, { least, step }: CacheRule): number {
  if (prefix < least) return 0;
  return step === undefined ? prefix : least + Math.floor((prefix - least) / step) * step;
}

/**
 * The rules that a model may have: one where its minimum is known, else one with the least and one with the greatest
 * minimum that the book knows of its vendor, between which the truth is taken to lie.
 */
export function cacheRules({ models }: Pick<PriceBook, "models">, model: PricedModel): CacheRule[] {
  const { min_cache_tokens: known, cache_step_tokens: step, target } = model;
  if (known !== undefined) return [{ least: known, step }];
  const vendor = target.slice(0, target.indexOf("/") + 1);
  const minimums = models.flatMap((other) =>
    other.target.startsWith(vendor) && other.min_cache_tokens !== undefined ? [other.min_cache_tokens] : [],
  );
  if (minimums.length === 0) return [{ least: 0, step }];
  return [...new Set([Math.min(...minimums), Math.max(...minimums)])].map((least) => ({ least, step }));
}
