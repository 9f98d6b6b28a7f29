import { join } from "node:path";
import { priceFigures } from "../../cost/price-figures.ts";
import { UserError } from "../../domain/error.ts";
import type { Measurement } from "../../domain/measurement.ts";
import type { TokenSuite } from "../../domain/suite.ts";
import { measureTokens } from "../../measure/tokens.ts";
import type { Facts } from "../../report/korean-tokens/facts.ts";
import type { CountOptions } from "../../tokenize/count-texts.ts";
import { tokenizersIn } from "../../tokenize/of-book.ts";
import { INSTALL } from "../../tokenize/registry/sources.ts";
import type { Effects } from "../effects.ts";
import { type CountedPairs, countPairs } from "./count-pairs.ts";
import { entriesOf } from "./entries.ts";
import { gatherFacts } from "./facts.ts";
import { formRows, wordingRows } from "./form-rows.ts";
import type { TokenInputs } from "./inputs.ts";
import { liveBehind, unrecorded, withLive } from "./live-entries.ts";
import { parseMix } from "./mix.ts";
import { commandOf, type TokenRunOptions } from "./options.ts";
import { CONFIDENCE, rateFinder, wonRate } from "./rates.ts";
import { outsideRows, priceRows, runId, tokenRows } from "./rows.ts";
import { templateRows } from "./template-rows.ts";

export type TokenResult = { readonly rows: readonly Measurement[]; readonly facts: Facts };

/** Counts, measures and prices: the rows of measurements.csv and what the report says beside them. */
export async function measureSuite(
  suite: TokenSuite,
  options: TokenRunOptions,
  inputs: TokenInputs,
  { root, vocabularies }: Pick<Effects, "root" | "vocabularies">,
  counting: CountOptions,
): Promise<TokenResult> {
  const place = { vocabularies, counts: join(root, "datasets", "counts") };
  const entries = withLive(entriesOf(suite.name, suite.tokenizers), place.counts);
  const domains = [...new Set(inputs.pairs.map(({ pair }) => pair.domain))];
  const mix = options.mix === undefined ? undefined : parseMix(options.mix, domains);
  const seed = options.seed ?? suite.seed;

  const committed = inputs.dataset.card !== undefined;
  const counted = await countPairs(entries, inputs.pairs, committed, inputs.rewordings, { ...counting, ...place });
  if (committed) refuseUnrecorded(counted, inputs.dataset.name);
  const ids = counted.tokenizers.map(({ entry }) => entry.id);
  const figures = measureTokens(counted.pairs, {
    tokenizers: ids,
    mix,
    seed,
    resamples: suite.resamples,
    confidence: CONFIDENCE,
  });

  const won = wonRate(options.krw, inputs.assumptions);
  const rateOf = rateFinder(figures, inputs.assumptions, tokenizersIn(inputs.book));
  const { compared } = inputs;
  const prices = [
    ...priceFigures(inputs.book, inputs.day, rateOf, won),
    // Every model of the other book, at its own date: it is there to be compared, whether it still answers or not.
    ...(compared === undefined ? [] : priceFigures(compared, compared.as_of, rateOf, won, () => true, compared.name)),
  ];

  const { sha256, name } = inputs.dataset;
  const { book, day, assumptions, outside, pairs } = inputs;
  const run = runId(suite.name, [
    suite,
    sha256,
    pairs.length,
    domains,
    [...(mix ?? [])],
    seed,
    ids,
    book,
    compared,
    day,
    assumptions,
    outside,
    inputs.rewordings,
    options.krw,
    ...(await liveBehind(counted.tokenizers, place.counts)),
  ]);
  const stamp = { suite: suite.name, run, data: `pairs ${name} sha256 ${sha256.slice(0, 12)}` };
  const tokenizers = counted.tokenizers.map(({ entry }) => entry);
  const rows = [
    ...tokenRows(figures, counted.tokenizers, stamp),
    ...formRows(counted, stamp),
    ...wordingRows(counted, inputs.rewordings.length, stamp),
    ...(await templateRows(tokenizers, place.counts, stamp)),
    ...outsideRows(outside, tokenizers, stamp),
    ...priceRows(prices, stamp),
  ];
  const facts = gatherFacts(suite, inputs, {
    tokenizers: counted.tokenizers,
    notCounted: counted.notCounted,
    priced: new Set(
      prices.flatMap(({ metric, target, condition }) =>
        metric === "cost_rank" && condition === undefined ? [target] : [],
      ),
    ),
    mix,
    won,
    wonGiven: options.krw !== undefined,
    seed,
    run,
    command: commandOf(suite.name, options),
  });
  return { rows, facts };
}

/** The committed report must not depend on what is installed: every committed text has a recorded count. */
function refuseUnrecorded({ notCounted }: CountedPairs, dataset: string): void {
  const missing = unrecorded(notCounted);
  if (missing.length === 0) return;
  throw new UserError("tokenizer", `Texts of the dataset ${dataset} have no recorded counts.`, {
    details: missing.map(({ entry, why }) => `${entry.id}: ${why}`),
    fix: `Record them: \`${INSTALL}\`, then commit datasets/counts/.`,
  });
}
