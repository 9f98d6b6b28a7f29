import { type PricedModel, SERVICES } from "../../domain/price/model.ts";
import type { Period } from "../../domain/price/period.ts";
import { ratesIn } from "./rate-names.ts";

/** One thing that a book says of a model. A `decimal` is compared as a number: 2.50 is 2.5. */
export type Fact = { readonly text: string; readonly decimal: boolean };

const LIFECYCLE = ["status", "released", "ends", "not_before", "replacement", "redirect"] as const;
const LIMITS = [
  "context_tokens",
  "max_output_tokens",
  "min_cache_tokens",
  "cache_step_tokens",
  "cache_seconds",
] as const;
const FLAGS = ["reasoning", "structured_output", "vision"] as const;

/** What is said without a date: lifecycle, services, limits, abilities; by name. */
export function undatedFacts(model: PricedModel): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  const say = (name: string, value: string | number | boolean | undefined, decimal = false): void => {
    if (value !== undefined) facts.set(name, { text: String(value), decimal });
  };
  for (const name of LIFECYCLE) say(name, model.lifecycle[name]);
  for (const name of SERVICES) {
    const factor = model.service?.[name];
    if (typeof factor === "object") say(`${name} factor`, `${factor.input} in, ${factor.output} out`);
    else say(`${name} factor`, factor, true);
  }
  say("residency factor", model.residency?.factor, true);
  say("residency", model.residency?.where);
  say("cache_storage_per_hour", model.cache_storage_per_hour, true);
  for (const name of LIMITS) say(name, model[name]);
  say("tool_tokens auto", model.tool_tokens?.auto);
  say("tool_tokens any", model.tool_tokens?.any);
  for (const name of FLAGS) say(name, model[name]);
  return facts;
}

/** The rates of a period by name, those of its tiers with their limit in tokens; every name ends in `suffix`. */
export function rateFacts(period: Period | undefined, suffix = ""): ReadonlyMap<string, Fact> {
  if (period === undefined) return new Map();
  const fact = (text: string): Fact => ({ text, decimal: true });
  return new Map([
    ...ratesIn(period).map(([rate, text]) => [`${rate}${suffix}`, fact(text)] as const),
    ...(period.tiers ?? []).flatMap((tier) =>
      ratesIn(tier).map(([rate, text]) => [`${rate} over ${tier.over_tokens}${suffix}`, fact(text)] as const),
    ),
  ]);
}
