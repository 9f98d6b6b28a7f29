import type { Check } from "../../domain/claim.ts";
import type { Day } from "../../domain/date.ts";
import { periodOn } from "../../domain/price/book.ts";
import { heirOf } from "../../domain/price/heir.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import { exact } from "../money.ts";
import { ratesOn } from "../rates-on.ts";
import { type Checked, each, modelIn, one, type World } from "./world.ts";

type Of<Kind extends Check["kind"]> = Extract<Check, { kind: Kind }>;

/** A printed price against the record of that day. */
export function checkPrice({ target, side, over_tokens }: Of<"price">, { record, then, today }: World): Checked {
  const at = (model: PricedModel | undefined, day: Day): number | undefined => {
    if (model === undefined || periodOn(model, day) === undefined) return undefined;
    const { of } = ratesOn(model, (over_tokens ?? 0) + 1, { day });
    return (side === "input" ? of.fresh_input : of.visible_output)?.toNumber();
  };
  const heir = heirOf(record, target, today);
  return {
    measured: one(at(modelIn(record, target), then)),
    corrected: undefined,
    today: { value: at(heir, today), targets: heir === undefined ? [] : [heir.target] },
  };
}

export function checkContext({ target }: Of<"context">, { record, today }: World): Checked {
  const heir = heirOf(record, target, today);
  return {
    measured: one(modelIn(record, target).context_tokens),
    corrected: undefined,
    today: { value: heir?.context_tokens, targets: heir === undefined ? [] : [heir.target] },
  };
}

/** The place of a price among others in the record of that day; equal prices share a place. */
export function checkPlace({ target, among, side }: Of<"price_place">, { record, then, today }: World): Checked {
  const place = (
    models: readonly (PricedModel | undefined)[],
    mine: PricedModel | undefined,
    day: Day,
  ): number | undefined => {
    const price = (model: PricedModel | undefined): number =>
      Number((model === undefined ? undefined : periodOn(model, day))?.[side] ?? Number.NaN);
    if (Number.isNaN(price(mine))) return undefined;
    return 1 + models.filter((model) => price(model) < price(mine)).length;
  };
  const models = among.map((name) => modelIn(record, name));
  const heirs = [...new Set(among.map((name) => heirOf(record, name, today)))];
  const heir = heirOf(record, target, today);
  return {
    measured: one(place(models, modelIn(record, target), then)),
    corrected: undefined,
    today: { value: place(heirs, heir, today), targets: heir === undefined ? [] : [heir.target] },
  };
}

/** What cached tokens cost, in percent of input, or the shortest prefix that is cached. */
export function checkCacheRate({ targets, what }: Of<"cache_rate">, { record, then, today }: World): Checked {
  const rate = (model: PricedModel | undefined, day: Day): number | undefined => {
    if (model === undefined) return undefined;
    if (what === "minimum") return model.min_cache_tokens;
    const period = periodOn(model, day);
    const cached = what === "write_extra" ? period?.cache_write : period?.cache_read;
    if (period === undefined || cached === undefined) return undefined;
    const percent = exact(cached).dividedBy(period.input).times(100).toNumber();
    return what === "discount" ? 100 - percent : what === "write_extra" ? percent - 100 : percent;
  };
  const heirs = [...new Set(targets.map((target) => heirOf(record, target, today)))].filter(
    (heir) => heir !== undefined,
  );
  const now = heirs.map((heir) => rate(heir, today));
  return {
    measured: each(targets, (target) => rate(modelIn(record, target), then)),
    corrected: undefined,
    // One value only where all heirs share it.
    today: {
      value: now.every((value) => value === now[0]) ? now[0] : undefined,
      targets: heirs.map(({ target }) => target),
    },
  };
}

export function checkBatchDiscount({ targets }: Of<"batch_discount">, { record, today }: World): Checked {
  const off = (model: PricedModel | undefined): number | undefined => {
    const factor = model?.service?.batch;
    return typeof factor === "string" ? (1 - Number(factor)) * 100 : undefined;
  };
  const heirs = [...new Set(targets.map((target) => heirOf(record, target, today)))].filter(
    (heir) => heir !== undefined,
  );
  const now = heirs.map(off);
  return {
    measured: each(targets, (target) => off(modelIn(record, target))),
    corrected: undefined,
    today: {
      value: now.every((value) => value === now[0]) ? now[0] : undefined,
      targets: heirs.map(({ target }) => target),
    },
  };
}
