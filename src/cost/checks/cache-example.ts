import type { Check } from "../../domain/claim.ts";
import type { Day } from "../../domain/date.ts";
import { heirOf } from "../../domain/price/heir.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import { usage } from "../../domain/usage.ts";
import { billAt } from "../bill.ts";
import { ratesOn } from "../rates-on.ts";
import { cacheable } from "../scenario/cacheable.ts";
import { printedTokens } from "./scenarios.ts";
import { type Checked, modelIn, one, type World } from "./world.ts";

type Example = Extract<Check, { kind: "cache_example" }>;

/**
 * The system prompt of a scenario, before and after caching. The text counts it once for each conversation and takes
 * every token as read from the cache; billed is every call, and a prefix below the model's minimum is never cached.
 */
export function checkCacheExample({ scenario: name, target, what }: Example, world: World): Checked {
  const scenario = world.scenarioOf(name);
  const { system } = printedTokens(scenario).parts;
  const conversations = scenario.per_day * scenario.days_a_month;
  const figure = (model: PricedModel, day: Day, calls: number, minimum: boolean): number => {
    const tokens = system * calls * conversations;
    if (what === "tokens") return tokens / 1e6;
    const rates = ratesOn(model, system, { day });
    const cost = (bucket: "fresh_input" | "cache_read"): number =>
      billAt(usage({ [bucket]: tokens }), model, rates).usd.toNumber();
    const before = cost("fresh_input");
    const after =
      minimum && cacheable(system, { least: model.min_cache_tokens ?? 0, step: undefined }) === 0
        ? before
        : cost("cache_read");
    return what === "before" ? before : what === "after" ? after : before - after;
  };
  const then = modelIn(world.record, target);
  const heir = heirOf(world.record, target, world.today);
  const measured = figure(then, world.then, 1, false);
  const corrected = figure(then, world.then, scenario.turns, true);
  return {
    measured: one(measured),
    corrected: corrected === measured ? undefined : corrected,
    today: { value: heir && figure(heir, world.today, 1, false), targets: heir === undefined ? [] : [heir.target] },
  };
}
