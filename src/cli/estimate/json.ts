import { type BudgetFit, budgetFit } from "./budget.ts";
import type { Estimated } from "./estimated.ts";
import { pricedUsd, type TargetEstimate } from "./figures.ts";
import type { InputTokens } from "./input-tokens.ts";

/** For scripts. What is not known is left out. */
export function estimateJson({
  suite,
  estimate,
  follows,
  books,
  attempts,
  budgetUsd,
  notInstalled,
}: Estimated): string {
  const { book, day } = books;
  const { targets, requests, input, output, usd } = estimate;
  return JSON.stringify({
    suite,
    asks: true,
    prices: book.name,
    price_date: day,
    requests,
    input_tokens: inputJson(input),
    output_tokens_at_most: output,
    usd_at_most: usd?.toNumber(),
    priced_usd_at_most: pricedUsd(estimate).toNumber(),
    follow_up: follows && { requests_at_most: follows.requests, usd_at_most: follows.usd?.toNumber() },
    max_attempts: attempts,
    usd_at_most_with_attempts: (follows === undefined ? usd : usd && follows.usd?.plus(usd))
      ?.times(attempts)
      .toNumber(),
    budget:
      budgetUsd === undefined
        ? undefined
        : { usd: budgetUsd, ...fitJson(budgetFit(estimate, follows, budgetUsd, attempts)) },
    vocabularies_not_installed: notInstalled,
    targets: targets.map(targetJson),
  });
}

/** The same of a suite that asks no model. */
export const offlineJson = (suite: string): string =>
  JSON.stringify({ suite, asks: false, requests: 0, usd_at_most: 0, targets: [] });

const targetJson = ({ target, served, requests, input, output, usd, known, off }: TargetEstimate): object => ({
  target,
  served_by: served,
  requests,
  input_tokens: inputJson(input),
  output_tokens_at_most: output,
  usd_at_most: usd?.toNumber(),
  in_price_book: known,
  off_since: off,
});

const fitJson = (fit: BudgetFit | undefined): object => ({ fits: fit?.fits, requests_sure: fit?.requests });

const inputJson = ({ low, high, evidence, bytes }: InputTokens): object => ({ low, high, evidence, bytes });
