import { join, resolve } from "node:path";
import { withOwnRates } from "../cost/books/own.ts";
import { readAssumptions, readPriceBook } from "../dataset/books.ts";
import { readOwnPrices } from "../dataset/own-prices.ts";
import type { Assumptions } from "../domain/assumptions.ts";
import { Day } from "../domain/date.ts";
import { UserError } from "../domain/error.ts";
import type { PriceBook } from "../domain/price/book.ts";
import { didYouMean } from "../domain/suggest.ts";
import { matches } from "../domain/target.ts";
import type { Effects } from "./effects.ts";

/** The price book used when neither a suite nor a flag names one. */
export const CURRENT_BOOK = "2026-11-24";

export type Books = {
  /** The prices to compute with: the book, with rates of one's own laid over it. */
  readonly book: PriceBook;
  /** The book as it stands. */
  readonly record: PriceBook;
  /** Targets that --price gives rates of. */
  readonly own: readonly string[];
  readonly day: Day;
  readonly assumptions: Assumptions;
};

/** A price book by name, or by a path from where the person is. */
export const readBook = (name: string, { root, cwd }: Pick<Effects, "root" | "cwd">): Promise<PriceBook> =>
  readPriceBook(join(root, "datasets"), name.endsWith(".json") ? resolve(cwd, name) : name);

/** The price book that was asked for, cut down to the targets that were asked for, its day, and the assumptions. */
export async function readBooks(
  asked: {
    readonly prices?: string | undefined;
    readonly price?: readonly string[] | undefined;
    readonly asOf?: string | undefined;
    readonly target: readonly string[];
  },
  { root, cwd }: Pick<Effects, "root" | "cwd">,
  usual: string = CURRENT_BOOK,
): Promise<Books> {
  const datasets = join(root, "datasets");
  const files = asked.price ?? [];
  const [known, assumptions, ...own] = await Promise.all([
    readBook(asked.prices ?? usual, { root, cwd }),
    readAssumptions(datasets),
    ...files.map((file) => readOwnPrices(resolve(cwd, file))),
  ]);
  const book = own.reduce((under, rates, i) => withOwnRates(under, rates, files[i] ?? ""), known);
  return {
    book: keepTargets(book, asked.target),
    record: known,
    own: own.flatMap((rates) => rates.map(({ target }) => target)),
    day: dayOf(asked.asOf, book),
    assumptions,
  };
}

export function keepTargets(book: PriceBook, patterns: readonly string[]): PriceBook {
  if (patterns.length === 0) return book;
  const known = book.models.map(({ target }) => target);
  for (const pattern of patterns) {
    if (known.some((target) => matches(pattern, target))) continue;
    const meant = didYouMean(pattern, known);
    throw new UserError(
      "usage",
      `No target of the price book ${book.name} is "${pattern}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
      {
        fix: "`tokenwon list targets` prints all; * stands for any characters, as in openai/*.",
      },
    );
  }
  return { ...book, models: book.models.filter(({ target }) => patterns.some((pattern) => matches(pattern, target))) };
}

/** The day that --as-of names; the day of the book without it. */
export function dayOf(asOf: string | undefined, book: PriceBook): Day {
  if (asOf === undefined) return book.as_of;
  const parsed = Day.safeParse(asOf);
  if (parsed.success) return parsed.data;
  throw new UserError("usage", `"${asOf}" is not a day.`, { fix: "Write it as YYYY-MM-DD, as in --as-of 2026-12-01." });
}
