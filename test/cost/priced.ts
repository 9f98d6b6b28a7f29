import { readFileSync } from "node:fs";
import { PriceBook } from "../../src/domain/price/book.ts";
import type { PricedModel } from "../../src/domain/price/model.ts";
import type { Period } from "../../src/domain/price/period.ts";
import { Scenario } from "../../src/domain/scenario.ts";

export const bookOf = (name: string): PriceBook =>
  PriceBook.parse(JSON.parse(readFileSync(`datasets/prices/${name}.json`, "utf8")));

export const current = bookOf("2026-11-24");
export const article = bookOf("article-2026-01-29");

export function modelOf(target: string, book: PriceBook = current): PricedModel {
  const found = book.models.find((model) => model.target === target);
  if (found === undefined) throw new Error(`${book.name} has no ${target}`);
  return found;
}

/** A model with one price. */
export const priced = (rates: Period, more: Partial<PricedModel> = {}): PricedModel => ({
  target: "local/test",
  periods: [rates],
  lifecycle: { status: "active" },
  sources: ["test"],
  ...more,
});

export const scenario = (name: string): Scenario =>
  Scenario.parse(JSON.parse(readFileSync(`datasets/scenarios/${name}.json`, "utf8")));
