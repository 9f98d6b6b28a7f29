import type { Day } from "../domain/date.ts";
import { UserError } from "../domain/error.ts";
import { periodOn } from "../domain/price/book.ts";
import type { Factor, PricedModel, Service } from "../domain/price/model.ts";
import type { Rates } from "../domain/price/period.ts";
import type { Bucket } from "../domain/usage.ts";
import { type Exact, exact } from "./money.ts";

/** What a price depends on beside the tokens. */
export type Asked = {
  readonly day: Day;
  readonly service?: Service;
  /** True when data must stay in a region. */
  readonly resident?: boolean;
};

/** Dollars per million tokens of every bucket. `input` where a cache rate is not known: never too little for a read. */
export type BucketRates = {
  readonly of: Readonly<Record<Bucket, Exact | undefined>>;
  readonly fallbacks: readonly Bucket[];
  /** The rates of prompts longer than so many tokens; undefined for the usual ones. */
  readonly tierOver: number | undefined;
};

/**
 * The rates of a request with a prompt of so many tokens. Whole-request tiers: one token more than the limit and every
 * token has the tier's rate. Service and residency multiply every rate, cached ones too.
 * @throws UserError of kind "price" when the book has no price for the day, the service or the residency.
 */
export function ratesOn(model: PricedModel, prompt: number, { day, service, resident }: Asked): BucketRates {
  const period = periodOn(model, day);
  if (period === undefined) throw unknown(model, `no price on ${day}`, "Choose another day with --as-of.");
  const tier = period.tiers?.filter(({ over_tokens }) => prompt > over_tokens).at(-1);
  const rates: Rates = tier ?? period;
  const input = factors(model, "input", service, resident);
  const output = factors(model, "output", service, resident);
  const fallbacks: Bucket[] = [];
  const cached = (bucket: Bucket, rate: string | undefined): Exact => {
    if (rate === undefined) fallbacks.push(bucket);
    return exact(rate ?? rates.input).times(input);
  };
  const longer = (rate: string | undefined): Exact | undefined =>
    rate === undefined ? undefined : exact(rate).times(input);
  return {
    of: {
      fresh_input: exact(rates.input).times(input),
      cache_read: cached("cache_read", rates.cache_read),
      // A book without a write rate says that writing costs what input does.
      cache_write: exact(rates.cache_write ?? rates.input).times(input),
      cache_write_1h: longer(rates.cache_write_1h),
      cache_write_12h: longer(rates.cache_write_12h),
      visible_output: exact(rates.output).times(output),
      thinking: exact(rates.output).times(output),
    },
    fallbacks,
    tierOver: tier?.over_tokens,
  };
}

function factors(model: PricedModel, side: "input" | "output", service: Service = "standard", resident = false): Exact {
  let product = exact(1);
  if (service !== "standard") {
    const factor: Factor | undefined = model.service?.[service];
    if (factor === undefined)
      throw unknown(model, `no ${service} price`, "Leave the service out, or add it with --price.");
    product = product.times(typeof factor === "string" ? factor : factor[side]);
  }
  if (resident) {
    if (model.residency === undefined) throw unknown(model, "no price with data residency", "Leave residency out.");
    product = product.times(model.residency.factor);
  }
  return product;
}

const unknown = ({ target }: PricedModel, what: string, fix: string): UserError =>
  new UserError("price", `The price book has ${what} for ${target}.`, { fix });
