import { join } from "node:path";
import type { World } from "../../cost/checks/world.ts";
import { readOutside, readPriceBook } from "../../dataset/books.ts";
import { readClaims } from "../../dataset/claims.ts";
import { type Dataset, readDataset } from "../../dataset/dataset.ts";
import { readScenarios } from "../../dataset/scenarios.ts";
import { type ClaimList, textsOf } from "../../domain/claim.ts";
import { UserError } from "../../domain/error.ts";
import type { Measurement } from "../../domain/measurement.ts";
import type { OutsideTotals } from "../../domain/outside.ts";
import type { Scenario } from "../../domain/scenario.ts";
import type { ClaimSuite } from "../../domain/suite.ts";
import type { CountedPair } from "../../measure/token-sums.ts";
import { measureTokens, type TokenFigure } from "../../measure/tokens.ts";
import { type Counted, countAll } from "../../tokenize/count-all.ts";
import type { CountOptions } from "../../tokenize/count-texts.ts";
import type { LiveCounts } from "../../tokenize/live-counts.ts";
import { INSTALL } from "../../tokenize/registry/sources.ts";
import type { Effects } from "../effects.ts";
import { entriesOf } from "../tokens/entries.ts";
import { liveBehind, unrecorded, withLive } from "../tokens/live-entries.ts";
import { CONFIDENCE } from "../tokens/rates.ts";
import { readFirstTries } from "./retries.ts";
import { readTimes } from "./times.ts";

/** All that the claims are checked against. */
export type ClaimFigures = {
  readonly list: ClaimList;
  readonly dataset: Dataset;
  readonly outside: readonly OutsideTotals[];
  readonly tokenizers: readonly Pick<Counted, "entry" | "how">[];
  readonly figures: readonly TokenFigure[];
  /** Tokens of a printed text by tokenizer id. */
  readonly tokensOf: (text: string, tokenizer: string) => number | undefined;
  /** Prices and scenarios. */
  readonly world: World;
  readonly scenarios: readonly Scenario[];
  /** Counts by vendors' endpoints that the figures rest on. */
  readonly live: readonly LiveCounts[];
  /** Medians of vendors' answers, from the latency report. */
  readonly times: readonly Measurement[];
  /** Shares of vendors' first answers that are valid, from the report on valid JSON. */
  readonly firstTries: readonly Measurement[];
};

/** Reads the claims and counts what they need: the pairs, and the texts that they print. */
export async function measureClaims(
  suite: ClaimSuite,
  { root, vocabularies }: Pick<Effects, "root" | "vocabularies">,
  counting: CountOptions,
): Promise<ClaimFigures> {
  const datasets = join(root, "datasets");
  const [list, dataset, printed, record, scenarios, times, firstTries, outside] = await Promise.all([
    readClaims(datasets, suite.claims),
    readDataset({ kind: "folder", folder: join(datasets, "pairs", suite.dataset) }),
    readPriceBook(datasets, suite.printed),
    readPriceBook(datasets, suite.prices),
    readScenarios(datasets),
    readTimes(root),
    readFirstTries(root),
    Promise.all(suite.outside.map((name) => readOutside(datasets, name))),
  ]);
  const quoted = [...new Set(list.claims.flatMap(textsOf))];
  const texts = [...dataset.pairs.flatMap(({ pair }) => [pair.ko, pair.en]), ...quoted];
  const place = { vocabularies, counts: join(datasets, "counts") };
  const { counted, notCounted } = await countAll(
    withLive(entriesOf(suite.name, suite.tokenizers), place.counts),
    texts,
    {
      ...counting,
      ...place,
    },
  );
  const missing = unrecorded(notCounted);
  if (missing.length > 0) {
    throw new UserError("tokenizer", "Texts of the claims have no recorded counts.", {
      details: missing.map(({ entry, why }) => `${entry.id}: ${why}`),
      fix: `Record them: \`${INSTALL}\`, then commit datasets/counts/.`,
    });
  }
  const pairs = dataset.pairs.map(
    ({ pair }, i): CountedPair => ({
      pair,
      ko: counted.map(({ counts }) => counts[2 * i] ?? Number.NaN),
      en: counted.map(({ counts }) => counts[2 * i + 1] ?? Number.NaN),
    }),
  );
  const figures = measureTokens(pairs, {
    tokenizers: counted.map(({ entry }) => entry.id),
    mix: undefined,
    seed: suite.seed,
    resamples: suite.resamples,
    confidence: CONFIDENCE,
  });
  const tokensOf = (text: string, tokenizer: string): number | undefined =>
    counted.find(({ entry }) => entry.id === tokenizer)?.counts[2 * pairs.length + quoted.indexOf(text)];
  const scenarioOf = (name: string): Scenario => {
    const found = scenarios.find((scenario) => scenario.name === name);
    if (found !== undefined) return found;
    throw new UserError("data", `A claim of ${list.name} names the scenario "${name}", which there is not.`, {
      fix: `Known scenarios: ${scenarios.map(({ name: known }) => known).join(", ")}.`,
    });
  };
  const world = { printed, then: list.date, record, today: record.as_of, scenarioOf };
  const live = await liveBehind(counted, place.counts);
  return { list, dataset, outside, tokenizers: counted, figures, tokensOf, world, scenarios, live, times, firstTries };
}
