import type { Day } from "../../domain/date.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Scenario } from "../../domain/scenario.ts";
import type { Measured } from "../../measure/verdict.ts";

/** What claims of money are checked against. */
export type World = {
  /** The prices that the text prints, and the day it is of. */
  readonly printed: PriceBook;
  readonly then: Day;
  /** The record: dated prices, of that day and of today. */
  readonly record: PriceBook;
  readonly today: Day;
  readonly scenarioOf: (name: string) => Scenario;
};

/** What is computed for a claim. */
export type Checked = {
  /** By the text's own rule: from its own prices, or from the record where the claim is a price. */
  readonly measured: readonly Measured[];
  /** By the rule as it must be; absent where that gives the same. */
  readonly corrected: number | undefined;
  readonly today: Today | undefined;
};

/** The figure today, and who it is of: the target itself while it answers, else what replaces it. */
export type Today = { readonly value: number | undefined; readonly targets: readonly string[] };

export function modelIn(book: PriceBook, target: string): PricedModel {
  const found = book.models.find((model) => model.target === target);
  if (found === undefined) throw new Error(`a claim names ${target}, which the price book ${book.name} does not have`);
  return found;
}

/** One value that no tokenizer and no choice of target is involved in. */
export const one = (value: number | undefined): Measured[] =>
  value === undefined ? [] : [{ of: undefined, value, low: undefined, high: undefined }];

/** The same for each of several targets. */
export const each = (targets: readonly string[], valueOf: (target: string) => number | undefined): Measured[] =>
  targets.flatMap((target) => {
    const value = valueOf(target);
    return value === undefined ? [] : [{ of: target, value, low: undefined, high: undefined }];
  });
