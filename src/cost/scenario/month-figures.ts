import type { PriceBook } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Part, PartTokens, Scenario } from "../../domain/scenario.ts";
import { rankRanges } from "../rank.ts";
import type { Asked } from "../rates-on.ts";
import type { TokenRate } from "../token-rate.ts";
import { cacheRules } from "./cacheable.ts";
import { type CachingMode, hitsOf } from "./caching.ts";
import { callsOf } from "./calls.ts";
import { type Known, monthOnTarget, partsOnTarget, type TargetMonth } from "./on-target.ts";

/** How content becomes tokens on every target. */
export type ContentRates = {
  readonly rateOf: (target: string, domain: string) => TokenRate | undefined;
  readonly koCharsOf: (part: Part) => number;
};

export type RankedMonth = TargetMonth & { readonly rank: Known };

/** A scenario on every target that can take it, and those whose limits its calls exceed. */
export type Months = { readonly months: readonly RankedMonth[]; readonly tooSmall: readonly string[] };

/**
 * A scenario on every target that `wanted` names and whose tokens are known or assumed, with its place by cost. A
 * target that lacks the service or residency that is asked for is left out, and so is one whose context or answer is
 * too short for the scenario even by the least of its tokens.
 */
export function monthsOf(
  scenario: Scenario,
  book: PriceBook,
  rates: ContentRates,
  asked: Asked,
  mode: CachingMode,
  wanted: (model: PricedModel) => boolean,
): Months {
  const tooSmall: string[] = [];
  const months = book.models.flatMap((model): TargetMonth[] => {
    if (!wanted(model) || !sells(model, asked)) return [];
    const parts = partsOnTarget(scenario, (domain) => rates.rateOf(model.target, domain), rates.koCharsOf);
    const least = parts?.measured ?? parts?.ends?.low;
    if (parts === undefined || least === undefined) return [];
    if (!fits(scenario, least, model)) {
      tooSmall.push(model.target);
      return [];
    }
    const hits = hitsOf(mode, scenario, model);
    const caching = hits === undefined ? undefined : { hits, rules: cacheRules(book, model) };
    return [monthOnTarget(scenario, model, parts, asked, caching)];
  });
  const ranks = rankRanges(
    months.map(({ usd, tokenizer }) => {
      const low = usd.value ?? usd.span?.low ?? 0;
      const high = usd.value ?? usd.span?.high ?? Number.POSITIVE_INFINITY;
      // With a cache the order of two targets may turn within the range of the tokens that they share.
      return { low, high, group: mode === "off" ? tokenizer : undefined, perUnit: high };
    }),
  );
  return { tooSmall, months: months.map((month, i) => ({ ...month, rank: placeOf(ranks[i]) })) };
}

function placeOf(range: { readonly best: number; readonly worst: number } | undefined): Known {
  if (range === undefined) return { value: undefined, span: undefined };
  if (range.best === range.worst) return { value: range.best, span: undefined };
  return { value: undefined, span: { low: range.best, high: range.worst } };
}

/** True when the model is sold as it is asked for. */
const sells = (model: PricedModel, { service = "standard", resident = false }: Asked): boolean =>
  (service === "standard" || model.service?.[service] !== undefined) && (!resident || model.residency !== undefined);

/** True when the longest call and its answer are within the limits, where these are known. */
function fits(scenario: Scenario, parts: PartTokens, model: PricedModel): boolean {
  const { context_tokens: context = Number.POSITIVE_INFINITY, max_output_tokens: output = Number.POSITIVE_INFINITY } =
    model;
  const longest = callsOf(parts, scenario).at(-1);
  return parts.reply <= output && (longest === undefined || longest.prompt + longest.reply <= context);
}
