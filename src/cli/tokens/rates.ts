import type { TokenRate, WonRate } from "../../cost/price-figures.ts";
import type { Assumptions, Range } from "../../domain/assumptions.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import type { KrwPerUsd, TokensPerChar } from "../../domain/units.ts";
import type { TokenFigure } from "../../measure/tokens.ts";
import { tokenizerOf } from "../../tokenize/registry.ts";

/** Tokens per Korean character of a target: as counted with its own tokenizer, else as assumed, else undefined. */
export function rateFinder(
  figures: readonly TokenFigure[],
  assumptions: Assumptions,
): (target: string) => TokenRate | undefined {
  return (target) => {
    const entry = tokenizerOf(target);
    if (entry === undefined) return undefined;
    const counted = figures.find(
      ({ metric, tokenizer, domain, lang }) =>
        metric === "tokens_per_char" && tokenizer === entry.id && domain === ALL_DOMAINS && lang === "ko",
    );
    if (counted !== undefined) return countedRate(entry, counted);
    const range = assumptions.tokens_per_ko_char[entry.id];
    return range === undefined ? undefined : assumedRate(entry, range);
  };
}

function countedRate({ id }: TokenizerEntry, { value, interval, n, clusters }: TokenFigure): TokenRate {
  return {
    tokenizer: id,
    value: value as TokensPerChar,
    span: interval && { low: interval.low as TokensPerChar, high: interval.high as TokensPerChar },
    confidence: interval === undefined ? undefined : CONFIDENCE,
    evidence: "exact",
    source: `tokens_per_char of ${id}`,
    n,
    clusters,
  };
}

function assumedRate({ id }: TokenizerEntry, { low, high }: Range): TokenRate {
  return {
    tokenizer: id,
    value: undefined,
    span: { low: low as TokensPerChar, high: high as TokensPerChar },
    confidence: undefined,
    evidence: "assumed",
    source: `assumptions.json: tokens_per_ko_char.${id}`,
    n: undefined,
    clusters: undefined,
  };
}

/** Confidence level of every interval of the token suites. */
export const CONFIDENCE = 0.95;

/** Won for a dollar: the rate that was given, else the assumed range. */
export function wonRate(krw: number | undefined, { krw_per_usd: range }: Assumptions): WonRate {
  return krw === undefined
    ? {
        span: { low: range.low as KrwPerUsd, high: range.high as KrwPerUsd },
        evidence: "assumed",
        source: "assumptions.json: krw_per_usd",
      }
    : { span: { low: krw as KrwPerUsd, high: krw as KrwPerUsd }, evidence: "published", source: `--krw ${krw}` };
}
