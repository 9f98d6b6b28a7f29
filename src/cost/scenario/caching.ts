import type { PricedModel } from "../../domain/price/model.ts";
import type { Scenario } from "../../domain/scenario.ts";
import { type Usage, usage } from "../../domain/usage.ts";
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

/** The part of a prefix that a model caches: none below its minimum, then in its steps. */
export function cacheable(
  prefix: number,
  { min_cache_tokens: least = 0, cache_step_tokens: step }: PricedModel,
): number {
  if (prefix < least) return 0;
  return step === undefined ? prefix : least + Math.floor((prefix - least) / step) * step;
}

/**
 * Expected usage of one call. What is found is read; the rest of what can be cached is written, so that the next turn
 * finds it (where `turns` is 1 only the system prompt is worth writing); what remains is fresh.
 */
export function usageOf(
  call: Call,
  first: boolean,
  system: number,
  turns: number,
  model: PricedModel,
  hits?: Hits,
): Usage {
  const output = { visible_output: call.reply };
  if (hits === undefined) return usage({ fresh_input: call.prompt, ...output });
  const shared = cacheable(system, model);
  const own = first ? 0 : cacheable(call.repeated, model);
  const found = first ? hits.between * shared : hits.within * own + (1 - hits.within) * hits.between * shared;
  const kept = Math.max(cacheable(turns > 1 ? call.prompt : system, model), found);
  return usage({ fresh_input: call.prompt - kept, cache_read: found, cache_write: kept - found, ...output });
}
