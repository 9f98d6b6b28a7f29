import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Assumptions } from "../domain/assumptions.ts";
import { UserError } from "../domain/error.ts";
import { OutsideTotals } from "../domain/outside.ts";
import { PriceBook } from "../domain/price/book.ts";
import { didYouMean } from "../domain/suggest.ts";
import { readJson } from "./json.ts";

/** Names of the price books below `datasets/prices`, oldest name first. */
export async function listPriceBooks(datasets: string): Promise<string[]> {
  const files = await readdir(join(datasets, "prices"));
  return files.flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -5)] : [])).sort();
}

/** A price book by name, or by path when `name` ends in .json. */
export async function readPriceBook(datasets: string, name: string): Promise<PriceBook> {
  if (name.endsWith(".json")) return readJson(name, PriceBook);
  const books = await listPriceBooks(datasets);
  if (!books.includes(name)) {
    const meant = didYouMean(name, books);
    throw new UserError(
      "usage",
      `There is no price book "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
      {
        fix: `Known books: ${books.join(", ")}; or give the path of a .json file.`,
      },
    );
  }
  return readJson(join(datasets, "prices", `${name}.json`), PriceBook);
}

export const readAssumptions = (datasets: string): Promise<Assumptions> =>
  readJson(join(datasets, "assumptions.json"), Assumptions);

/** Totals of a public corpus by name. */
export const readOutside = (datasets: string, name: string): Promise<OutsideTotals> =>
  readJson(join(datasets, "outside", `${name}.json`), OutsideTotals);
