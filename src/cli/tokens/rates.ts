import type { WonRate } from "../../cost/price-figures.ts";
import type { TokenRate } from "../../cost/token-rate.ts";
import type { Assumptions, Range } from "../../domain/assumptions.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { gradeOfCounts, type TokenizerEntry } from "../../domain/tokenizer.ts";
import type { KrwPerUsd, TokensPerChar } from "../../domain/units.ts";
import type { TokenFigure } from "../../measure/tokens.ts";
import { tokenizerOf } from "../../tokenize/registry.ts";
import { type WonGiven, wonText } from "../won.ts";

/** Tokens per Korean character of a target in a domain; undefined where nothing is known. */
export type RateFinder = (target: string, domain?: string) => TokenRate | undefined;

/**
 * Tokens per Korean character of a target: as counted with its own tokenizer or by its vendor, else as assumed, else undefined. What is
 * assumed is for prose of all kinds: for one domain it is widened by how far that domain lies from all of them on the
 * tokenizers that can be counted.
 */
export function rateFinder(
  figures: readonly TokenFigure[],
  assumptions: Assumptions,
  tokenizerFor: (target: string) => TokenizerEntry | undefined = tokenizerOf,
): RateFinder {
  const perChar = figures.filter(({ metric, lang }) => metric === "tokens_per_char" && lang === "ko");
  const domainSpan = memoised((domain) => spanOf(perChar, domain));
  return (target, domain = ALL_DOMAINS) => {
    const entry = tokenizerFor(target);
    if (entry === undefined) return undefined;
    const counted = perChar.find((figure) => figure.tokenizer === entry.id && figure.domain === domain);
    if (counted !== undefined) return countedRate(entry, counted);
    const range = assumptions.tokens_per_ko_char[entry.id];
    const span = domain === ALL_DOMAINS ? { low: 1, high: 1 } : domainSpan(domain);
    return range === undefined || span === undefined ? undefined : assumedRate(entry, range, domain, span);
  };
}

/** Tokens per character of a domain ÷ those of all texts, lowest and highest over the tokenizers that were counted. */
function spanOf(perChar: readonly TokenFigure[], domain: string): { low: number; high: number } | undefined {
  const factors = perChar.flatMap((figure) => {
    const whole = perChar.find(({ tokenizer, domain: of }) => tokenizer === figure.tokenizer && of === ALL_DOMAINS);
    return figure.domain === domain && whole !== undefined ? [figure.value / whole.value] : [];
  });
  return factors.length === 0 ? undefined : { low: Math.min(...factors), high: Math.max(...factors) };
}

function memoised<Value>(of: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, of(key));
    return known.get(key) as Value;
  };
}

function countedRate(entry: TokenizerEntry, { value, interval, n, clusters }: TokenFigure): TokenRate {
  return {
    tokenizer: entry.id,
    value: value as TokensPerChar,
    span: interval && { low: interval.low as TokensPerChar, high: interval.high as TokensPerChar },
    confidence: interval === undefined ? undefined : CONFIDENCE,
    evidence: gradeOfCounts(entry),
    source: `tokens_per_char of ${entry.id}`,
    n,
    clusters,
  };
}

function assumedRate(
  { id }: TokenizerEntry,
  { low, high }: Range,
  domain: string,
  factor: { readonly low: number; readonly high: number },
): TokenRate {
  return {
    tokenizer: id,
    value: undefined,
    span: { low: (low * factor.low) as TokensPerChar, high: (high * factor.high) as TokensPerChar },
    confidence: undefined,
    evidence: "assumed",
    source: `assumptions.json: tokens_per_ko_char.${id}${domain === ALL_DOMAINS ? "" : ` × ${domain} ÷ all domains`}`,
    n: undefined,
    clusters: undefined,
  };
}

/** Confidence level of every interval of the token suites. */
export const CONFIDENCE = 0.95;

/** Won for a dollar: the rate that was given, else the assumed range. */
export function wonRate(krw: WonGiven | undefined, { krw_per_usd: range }: Assumptions): WonRate {
  return krw === undefined
    ? {
        span: { low: range.low as KrwPerUsd, high: range.high as KrwPerUsd },
        evidence: "assumed",
        source: "assumptions.json: krw_per_usd",
      }
    : {
        span: { low: krw.rate as KrwPerUsd, high: krw.rate as KrwPerUsd },
        evidence: "published",
        source: `--krw ${wonText(krw)}`,
      };
}
