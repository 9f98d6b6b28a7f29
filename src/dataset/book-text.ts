import type { PriceBook } from "../domain/price/book.ts";

/** The text of a price book as it is committed: one model a line, so that a change of one is a change of one line. */
export function bookText({ models, ...head }: PriceBook): string {
  const lines = models.map((model) => `    ${JSON.stringify(model)}`);
  return `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "models": [\n${lines.join(",\n")}\n  ]\n}\n`;
}
