import { createHash } from "node:crypto";
import type { PriceFigure } from "../../cost/price-figures.ts";
import { METRICS, type Measurement } from "../../domain/measurement.ts";
import { type OutsideTotals, outsideDomain } from "../../domain/outside.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { gradeOfCounts, type TokenizerEntry } from "../../domain/tokenizer.ts";
import type { TokenFigure } from "../../measure/tokens.ts";
import type { CountedPairs } from "./count-pairs.ts";
import { CONFIDENCE } from "./rates.ts";

/** What every row of a run says alike. */
export type Stamp = { readonly suite: string; readonly run: string; readonly data: string };

/** A name for a run that depends on its inputs alone, so that the same inputs give the same bytes. */
export const runId = (suite: string, inputs: unknown): string =>
  `${suite}-${createHash("sha256").update(JSON.stringify(inputs)).digest("hex").slice(0, 10)}`;

type Tokenizers = CountedPairs["tokenizers"];

export function tokenRows(
  figures: readonly TokenFigure[],
  tokenizers: Tokenizers,
  { suite, run, data }: Stamp,
): Measurement[] {
  const by = new Map(tokenizers.map((each) => [each.entry.id, each]));
  return figures.map(({ metric, tokenizer, domain, lang, condition, value, interval, n, clusters }) => {
    const counted = tokenizer === undefined ? undefined : by.get(tokenizer);
    return {
      suite,
      metric,
      unit: METRICS[metric].unit,
      tokenizer,
      domain,
      lang,
      condition,
      value,
      low: interval?.low,
      high: interval?.high,
      confidence: interval === undefined ? undefined : CONFIDENCE,
      n,
      clusters,
      evidence: counted === undefined ? "exact" : gradeOfCounts(counted.entry),
      source: tokenizer === undefined ? data : `${data}; ${counted?.how ?? tokenizer}`,
      run,
    };
  });
}

/** Totals and ratio of public corpora, for the tokenizers of the run. */
export function outsideRows(
  corpora: readonly OutsideTotals[],
  tokenizers: readonly TokenizerEntry[],
  { suite, run }: Stamp,
): Measurement[] {
  return corpora.flatMap(({ name, pairs, source, tokens, ko_chars }) =>
    tokenizers.flatMap(({ id }): Measurement[] => {
      const counts = tokens[id];
      if (counts === undefined) return [];
      const base = {
        suite,
        tokenizer: id,
        domain: outsideDomain(name),
        n: pairs,
        evidence: "exact",
        source,
        run,
      } as const;
      return [
        { ...base, metric: "tokens", unit: METRICS.tokens.unit, lang: "ko", value: counts.ko },
        { ...base, metric: "tokens", unit: METRICS.tokens.unit, lang: "en", value: counts.en },
        { ...base, metric: "token_ratio", unit: METRICS.token_ratio.unit, lang: "ko-en", value: counts.ko / counts.en },
        {
          ...base,
          metric: "tokens_per_char",
          unit: METRICS.tokens_per_char.unit,
          lang: "ko",
          value: counts.ko / ko_chars,
        },
      ];
    }),
  );
}

export function priceRows(figures: readonly PriceFigure[], { suite, run }: Stamp): Measurement[] {
  return figures.map(
    ({ metric, target, tokenizer, condition, value, span, confidence, n, clusters, evidence, source, priceDate }) => ({
      suite,
      metric,
      unit: METRICS[metric].unit,
      target,
      tokenizer,
      domain: ALL_DOMAINS,
      lang: "ko",
      condition,
      value,
      low: span?.low,
      high: span?.high,
      confidence,
      n,
      clusters,
      evidence,
      source,
      price_date: priceDate,
      run,
    }),
  );
}
