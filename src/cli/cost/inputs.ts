import { join } from "node:path";
import { readPriceBook } from "../../dataset/books.ts";
import { readClaims } from "../../dataset/claims.ts";
import { type Dataset, readDataset } from "../../dataset/dataset.ts";
import type { ClaimList } from "../../domain/claim.ts";
import { UserError } from "../../domain/error.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { Scenario } from "../../domain/scenario.ts";
import type { TokenSuite } from "../../domain/suite.ts";
import type { Effects } from "../effects.ts";
import { type Books, readBooks } from "../read-books.ts";
import { loadSuite } from "../suites.ts";
import type { CostFlags } from "./flags.ts";
import { checkDomains, scenariosOf } from "./scenarios.ts";

/** The suite whose counts turn content into tokens. */
const TOKENS_FROM = "korean-tokens";

export type CostInputs = Books & {
  readonly suite: TokenSuite;
  readonly dataset: Dataset;
  readonly scenarios: readonly Scenario[];
  /** The prices that the article prints, for scenarios that it prints too. */
  readonly printed: PriceBook | undefined;
  /** The list of claims that the scenarios are of. */
  readonly article: ClaimList | undefined;
};

export async function readCostInputs(flags: CostFlags, effects: Effects): Promise<CostInputs> {
  const suite = await loadSuite(effects.root, TOKENS_FROM);
  if (suite.kind !== "tokens") {
    throw new UserError("data", `The suite ${TOKENS_FROM} does not count tokens.`, {
      fix: 'Its kind must be "tokens".',
    });
  }
  const datasets = join(effects.root, "datasets");
  const [books, scenarios, dataset, printed] = await Promise.all([
    readBooks(flags, effects, suite.prices),
    scenariosOf(flags, effects),
    readDataset({ kind: "folder", folder: join(datasets, "pairs", suite.dataset) }),
    // Beside a chosen few targets the article's would only be noise.
    suite.compared === undefined || flags.target.length > 0 ? undefined : readPriceBook(datasets, suite.compared),
  ]);
  checkDomains(scenarios, [...new Set(dataset.pairs.map(({ pair }) => pair.domain))]);
  const of = scenarios.find((each) => each.printed)?.printed;
  const article = printed === undefined || of === undefined ? undefined : await readClaims(datasets, of.claims);
  return { ...books, suite, dataset, scenarios, printed: of === undefined ? undefined : printed, article };
}
