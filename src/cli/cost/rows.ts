import type { PriceFigure, WonRate } from "../../cost/price-figures.ts";
import type { RankedMonth } from "../../cost/scenario/month-figures.ts";
import type { Known } from "../../cost/scenario/on-target.ts";
import type { Day } from "../../domain/date.ts";
import { weakest } from "../../domain/evidence.ts";
import { METRICS, type Measurement, type Metric } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import type { PriceBook } from "../../domain/price/book.ts";

export type Stamp = { readonly run: string; readonly book: PriceBook; readonly day: Day; readonly data: string };

export const COST_SUITE = "cost";

/** Rows of a scenario: tokens, dollars by side, won and place; or dollars alone for a variant of it. */
export function monthRows(
  name: string,
  months: readonly RankedMonth[],
  won: WonRate,
  stamp: Stamp,
  variant?: string,
): Measurement[] {
  const prices = new Map(stamp.book.models.map(({ target, sources }) => [target, sources.join(", ")]));
  return months.flatMap((month) => {
    const source = `${month.source}; ${stamp.data}; prices/${stamp.book.name}: ${prices.get(month.target) ?? ""}`;
    const row = (
      metric: Metric,
      condition: string,
      { value, span }: Known,
      more: Partial<Measurement> = {},
    ): Measurement => ({
      suite: COST_SUITE,
      metric,
      unit: METRICS[metric].unit,
      target: month.target,
      tokenizer: month.tokenizer,
      domain: ALL_DOMAINS,
      lang: "ko",
      condition: variant === undefined ? condition : `${condition}:${variant}`,
      value,
      low: span?.low,
      high: span?.high,
      confidence: value === undefined || span === undefined ? undefined : month.confidence,
      evidence: month.evidence,
      source,
      price_date: stamp.day,
      run: stamp.run,
      ...more,
    });
    const total = row("usd_per_month", `${name}:total`, month.usd);
    if (variant !== undefined) return [total];
    return [
      row("tokens_per_month", `${name}:input`, month.inputTokens),
      row("tokens_per_month", `${name}:output`, month.outputTokens),
      row("usd_per_month", `${name}:input`, month.inputUsd),
      row("usd_per_month", `${name}:output`, month.outputUsd),
      total,
      row("krw_per_month", `${name}:total`, inWon(month.usd, won), {
        confidence: undefined,
        evidence: weakest(month.evidence, won.evidence),
        source: `${source}; ${won.source}`,
      }),
      row("month_rank", name, month.rank, { confidence: undefined }),
    ];
  });
}

/** Won over the range of the rate; a measured amount stands for itself, since the range of the won is far wider. */
function inWon({ value, span }: Known, { span: rate }: WonRate): Known {
  const usd = value === undefined ? span : { low: value, high: value };
  if (usd === undefined) return { value: undefined, span: undefined };
  const krw = { low: usd.low * rate.low, high: usd.high * rate.high };
  return krw.low === krw.high ? { value: krw.low, span: undefined } : { value: undefined, span: krw };
}

/** Prices and the cost of 1,000 Korean characters, as the suite korean-tokens has them. */
export const priceRowsOf = (figures: readonly PriceFigure[], run: string): Measurement[] =>
  figures.map(({ priceDate, span, ...figure }) => ({
    suite: COST_SUITE,
    unit: METRICS[figure.metric].unit,
    domain: ALL_DOMAINS,
    lang: "ko",
    low: span?.low,
    high: span?.high,
    price_date: priceDate,
    run,
    ...figure,
  }));
