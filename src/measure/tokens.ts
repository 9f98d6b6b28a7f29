import type { Metric } from "../domain/measurement.ts";
import { ALL_DOMAINS } from "../domain/pair.ts";
import { clusterBootstrap, type Interval, totals } from "./bootstrap.ts";
import type { Mix } from "./mix.ts";
import { quantile } from "./quantile.ts";
import { seeded } from "./random.ts";
import { byDocument, type CountedPair, column, tokenColumn } from "./token-sums.ts";

/** A figure about text and tokens, before the run stamps its suite, source and evidence on it. */
export type TokenFigure = {
  readonly metric: Metric;
  readonly tokenizer: string | undefined;
  readonly domain: string;
  readonly lang: "ko" | "en" | "ko-en";
  readonly condition?: string;
  readonly value: number;
  readonly interval: Interval | undefined;
  readonly n: number;
  readonly clusters: number;
};

export type TokenOptions = {
  readonly tokenizers: readonly string[];
  readonly mix: Mix | undefined;
  readonly seed: number;
  readonly resamples: number;
  readonly confidence: number;
};

/**
 * Every token figure: for the whole (with `mix`: the domains weighted by their share of Korean characters, resampled
 * within each domain) and for every domain, in order of first appearance.
 */
export function measureTokens(pairs: readonly CountedPair[], options: TokenOptions): TokenFigure[] {
  const domains = [...new Set(pairs.map(({ pair }) => pair.domain))];
  const of = (domain: string): CountedPair[] => pairs.filter(({ pair }) => pair.domain === domain);
  const whole =
    options.mix === undefined
      ? measureGroup(ALL_DOMAINS, [{ weight: undefined, pairs }], options)
      : measureGroup(
          ALL_DOMAINS,
          [...options.mix].map(([domain, weight]) => ({ weight, pairs: of(domain) })),
          options,
        );
  const parts = domains.flatMap((domain) => measureGroup(domain, [{ weight: undefined, pairs: of(domain) }], options));
  return [...whole, ...parts];
}

type Part = { readonly weight: number | undefined; readonly pairs: readonly CountedPair[] };
type Ratio = Pick<TokenFigure, "metric" | "tokenizer" | "lang"> & { readonly of: (sums: Float64Array) => number };

function measureGroup(domain: string, parts: readonly Part[], options: TokenOptions): TokenFigure[] {
  const strata = parts.map((part) => byDocument(part.pairs));
  const blend = blending(parts);
  const ratios = ratiosOf(options.tokenizers);
  const statistic = (sums: readonly Float64Array[]): number[] => {
    const blended = blend(sums);
    return ratios.map((ratio) => ratio.of(blended));
  };
  const observed = totals(strata);
  const values = statistic(observed);
  const random = seeded(options.seed);
  const intervals = clusterBootstrap(strata, statistic, {
    resamples: options.resamples,
    confidence: options.confidence,
    random,
  });
  const size = {
    n: parts.reduce((sum, part) => sum + part.pairs.length, 0),
    clusters: strata.reduce((sum, documents) => sum + documents.length, 0),
  };
  const pooled = blending(parts.map((part) => ({ ...part, weight: undefined })))(observed);
  return [
    ...countFigures(domain, pooled, options.tokenizers, size),
    ...ratios.map(({ of: _, ...ratio }, i) => ({
      ...ratio,
      domain,
      value: values[i] ?? Number.NaN,
      interval: intervals[i],
      ...size,
    })),
    ...spreadFigures(domain, parts, options.tokenizers, size),
  ];
}

/**
 * One row of sums out of those of all parts. With weights each part counts per Korean character, times its weight;
 * without, the parts are simply added.
 */
function blending(parts: readonly Part[]): (sums: readonly Float64Array[]) => Float64Array {
  return (sums) => {
    const blended = new Float64Array(sums[0]?.length ?? 0);
    sums.forEach((part, i) => {
      const weight = parts[i]?.weight;
      const factor = weight === undefined ? 1 : weight / column(part, "koChars");
      part.forEach((value, at) => (blended[at] = (blended[at] ?? 0) + value * factor));
    });
    return blended;
  };
}

function ratiosOf(tokenizers: readonly string[]): Ratio[] {
  const text: Ratio[] = [
    {
      metric: "bytes_per_char",
      tokenizer: undefined,
      lang: "ko",
      of: (s) => column(s, "koBytes") / column(s, "koChars"),
    },
    {
      metric: "bytes_per_char",
      tokenizer: undefined,
      lang: "en",
      of: (s) => column(s, "enBytes") / column(s, "enChars"),
    },
  ];
  const tokens = tokenizers.flatMap((tokenizer, t): Ratio[] => [
    { metric: "token_ratio", tokenizer, lang: "ko-en", of: (s) => tokenColumn(s, t, "ko") / tokenColumn(s, t, "en") },
    { metric: "tokens_per_char", tokenizer, lang: "ko", of: (s) => tokenColumn(s, t, "ko") / column(s, "koChars") },
    { metric: "tokens_per_char", tokenizer, lang: "en", of: (s) => tokenColumn(s, t, "en") / column(s, "enChars") },
    { metric: "tokens_per_eojeol", tokenizer, lang: "ko", of: (s) => tokenColumn(s, t, "ko") / column(s, "koWords") },
    { metric: "tokens_per_word", tokenizer, lang: "en", of: (s) => tokenColumn(s, t, "en") / column(s, "enWords") },
  ]);
  return [...text, ...tokens];
}

type Size = Pick<TokenFigure, "n" | "clusters">;

function countFigures(domain: string, sums: Float64Array, tokenizers: readonly string[], size: Size): TokenFigure[] {
  const figure = (metric: Metric, lang: "ko" | "en" | "ko-en", value: number, tokenizer?: string): TokenFigure => ({
    metric,
    tokenizer,
    domain,
    lang,
    value,
    interval: undefined,
    ...size,
  });
  return [
    figure("pairs", "ko-en", size.n),
    figure("chars", "ko", column(sums, "koChars")),
    figure("chars", "en", column(sums, "enChars")),
    ...tokenizers.flatMap((tokenizer, t) =>
      (["ko", "en"] as const).map((lang) => figure("tokens", lang, tokenColumn(sums, t, lang), tokenizer)),
    ),
  ];
}

/** Spread of the ratio from pair to pair: what one request may see. Of the pairs as they are, whatever the mix. */
function spreadFigures(
  domain: string,
  parts: readonly Part[],
  tokenizers: readonly string[],
  size: Size,
): TokenFigure[] {
  const pairs = parts.flatMap((part) => part.pairs);
  return tokenizers.flatMap((tokenizer, t) => {
    const sorted = pairs.map(({ ko, en }) => (ko[t] ?? Number.NaN) / (en[t] ?? Number.NaN)).sort((a, b) => a - b);
    return [0.1, 0.5, 0.9].flatMap((q): TokenFigure[] => {
      const value = quantile(sorted, q);
      const condition = `p${q * 100}`;
      return value === undefined
        ? []
        : [
            {
              metric: "pair_token_ratio",
              tokenizer,
              domain,
              lang: "ko-en",
              condition,
              value,
              interval: undefined,
              ...size,
            },
          ];
    });
  });
}
