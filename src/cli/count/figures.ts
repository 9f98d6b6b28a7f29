import { priceAt } from "../../cost/price-at.ts";
import type { Assumptions } from "../../domain/assumptions.ts";
import type { Day } from "../../domain/date.ts";
import type { Evidence } from "../../domain/evidence.ts";
import { isActiveOn, type PriceBook } from "../../domain/price/book.ts";
import { characters } from "../../measure/text.ts";
import { tokenizersIn } from "../../tokenize/of-book.ts";

/** What is known of a number: low = high when it is exact. */
export type Range = { readonly low: number; readonly high: number };

/** A target's tokens for one text, and dollars for 1,000 such texts as input and as output. */
export type TargetFigure = {
  readonly target: string;
  readonly tokenizer: string | undefined;
  readonly tokens: Range | undefined;
  readonly usd_input: Range | undefined;
  readonly usd_output: Range | undefined;
  readonly evidence: Evidence | undefined;
};

/** Texts that a price is given for: one costs too little to print. */
export const TEXTS = 1000;

/** Every active target of a book, cheapest first by the middle of what is known; those of which nothing is come last. */
export function targetFigures(
  text: string,
  counts: ReadonlyMap<string, number>,
  book: PriceBook,
  day: Day,
  assumptions: Assumptions,
): TargetFigure[] {
  const tokenizerFor = tokenizersIn(book);
  const figures = book.models
    .filter((model) => isActiveOn(model, day))
    .map((model): TargetFigure => {
      const entry = tokenizerFor(model.target);
      const exact = entry === undefined ? undefined : counts.get(entry.id);
      const tokens = exact === undefined ? assumedTokens(text, entry?.id, assumptions) : { low: exact, high: exact };
      const price = priceAt(model, day);
      const usd = (perMillion: number | undefined): Range | undefined =>
        tokens === undefined || perMillion === undefined
          ? undefined
          : { low: (tokens.low * perMillion * TEXTS) / 1e6, high: (tokens.high * perMillion * TEXTS) / 1e6 };
      const evidence = tokens === undefined ? undefined : exact === undefined ? "assumed" : "exact";
      return {
        target: model.target,
        tokenizer: entry?.id,
        tokens,
        usd_input: usd(price?.input),
        usd_output: usd(price?.output),
        evidence,
      };
    });
  return figures.sort((a, b) => middle(a) - middle(b) || (a.target < b.target ? -1 : 1));
}

function middle({ usd_input, usd_output }: TargetFigure): number {
  if (usd_input === undefined || usd_output === undefined) return Number.MAX_VALUE;
  return (usd_input.low + usd_input.high + usd_output.low + usd_output.high) / 2;
}

/** The assumed range holds for Korean prose only, so it is used only where most letters are Hangul. */
export function assumedTokens(
  text: string,
  tokenizer: string | undefined,
  assumptions: Assumptions,
): Range | undefined {
  const range = tokenizer === undefined ? undefined : assumptions.tokens_per_ko_char[tokenizer];
  if (range === undefined || !isKorean(text)) return undefined;
  const chars = characters(text);
  return { low: range.low * chars, high: range.high * chars };
}

/** True when at least half of the letters are Hangul. */
export function isKorean(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  return letters > 0 && hangul * 2 >= letters;
}
