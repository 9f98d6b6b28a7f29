import type { PriceBook } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Part, Scenario } from "../../domain/scenario.ts";
import { rankRanges } from "../rank.ts";
import type { Asked } from "../rates-on.ts";
import type { TokenRate } from "../token-rate.ts";
import type { CachingMode } from "./caching.ts";
import { type Known, monthOnTarget, type TargetMonth } from "./on-target.ts";

/** How content becomes tokens on every target. */
export type ContentRates = {
  readonly rateOf: (target: string, domain: string) => TokenRate | undefined;
  readonly koCharsOf: (part: Part) => number;
};

export type RankedMonth = TargetMonth & { readonly rank: Known };

/**
 * A scenario on every target that `wanted` names and whose tokens are known or assumed, with its place by cost. A
 * target that lacks the service or residency that is asked for is left out.
 */
export function monthsOf(
  scenario: Scenario,
  book: PriceBook,
  rates: ContentRates,
  asked: Asked,
  mode: CachingMode,
  wanted: (model: PricedModel) => boolean,
): RankedMonth[] {
  const months = book.models.flatMap((model): TargetMonth[] => {
    if (!wanted(model) || !sells(model, asked)) return [];
    const content = { koCharsOf: rates.koCharsOf, rateOf: (domain: string) => rates.rateOf(model.target, domain) };
    const month = monthOnTarget(scenario, model, content, asked, mode);
    return month === undefined ? [] : [month];
  });
  const ranks = rankRanges(
    months.map(({ usd, tokenizer }) => {
      const low = usd.value ?? usd.span?.low ?? 0;
      const high = usd.value ?? usd.span?.high ?? Number.POSITIVE_INFINITY;
      return { low, high, group: tokenizer, perUnit: high };
    }),
  );
  return months.map((month, i) => {
    const range = ranks[i];
    const rank: Known =
      range === undefined
        ? { value: undefined, span: undefined }
        : range.best === range.worst
          ? { value: range.best, span: undefined }
          : { value: undefined, span: { low: range.best, high: range.worst } };
    return { ...month, rank };
  });
}

/** True when the model is sold as it is asked for. */
const sells = (model: PricedModel, { service = "standard", resident = false }: Asked): boolean =>
  (service === "standard" || model.service?.[service] !== undefined) && (!resident || model.residency !== undefined);
