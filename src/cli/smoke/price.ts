import { bill } from "../../cost/bill.ts";
import type { Day } from "../../domain/date.ts";
import { UserError } from "../../domain/error.ts";
import { type PriceBook, servedOn } from "../../domain/price/book.ts";
import type { UsdOf } from "../../measure/spent.ts";
import { toldUsage } from "../../measure/told.ts";

/** Dollars of an attempt at the prices of a day; undefined without usage or price. A retired model keeps its last price. */
export const usdBy =
  (book: PriceBook, day: Day): UsdOf =>
  (attempt) => {
    const usage = toldUsage(attempt);
    const model = servedOn(book, attempt["tokenwon.target"], day);
    if (usage === undefined || model === undefined) return undefined;
    try {
      return bill(usage, model, { day }).usd.toNumber();
    } catch (error) {
      if (error instanceof UserError && error.kind === "price") return undefined;
      throw error;
    }
  };
