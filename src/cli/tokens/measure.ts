import { priceFigures } from "../../cost/price-figures.ts";
import { UserError } from "../../domain/error.ts";
import type { Measurement } from "../../domain/measurement.ts";
import type { TokenSuite } from "../../domain/suite.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import { measureTokens } from "../../measure/tokens.ts";
import type { Facts } from "../../report/korean-tokens/facts.ts";
import type { CountOptions } from "../../tokenize/count-texts.ts";
import { ENCODINGS, type EncodingName, isEncoding } from "../../tokenize/encoding.ts";
import { TOKENIZERS } from "../../tokenize/registry.ts";
import { countPairs } from "./count-pairs.ts";
import { gatherFacts } from "./facts.ts";
import type { TokenInputs } from "./inputs.ts";
import { parseMix } from "./mix.ts";
import { commandOf, type TokenRunOptions } from "./options.ts";
import { CONFIDENCE, rateFinder, wonRate } from "./rates.ts";
import { formRows, outsideRows, priceRows, runId, tokenRows } from "./rows.ts";

export type TokenResult = { readonly rows: readonly Measurement[]; readonly facts: Facts };

/** Counts, measures and prices: the rows of measurements.csv and what the report says beside them. */
export async function measureSuite(
  suite: TokenSuite,
  options: TokenRunOptions,
  inputs: TokenInputs,
  counting: CountOptions,
): Promise<TokenResult> {
  const { encodings, tokenizers } = tokenizersOf(suite);
  const domains = [...new Set(inputs.pairs.map(({ pair }) => pair.domain))];
  const mix = options.mix === undefined ? undefined : parseMix(options.mix, domains);
  const seed = options.seed ?? suite.seed;

  const counted = await countPairs(encodings, inputs.pairs, counting);
  const figures = measureTokens(counted.pairs, {
    tokenizers: encodings,
    mix,
    seed,
    resamples: suite.resamples,
    confidence: CONFIDENCE,
  });

  const won = wonRate(options.krw, inputs.assumptions);
  const rateOf = rateFinder(figures, inputs.assumptions);
  const prices = [
    ...priceFigures(inputs.book, inputs.day, rateOf, won),
    // Every model of the other book, at its own date: it is there to be compared, whether it still answers or not.
    ...(inputs.compared === undefined
      ? []
      : priceFigures(inputs.compared, inputs.compared.as_of, rateOf, won, () => true, inputs.compared.name)),
  ];

  const { sha256, name } = inputs.dataset;
  const run = runId(suite.name, [
    suite,
    sha256,
    inputs.pairs.length,
    domains,
    [...(mix ?? [])],
    seed,
    inputs.book,
    inputs.compared,
    inputs.day,
    inputs.assumptions,
    inputs.outside,
    options.krw,
  ]);
  const stamp = { suite: suite.name, run, data: `pairs ${name} sha256 ${sha256.slice(0, 12)}` };
  const rows = [
    ...tokenRows(figures, tokenizers, stamp),
    ...formRows(counted, tokenizers, stamp),
    ...outsideRows(inputs.outside, tokenizers, stamp),
    ...priceRows(prices, stamp),
  ];
  const command = commandOf(suite.name, options);
  return {
    rows,
    facts: gatherFacts(suite, inputs, {
      tokenizers,
      mix,
      won,
      wonGiven: options.krw !== undefined,
      seed,
      run,
      command,
    }),
  };
}

function tokenizersOf(suite: TokenSuite): { encodings: EncodingName[]; tokenizers: TokenizerEntry[] } {
  const encodings = suite.tokenizers.map((id) => {
    if (isEncoding(id)) return id;
    throw new UserError("tokenizer", `The suite ${suite.name} names the tokenizer "${id}", which cannot be run here.`, {
      fix: `Tokenizers that can: ${ENCODINGS.join(", ")}.`,
    });
  });
  return { encodings, tokenizers: encodings.flatMap((id) => TOKENIZERS.filter((entry) => entry.id === id)) };
}
