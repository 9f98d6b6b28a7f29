import type { PricedModel } from "../../domain/price/model.ts";
import type { PartTokens, Scenario } from "../../domain/scenario.ts";
import type { CacheRule } from "./cacheable.ts";
import { callsOf } from "./calls.ts";

/** Parts between two ends: `t` from 0 to 1. */
export const between = (low: PartTokens, high: PartTokens, t: number): PartTokens => ({
  system: low.system + (high.system - low.system) * t,
  user: low.user + (high.user - low.user) * t,
  reply: low.reply + (high.reply - low.reply) * t,
});

/** How near to a jump of the cost it is looked at, as a share of the range. */
const BESIDE = 1e-9;

/** Further points, since a cache that grows in steps jumps at every one. */
const STEPS = 16;

/**
 * Where on a range of tokens the least and the most cost may lie: its ends, and on either side of every point at which
 * some prefix of a call reaches the minimum of the cache or the limit of a tier. In between the cost is linear in the
 * tokens, but for a cache's steps.
 */
export function spanPoints(
  scenario: Scenario,
  low: PartTokens,
  high: PartTokens,
  model: PricedModel,
  rule: CacheRule | undefined,
): number[] {
  const limits = [
    ...(rule === undefined ? [] : [rule.least]),
    ...new Set(model.periods.flatMap(({ tiers = [] }) => tiers.map(({ over_tokens: over }) => over))),
  ];
  const prefixes = (parts: PartTokens): number[] => [
    parts.system,
    ...callsOf(parts, scenario).flatMap(({ prompt, repeated }) => [prompt, repeated]),
  ];
  const [from, to] = [prefixes(low), prefixes(high)];
  const jumps = from.flatMap((least, i) => {
    const most = to[i] ?? least;
    return limits.flatMap((limit) => {
      const t = (limit - least) / (most - least);
      return t > 0 && t < 1 ? [t - BESIDE, t, t + BESIDE] : [];
    });
  });
  const grid = rule?.step === undefined ? [] : Array.from({ length: STEPS - 1 }, (_, i) => (i + 1) / STEPS);
  return [0, ...jumps.filter((t) => t > 0 && t < 1), ...grid, 1];
}
