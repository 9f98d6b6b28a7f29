import type { PricedModel } from "../../domain/price/model.ts";
import type { Scenario } from "../../domain/scenario.ts";
import { type Usage, usage } from "../../domain/usage.ts";
import { type CacheRule, cacheable } from "./cacheable.ts";
import type { Call } from "./calls.ts";

/** Chances of finding a cache, between 0 and 1. */
export type Hits = {
  /** A later turn finds what the turn before it sent. */
  readonly within: number;
  /** A call finds the system prompt, kept alive by other conversations. */
  readonly between: number;
};

/** How caching is asked for: not at all, within a conversation only, between conversations too, or by given chances. */
export type CachingMode = "off" | "turns" | "all" | Hits;

/** A scenario's way of caching on one target. */
export type Caching = { readonly hits: Hits; readonly rule: CacheRule };

/**
 * The chances on a target. Turns of a conversation come in bursts, so those within it are the scenario's assumption;
 * between conversations they follow from their rate λ by 1 − e^(−λ·lifetime), whatever the bursts, and are 0 where the
 * vendor promises no lifetime.
 */
export function hitsOf(
  mode: CachingMode,
  scenario: Scenario,
  { cache_seconds: lifetime }: PricedModel,
): Hits | undefined {
  if (mode === "off") return undefined;
  if (typeof mode === "object") return mode;
  if (scenario.caching === undefined) return undefined;
  const { within, hours_a_day } = scenario.caching;
  if (mode === "turns" || lifetime === undefined) return { within, between: 0 };
  const rate = scenario.per_day / (hours_a_day * 3600);
  return { within, between: 1 - Math.exp(-rate * lifetime) };
}

/** What of a conversation can recur: its turns where the history is resent, else the system prompt alone. */
export type Recurring = Pick<Scenario, "turns" | "history"> & { readonly system: number };

/**
 * Expected usage of one call. What is found is read; the rest of what may be found again is written; what remains is
 * fresh. Nothing is written that nobody can find: neither a lone call's prompt, nor a system prompt that no later call
 * shares.
 */
export function usageOf(call: Call, first: boolean, of: Recurring, caching?: Caching): Usage {
  const output = { visible_output: call.reply };
  if (caching === undefined) return usage({ fresh_input: call.prompt, ...output });
  const { hits, rule } = caching;
  const shared = cacheable(of.system, rule);
  const own = first ? 0 : cacheable(call.repeated, rule);
  const found = first ? hits.between * shared : hits.within * own + (1 - hits.within) * hits.between * shared;
  const chat = of.turns > 1 && hits.within > 0;
  const again = chat && of.history === "resent" ? cacheable(call.prompt, rule) : chat || hits.between > 0 ? shared : 0;
  const kept = Math.max(again, found);
  return usage({ fresh_input: call.prompt - kept, cache_read: found, cache_write: kept - found, ...output });
}
