import { join, resolve } from "node:path";
import { readOutside, readPriceBook } from "../../dataset/books.ts";
import { type Dataset, type DatasetSource, readDataset } from "../../dataset/dataset.ts";
import type { NormalisedPair } from "../../dataset/normalise.ts";
import { type Rewording, readRewordings } from "../../dataset/wording.ts";
import { UserError } from "../../domain/error.ts";
import type { OutsideTotals } from "../../domain/outside.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import { didYouMean } from "../../domain/suggest.ts";
import type { TokenSuite } from "../../domain/suite.ts";
import type { Effects } from "../effects.ts";
import { type Books, readBooks } from "../read-books.ts";
import type { TokenRunOptions } from "./options.ts";

/** All that a token suite reads before it counts. */
export type TokenInputs = Books & {
  readonly dataset: Dataset;
  /** The pairs of the dataset that were asked for. */
  readonly pairs: readonly NormalisedPair[];
  readonly compared: PriceBook | undefined;
  readonly outside: readonly OutsideTotals[];
  /** Chosen pairs said again in all-Korean wording; none for a user's own text. */
  readonly rewordings: readonly Rewording[];
};

/** Reads the data of a suite; every mistake in it, or in what was asked of it, is a UserError. */
export async function readInputs(suite: TokenSuite, options: TokenRunOptions, effects: Effects): Promise<TokenInputs> {
  const datasets = join(effects.root, "datasets");
  const asked = { prices: options.prices, price: options.price, asOf: options.asOf, target: options.targets };
  const [dataset, books, compared, outside, rewordings] = await Promise.all([
    readDataset(sourceOf(suite, options, datasets, effects.cwd)),
    readBooks(asked, effects, suite.prices),
    // Beside a chosen few targets the other book's would only be noise.
    suite.compared === undefined || options.targets.length > 0 ? undefined : readPriceBook(datasets, suite.compared),
    Promise.all(suite.outside.map((name) => readOutside(datasets, name))),
    readRewordings(datasets),
  ]);
  const pairs = chosen(dataset.pairs, options);
  const ids = new Set(dataset.card === undefined ? [] : pairs.map(({ pair }) => pair.id));
  return { dataset, pairs, compared, outside, rewordings: rewordings.filter(({ id }) => ids.has(id)), ...books };
}

function sourceOf(
  suite: TokenSuite,
  { dataset, ko, en }: TokenRunOptions,
  datasets: string,
  cwd: string,
): DatasetSource {
  if (dataset !== undefined && (ko !== undefined || en !== undefined)) {
    throw new UserError("usage", "--dataset and --ko / --en exclude each other.", {
      fix: "Give one file, or two line-aligned ones.",
    });
  }
  if (dataset !== undefined) return { kind: "file", file: resolve(cwd, dataset) };
  if (ko !== undefined && en !== undefined) return { kind: "aligned", ko: resolve(cwd, ko), en: resolve(cwd, en) };
  if (ko !== undefined || en !== undefined) {
    throw new UserError(
      "usage",
      `--${ko === undefined ? "en" : "ko"} needs --${ko === undefined ? "ko" : "en"} beside it.`,
      {
        fix: "Give both files; line n of one must mean the same as line n of the other.",
      },
    );
  }
  return { kind: "folder", folder: join(datasets, "pairs", suite.dataset) };
}

function chosen(pairs: readonly NormalisedPair[], { domains, limit }: TokenRunOptions): NormalisedPair[] {
  const known = [...new Set(pairs.map(({ pair }) => pair.domain))];
  for (const domain of domains) {
    if (known.includes(domain)) continue;
    const meant = didYouMean(domain, known);
    throw new UserError(
      "usage",
      `The dataset has no domain "${domain}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
      {
        fix: `Its domains: ${known.join(", ")}.`,
      },
    );
  }
  const wanted = domains.length === 0 ? pairs : pairs.filter(({ pair }) => domains.includes(pair.domain));
  return wanted.slice(0, limit);
}
