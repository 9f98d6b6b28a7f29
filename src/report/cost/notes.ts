import type { Day } from "../../domain/date.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import { pricePair } from "./cells.ts";
import type { CostWording } from "./wording.ts";

/** What somebody who chooses the model should know: when it ends or is handed on, and what it will cost. */
export function noteOf(model: PricedModel | undefined, day: Day, words: CostWording): string {
  if (model === undefined) return "";
  const { ends, redirect, not_before: promised, status } = model.lifecycle;
  const next = nextPrice(model, day);
  return [
    status === "legacy" ? words.superseded : undefined,
    ends === undefined ? undefined : redirect === undefined ? words.until(ends) : words.handedOn(ends, redirect),
    ends === undefined && promised !== undefined && promised <= day ? words.mayEnd(promised) : undefined,
    model.doubt === undefined ? undefined : words.pick(model.doubt),
    next?.from === undefined ? undefined : `${next.from}: ${words.priceFrom(pricePair(next) ?? "")}`,
  ]
    .filter((note) => note !== undefined)
    .join("; ");
}

/** The first price that is announced for after the day. */
export const nextPrice = ({ periods }: PricedModel, day: Day): PricedModel["periods"][number] | undefined =>
  periods.find(({ from }) => from !== undefined && from > day);
