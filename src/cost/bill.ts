import { UserError } from "../domain/error.ts";
import type { PricedModel } from "../domain/price/model.ts";
import { BUCKETS, type Bucket, promptTokens, type Usage } from "../domain/usage.ts";
import { type Exact, sum, usdFor } from "./money.ts";
import { type Asked, type BucketRates, ratesOn } from "./rates-on.ts";

/** One line of a bill: tokens of a bucket × their rate. */
export type BillLine = {
  readonly bucket: Bucket;
  readonly tokens: number;
  /** US dollars per million tokens, with every factor in it. */
  readonly rate: Exact;
  readonly usd: Exact;
  /** True when the book has no rate for cached tokens, and that of input stands in: too much rather than too little. */
  readonly fallback: boolean;
};

export type Bill = {
  readonly lines: readonly BillLine[];
  /** US dollars, exact: the sum of the lines. */
  readonly usd: Exact;
  /** The long-prompt tier that the request fell into, by its limit in tokens. */
  readonly tierOver: number | undefined;
};

/**
 * What one request costs: each bucket × its rate ÷ 1,000,000, added up exactly. Buckets are disjoint, so nothing is
 * charged twice; the tier follows the whole prompt, cached tokens included.
 * @throws UserError of kind "price" when a rate that is needed is not in the book: unknown is never 0.
 */
export const bill = (tokens: Usage, model: PricedModel, asked: Asked): Bill =>
  billAt(tokens, model, ratesOn(model, promptTokens(tokens), asked));

/** The same at rates that are given. */
export function billAt(tokens: Usage, { target }: Pick<PricedModel, "target">, rates: BucketRates): Bill {
  const lines = BUCKETS.flatMap((bucket): BillLine[] => {
    const count = tokens[bucket];
    if (count === 0) return [];
    const rate = rates.of[bucket];
    if (rate === undefined) {
      throw new UserError("price", `The price book has no rate of ${bucket} for ${target}.`, {
        fix: "Add it with --price, or name another lifetime of the cache.",
      });
    }
    return [{ bucket, tokens: count, rate, usd: usdFor(count, rate), fallback: rates.fallbacks.includes(bucket) }];
  });
  return { lines, usd: sum(lines.map(({ usd }) => usd)), tierOver: rates.tierOver };
}
