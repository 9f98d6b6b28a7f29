import { type Evidence, weakest } from "../../domain/evidence.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Part, PartTokens, Scenario } from "../../domain/scenario.ts";
import { INPUT_BUCKETS, OUTPUT_BUCKETS } from "../../domain/usage.ts";
import type { Span } from "../korean-chars.ts";
import type { Asked } from "../rates-on.ts";
import type { TokenRate } from "../token-rate.ts";
import { type CachingMode, hitsOf } from "./caching.ts";
import { type Month, monthOf } from "./month.ts";

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

/** How content becomes tokens: the rate of a target for a domain, and Korean characters of a part. */
export type Content = {
  readonly rateOf: (domain: string) => TokenRate | undefined;
  readonly koCharsOf: (part: Part) => number;
};

/** Steps between the ends of a range that are tried with caching: a cache's minimum can make more tokens cheaper. */
const STEPS = 16;

/**
 * What a scenario costs on a target: the tokens of its content by the target's own tokenizer, billed call by call.
 * Undefined where nothing at all is known of the tokens. Where only a range of tokens is known, the cost is the least
 * and the most over it.
 */
export function monthOnTarget(
  scenario: Scenario,
  model: PricedModel,
  content: Content,
  asked: Asked,
  mode: CachingMode,
): TargetMonth | undefined {
  const parts = [scenario.system, scenario.user, scenario.reply].map((part) => {
    if (part === undefined) return undefined;
    return { chars: content.koCharsOf(part), rate: content.rateOf(part.domain) };
  });
  const rates = parts.flatMap((part) => (part === undefined ? [] : [part.rate]));
  if (rates.some((rate) => rate === undefined)) return undefined;
  const known = rates.filter((rate) => rate !== undefined);
  const first = known[0];
  if (first === undefined) return undefined;

  const hits = hitsOf(mode, scenario, model);
  const month = (of: (rate: TokenRate) => number | undefined): Month | undefined => {
    const [system, user, reply] = parts.map((part) => {
      const rate = part?.rate === undefined ? undefined : of(part.rate);
      return part === undefined ? 0 : rate === undefined ? Number.NaN : part.chars * rate;
    });
    const tokens: PartTokens = { system: system ?? 0, user: user ?? 0, reply: reply ?? 0 };
    return Object.values(tokens).some(Number.isNaN) ? undefined : monthOf(scenario, tokens, model, asked, hits);
  };
  const measured = month(({ value }) => value);
  const steps = hits === undefined ? 1 : STEPS;
  const spanned = Array.from({ length: steps + 1 }, (_, i) =>
    month(({ span }) => (span === undefined ? undefined : span.low + ((span.high - span.low) * i) / steps)),
  ).filter((each) => each !== undefined);

  const figure = (of: (month: Month) => number): Known => {
    const values = spanned.map(of);
    return {
      value: measured && of(measured),
      span: values.length === 0 ? undefined : { low: Math.min(...values), high: Math.max(...values) },
    };
  };
  const usd = (buckets: typeof INPUT_BUCKETS | typeof OUTPUT_BUCKETS) => (m: Month) =>
    buckets.reduce((sum, bucket) => sum.plus(m.usdOf[bucket]), m.usd.times(0)).toNumber();
  const tokens = (buckets: typeof INPUT_BUCKETS | typeof OUTPUT_BUCKETS) => (m: Month) =>
    buckets.reduce((sum, bucket) => sum + m.tokens[bucket], 0);
  return {
    target: model.target,
    tokenizer: first.tokenizer,
    usd: figure((m) => m.usd.toNumber()),
    inputUsd: figure(usd(INPUT_BUCKETS)),
    outputUsd: figure(usd(OUTPUT_BUCKETS)),
    inputTokens: figure(tokens(INPUT_BUCKETS)),
    outputTokens: figure(tokens(OUTPUT_BUCKETS)),
    confidence: known.every(({ confidence }) => confidence !== undefined) ? first.confidence : undefined,
    evidence: known.reduce<Evidence>((grade, { evidence }) => weakest(grade, evidence), "exact"),
    source: [...new Set(known.map(({ source }) => source))].join("; "),
  };
}
