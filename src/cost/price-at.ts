import type { Day } from "../domain/date.ts";
import { periodOn } from "../domain/price/book.ts";
import type { PricedModel } from "../domain/price/model.ts";
import type { UsdPerMillionTokens } from "../domain/units.ts";

export type Price = { readonly input: UsdPerMillionTokens; readonly output: UsdPerMillionTokens };

/** The standard-tier price of a model on a day; undefined when the book has none for that day. Unknown is never 0. */
export function priceAt(model: PricedModel, day: Day): Price | undefined {
  const period = periodOn(model, day);
  if (period === undefined) return undefined;
  return { input: Number(period.input) as UsdPerMillionTokens, output: Number(period.output) as UsdPerMillionTokens };
}
