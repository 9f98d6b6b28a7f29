import type { Day } from "../date.ts";
import { isActiveOn, type PriceBook, periodOn } from "./book.ts";
import { stateOn } from "./lifecycle.ts";
import type { ModelClass, PricedModel } from "./model.ts";

/**
 * What a vendor sells in a class on a day: the newest model of each family that answers and, on the day of the book or
 * later, is neither deprecated nor past. Dearest first.
 */
export function lineUp(book: PriceBook, vendor: string, modelClass: ModelClass, day: Day): PricedModel[] {
  const offered = book.models.filter(
    (model) =>
      model.target.startsWith(`${vendor}/`) &&
      model.class === modelClass &&
      isActiveOn(model, day) &&
      stateOn(model.lifecycle, day, book.as_of) === "active",
  );
  const newest = new Map<string, PricedModel>();
  for (const model of offered) {
    const family = model.family ?? model.target;
    const known = newest.get(family);
    if (known === undefined || (known.lifecycle.released ?? "") <= (model.lifecycle.released ?? ""))
      newest.set(family, model);
  }
  const price = (model: PricedModel): number => Number(periodOn(model, day)?.output ?? 0);
  return [...newest.values()].sort((a, b) => price(b) - price(a) || (a.target < b.target ? -1 : 1));
}
