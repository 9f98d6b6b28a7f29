import type { WonRate } from "../../cost/price-figures.ts";
import { isActiveOn } from "../../domain/price/book.ts";
import type { TokenSuite } from "../../domain/suite.ts";
import type { Mix } from "../../measure/mix.ts";
import { characters } from "../../measure/text.ts";
import type { Facts } from "../../report/korean-tokens/facts.ts";
import type { NotCounted } from "../../tokenize/count-all.ts";
import { TOKENIZERS, tokenizerOf } from "../../tokenize/registry.ts";
import type { CountedPairs } from "./count-pairs.ts";
import type { TokenInputs } from "./inputs.ts";

type Rest = {
  readonly tokenizers: CountedPairs["tokenizers"];
  readonly notCounted: readonly NotCounted[];
  /** Targets that have a cost. */
  readonly priced: ReadonlySet<string>;
  readonly mix: Mix | undefined;
  readonly won: WonRate;
  readonly wonGiven: boolean;
  readonly seed: number;
  readonly run: string;
  readonly command: string;
};

/** What the report says beside the figures: data, books, assumptions and what was left out. */
export function gatherFacts(suite: TokenSuite, inputs: TokenInputs, rest: Rest): Facts {
  const { dataset, pairs, book, day, assumptions } = inputs;
  const domains = [...new Set(pairs.map(({ pair }) => pair.domain))];
  const active = book.models.filter((model) => isActiveOn(model, day)).map(({ target }) => target);
  const counted = new Set(rest.tokenizers.map(({ entry }) => entry.id));
  const unknown = TOKENIZERS.flatMap((entry) => {
    const targets = active.filter((target) => tokenizerOf(target) === entry);
    const range = assumptions.tokens_per_ko_char[entry.id];
    return counted.has(entry.id) || targets.length === 0 || range === undefined ? [] : [{ entry, targets, range }];
  });
  return {
    dataset: {
      name: dataset.name,
      title: dataset.card?.title ?? dataset.name,
      titleKo: dataset.card?.title_ko ?? dataset.name,
      sha256: dataset.sha256,
      limits: dataset.card?.limits ?? [],
      limitsKo: dataset.card?.limits_ko ?? [],
      readAs: dataset.readAs,
      documented: dataset.documented,
      ignored: dataset.ignored,
      changedTexts: pairs.reduce((sum, { given }) => sum + Object.keys(given).length, 0),
      texts: pairs.length * 2,
    },
    domains,
    tokenizers: rest.tokenizers.map(({ entry, how }) => ({ ...entry, how })),
    notCounted: rest.notCounted,
    unknown,
    leftOut: active.filter((target) => !rest.priced.has(target)),
    book,
    day,
    compared: inputs.compared,
    outside: inputs.outside,
    won: { low: rest.won.span.low, high: rest.won.span.high, assumed: !rest.wonGiven },
    mix: rest.mix === undefined ? sharesOf(inputs) : [...rest.mix].map(([domain, share]) => ({ domain, share })),
    reweighted: rest.mix !== undefined,
    seed: rest.seed,
    resamples: suite.resamples,
    run: rest.run,
    command: rest.command,
  };
}

/** Each domain's share of the Korean characters, which is its weight in the overall figures. */
function sharesOf({ pairs }: TokenInputs): { domain: string; share: number }[] {
  const chars = new Map<string, number>();
  for (const { pair } of pairs) chars.set(pair.domain, (chars.get(pair.domain) ?? 0) + characters(pair.ko));
  const sum = [...chars.values()].reduce((total, count) => total + count, 0);
  return [...chars].map(([domain, count]) => ({ domain, share: count / sum }));
}
