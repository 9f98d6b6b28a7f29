import type { PricedModel } from "../../domain/price/model.ts";
import { type PartTokens, type Scenario, trafficOf } from "../../domain/scenario.ts";
import { BUCKETS, type Bucket } from "../../domain/usage.ts";
import { bill } from "../bill.ts";
import { type Exact, exact, ZERO } from "../money.ts";
import type { Asked } from "../rates-on.ts";
import { type Caching, usageOf } from "./caching.ts";
import { callsOf } from "./calls.ts";

/** A month of a scenario on one target. */
export type Month = {
  readonly usd: Exact;
  /** Tokens and dollars by bucket. */
  readonly tokens: Readonly<Record<Bucket, number>>;
  readonly usdOf: Readonly<Record<Bucket, Exact>>;
};

/** What a month costs: every call of a conversation is billed as a request of its own, times the conversations. */
export function monthOf(
  scenario: Scenario,
  parts: PartTokens,
  model: PricedModel,
  asked: Asked,
  caching?: Caching,
): Month {
  const { conversations } = trafficOf(scenario);
  const of = { turns: scenario.turns, history: scenario.history, system: parts.system };
  const tokens = Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) as Record<Bucket, number>;
  const usdOf = Object.fromEntries(BUCKETS.map((bucket) => [bucket, ZERO])) as Record<Bucket, Exact>;
  callsOf(parts, scenario).forEach((call, k) => {
    for (const line of bill(usageOf(call, k === 0, of, caching), model, asked).lines) {
      tokens[line.bucket] += line.tokens * conversations;
      usdOf[line.bucket] = usdOf[line.bucket].plus(line.usd.times(exact(conversations)));
    }
  });
  return { usd: BUCKETS.reduce((total, bucket) => total.plus(usdOf[bucket]), ZERO), tokens, usdOf };
}
