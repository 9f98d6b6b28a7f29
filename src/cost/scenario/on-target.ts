import { type Evidence, weakest } from "../../domain/evidence.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Part, PartTokens, Scenario } from "../../domain/scenario.ts";
import { INPUT_BUCKETS, OUTPUT_BUCKETS } from "../../domain/usage.ts";
import type { Span } from "../korean-chars.ts";
import { sum } from "../money.ts";
import type { Asked } from "../rates-on.ts";
import type { TokenRate } from "../token-rate.ts";
import type { CacheRule } from "./cacheable.ts";
import type { Hits } from "./caching.ts";
import { type Month, monthOf } from "./month.ts";
import { between, spanPoints } from "./span-points.ts";

/** A figure that is known (value, with its interval where there is one), or known to lie in a range. */
export type Known = { readonly value: number | undefined; readonly span: Span<number> | undefined };

/** A month of a scenario on one target, counted in its own tokens. */
export type TargetMonth = {
  readonly target: string;
  readonly tokenizer: string;
  readonly usd: Known;
  readonly inputUsd: Known;
  readonly outputUsd: Known;
  readonly inputTokens: Known;
  readonly outputTokens: Known;
  readonly confidence: number | undefined;
  readonly evidence: Evidence;
  readonly source: string;
};

/** The tokens of a scenario's parts on one target: measured, and the ends of what is known of them. */
export type TargetParts = {
  readonly rates: readonly TokenRate[];
  readonly measured: PartTokens | undefined;
  readonly ends: { readonly low: PartTokens; readonly high: PartTokens } | undefined;
};

/** The parts of a scenario in the tokens of a target; undefined where nothing at all is known of them. */
export function partsOnTarget(
  { system, user, reply }: Pick<Scenario, "system" | "user" | "reply">,
  rateOf: (domain: string) => TokenRate | undefined,
  koCharsOf: (part: Part) => number,
): TargetParts | undefined {
  const parts = { system, user, reply };
  const names = ["system", "user", "reply"] as const;
  const rates = names.flatMap((name) => (parts[name] === undefined ? [] : [rateOf(parts[name].domain)]));
  const known = rates.filter((rate) => rate !== undefined);
  if (known.length < rates.length) return undefined;
  const tokens = (of: (rate: TokenRate) => number | undefined): PartTokens | undefined => {
    const counts = names.map((name) => {
      const part = parts[name];
      const rate = part === undefined ? 0 : of(rateOf(part.domain) as TokenRate);
      return rate === undefined || part === undefined ? rate : rate * koCharsOf(part);
    });
    const [ofSystem, ofUser, ofReply] = counts;
    if (ofSystem === undefined || ofUser === undefined || ofReply === undefined) return undefined;
    return { system: ofSystem, user: ofUser, reply: ofReply };
  };
  const low = tokens(({ span }) => span?.low);
  const high = tokens(({ span }) => span?.high);
  return {
    rates: known,
    measured: tokens(({ value }) => value),
    ends: low === undefined || high === undefined ? undefined : { low, high },
  };
}

/**
 * What a scenario costs on a target: its content in the target's own tokens, billed call by call. Where only a range of
 * tokens is known, or only bounds of the cache's minimum, the cost is the least and the most over them.
 */
export function monthOnTarget(
  scenario: Scenario,
  model: PricedModel,
  { rates, measured, ends }: TargetParts,
  asked: Asked,
  caching: { readonly hits: Hits; readonly rules: readonly CacheRule[] } | undefined,
): TargetMonth {
  const ways = caching === undefined ? [undefined] : caching.rules.map((rule) => ({ hits: caching.hits, rule }));
  const month = (parts: PartTokens, way: (typeof ways)[number]): Month => monthOf(scenario, parts, model, asked, way);
  const sure = ways.length === 1 && measured !== undefined;
  const point = sure ? month(measured, ways[0]) : undefined;
  const spanned = ways.flatMap((way) => {
    if (ends === undefined) return sure || measured === undefined ? [] : [month(measured, way)];
    const points = spanPoints(scenario, ends.low, ends.high, model, way?.rule);
    return points.map((t) => month(between(ends.low, ends.high, t), way));
  });

  const figure = (of: (month: Month) => number): Known => {
    const values = spanned.map(of);
    return {
      value: point && of(point),
      span: values.length === 0 ? undefined : { low: Math.min(...values), high: Math.max(...values) },
    };
  };
  type Side = typeof INPUT_BUCKETS | typeof OUTPUT_BUCKETS;
  const usd = (side: Side) => (m: Month) => sum(side.map((bucket) => m.usdOf[bucket])).toNumber();
  const tokens = (side: Side) => (m: Month) => side.reduce((total, bucket) => total + m.tokens[bucket], 0);
  const counted = rates.reduce<Evidence>((grade, { evidence }) => weakest(grade, evidence), "exact");
  return {
    target: model.target,
    tokenizer: rates[0]?.tokenizer ?? "",
    usd: figure((m) => m.usd.toNumber()),
    inputUsd: figure(usd(INPUT_BUCKETS)),
    outputUsd: figure(usd(OUTPUT_BUCKETS)),
    inputTokens: figure(tokens(INPUT_BUCKETS)),
    outputTokens: figure(tokens(OUTPUT_BUCKETS)),
    confidence: sure && rates.every(({ confidence }) => confidence !== undefined) ? rates[0]?.confidence : undefined,
    evidence: sure || measured === undefined ? counted : weakest(counted, "assumed"),
    source: [...new Set(rates.map(({ source }) => source))].join("; "),
  };
}
