import type { Day } from "../../domain/date.ts";
import { UserError } from "../../domain/error.ts";
import { type PriceBook, servedOn } from "../../domain/price/book.ts";
import type { UsdOf } from "../../measure/spent.ts";
import { toldUsage } from "../../measure/told.ts";
import { usagePrice } from "./usage-price.ts";

/** Dollars of an attempt at the prices of a day; undefined without usage or price. A retired model keeps its last price. */
export function usdBy(book: PriceBook, day: Day): UsdOf {
  const priceFor = new Map<string, ReturnType<typeof usagePrice> | undefined>();
  const priceOf = (target: string): ReturnType<typeof usagePrice> | undefined => {
    if (!priceFor.has(target)) {
      const model = servedOn(book, target, day);
      priceFor.set(target, model && usagePrice(model, day));
    }
    return priceFor.get(target);
  };
  return (attempt) => {
    const usage = toldUsage(attempt);
    const price = priceOf(attempt["tokenwon.target"]);
    if (usage === undefined || price === undefined) return undefined;
    try {
      return price(usage);
    } catch (error) {
      if (error instanceof UserError && error.kind === "price") return undefined;
      throw error;
    }
  };
}
