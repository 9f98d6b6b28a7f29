import type { Day } from "../domain/date.ts";
import { type Evidence, weakest } from "../domain/evidence.ts";
import type { Metric } from "../domain/measurement.ts";
import { isActiveOn, type PriceBook } from "../domain/price/book.ts";
import type { PricedModel } from "../domain/price/model.ts";
import type { KrwPerUsd, UsdPerMillionTokens } from "../domain/units.ts";
import { inWon, type Span, usdPerThousandChars } from "./korean-chars.ts";
import { type Price, priceAt } from "./price-at.ts";
import { type Costed, rankRanges } from "./rank.ts";
import type { TokenRate } from "./token-rate.ts";

/** Won for a dollar: `published` when somebody gave it, `assumed` when it is our range. */
export type WonRate = { readonly span: Span<KrwPerUsd>; readonly evidence: Evidence; readonly source: string };

/** A figure about a target's price, before the run stamps its suite on it. */
export type PriceFigure = {
  readonly metric: Metric;
  readonly target: string;
  readonly tokenizer: string;
  /** `input` or `output`, after the name of the book where it is not the current one; empty for ranks. */
  readonly condition: string | undefined;
  readonly value: number | undefined;
  readonly span: Span<number> | undefined;
  readonly confidence: number | undefined;
  readonly n: number | undefined;
  readonly clusters: number | undefined;
  readonly evidence: Evidence;
  readonly source: string;
  readonly priceDate: Day;
};

type Candidate = { readonly model: PricedModel; readonly price: Price; readonly rate: TokenRate };

/**
 * What 1,000 Korean characters cost on every target of a book that answers on `day`, and each target's place by that
 * and by price per token. A target whose token rate is undefined is left out. With `label` every condition starts with
 * it, so that figures of two books never look alike.
 */
export function priceFigures(
  book: PriceBook,
  day: Day,
  rateOf: (target: string) => TokenRate | undefined,
  won: WonRate,
  wanted: (model: PricedModel) => boolean = (model) => isActiveOn(model, day),
  label?: string,
): PriceFigure[] {
  const candidates = book.models.filter(wanted).flatMap((model): Candidate[] => {
    const price = priceAt(model, day);
    const rate = rateOf(model.target);
    return price === undefined || rate === undefined ? [] : [{ model, price, rate }];
  });
  const amounts = candidates.flatMap((candidate) =>
    (["input", "output"] as const).flatMap((side) => amountFigures(book, day, candidate, side, won)),
  );
  const figures = [...amounts, ...rankFigures(book, day, candidates)];
  if (label === undefined) return figures;
  return figures.map((figure) => ({
    ...figure,
    condition: figure.condition === undefined ? label : `${label}:${figure.condition}`,
  }));
}

function amountFigures(
  book: PriceBook,
  day: Day,
  { model, price, rate }: Candidate,
  side: "input" | "output",
  won: WonRate,
): PriceFigure[] {
  const perMillion: UsdPerMillionTokens = price[side];
  const priceSource = `prices/${book.name}: ${model.sources.join(", ")}`;
  const source = `${rate.source}; ${priceSource}`;
  const base = { target: model.target, tokenizer: rate.tokenizer, condition: side, priceDate: day };
  const counted = { n: rate.n, clusters: rate.clusters, confidence: rate.confidence };
  const value = rate.value === undefined ? undefined : usdPerThousandChars(rate.value, perMillion);
  const span = rate.span && {
    low: usdPerThousandChars(rate.span.low, perMillion),
    high: usdPerThousandChars(rate.span.high, perMillion),
  };
  // The range of the won is far wider than the interval of a measured count, so a measured value stands for itself.
  const dollars = value === undefined ? span : { low: value, high: value };
  const krw = dollars && inWon(dollars, won.span);
  const point = krw !== undefined && krw.low === krw.high;
  return [
    {
      ...base,
      metric: "usd_per_mtok",
      value: perMillion,
      span: undefined,
      ...NOTHING_COUNTED,
      evidence: "published",
      source: priceSource,
    },
    { ...base, metric: "usd_per_1k_ko_chars", value, span, ...counted, evidence: rate.evidence, source },
    {
      ...base,
      metric: "krw_per_1k_ko_chars",
      value: point ? krw.low : undefined,
      span: point ? undefined : krw,
      ...counted,
      confidence: undefined,
      evidence: weakest(rate.evidence, won.evidence),
      source: `${source}; ${won.source}`,
    },
  ];
}

const NOTHING_COUNTED = { n: undefined, clusters: undefined, confidence: undefined } as const;

function rankFigures(book: PriceBook, day: Day, candidates: readonly Candidate[]): PriceFigure[] {
  const sums = candidates.map(({ price }) => (price.input + price.output) as UsdPerMillionTokens);
  const perToken = rankRanges(sums.map((sum) => ({ ...point(sum), group: undefined, perUnit: sum })));
  const perChar = rankRanges(candidates.map(({ rate }, i) => costOf(rate, sums[i] as UsdPerMillionTokens)));
  const evidence = candidates.reduce<Evidence>((grade, { rate }) => weakest(grade, rate.evidence), "exact");
  return candidates.flatMap(({ model, rate }, i): PriceFigure[] => {
    const base = {
      target: model.target,
      tokenizer: rate.tokenizer,
      condition: undefined,
      priceDate: day,
      ...NOTHING_COUNTED,
    };
    const place = perToken[i];
    const range = perChar[i];
    if (place === undefined || range === undefined) return [];
    const sure = range.best === range.worst;
    return [
      {
        ...base,
        metric: "price_rank",
        value: place.best,
        span: undefined,
        evidence: "published",
        source: `prices/${book.name}`,
      },
      {
        ...base,
        metric: "cost_rank",
        value: sure ? range.best : undefined,
        span: sure ? undefined : { low: range.best, high: range.worst },
        evidence,
        source: `prices/${book.name}; ${rate.source}`,
      },
    ];
  });
}

/** Cost of 1,000 characters read and 1,000 written; anything at all where nothing is known of the tokens. */
function costOf(rate: TokenRate, sum: UsdPerMillionTokens): Costed {
  const tokens = rate.value === undefined ? rate.span : point(rate.value);
  const low = tokens === undefined ? 0 : usdPerThousandChars(tokens.low, sum);
  const high = tokens === undefined ? Number.POSITIVE_INFINITY : usdPerThousandChars(tokens.high, sum);
  return { low, high, group: rate.tokenizer, perUnit: sum };
}

const point = <Value extends number>(value: Value): Span<Value> => ({ low: value, high: value });
