import { bill } from "../../cost/bill.ts";
import type { Day } from "../../domain/date.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import { BUCKETS, type Usage } from "../../domain/usage.ts";

/** Different bills that are kept: answers of a run are often as long as others. */
const MOST = 100_000;

/** Dollars of a usage of a model on a day; of one that was billed before, without billing it again. */
export function usagePrice(model: PricedModel, day: Day): (usage: Usage) => number {
  const known = new Map<string, number>();
  return (usage) => {
    const key = BUCKETS.map((bucket) => usage[bucket]).join(" ");
    const before = known.get(key);
    if (before !== undefined) return before;
    const usd = bill(usage, model, { day }).usd.toNumber();
    if (known.size < MOST) known.set(key, usd);
    return usd;
  };
}
