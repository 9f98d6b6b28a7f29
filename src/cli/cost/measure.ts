import { join } from "node:path";
import { priceFigures } from "../../cost/price-figures.ts";
import type { CachingMode } from "../../cost/scenario/caching.ts";
import { type ContentRates, monthsOf } from "../../cost/scenario/month-figures.ts";
import type { Measurement } from "../../domain/measurement.ts";
import { isActiveOn } from "../../domain/price/book.ts";
import type { Service } from "../../domain/price/model.ts";
import { measureTokens, type TokenFigure } from "../../measure/tokens.ts";
import type { CostFacts } from "../../report/cost/facts.ts";
import type { NotCounted } from "../../tokenize/count-all.ts";
import type { CountOptions } from "../../tokenize/count-texts.ts";
import { tokenizersIn } from "../../tokenize/of-book.ts";
import type { Effects } from "../effects.ts";
import { countPairs } from "../tokens/count-pairs.ts";
import { entriesOf } from "../tokens/entries.ts";
import { liveBehind, withLive } from "../tokens/live-entries.ts";
import { CONFIDENCE, rateFinder, wonRate } from "../tokens/rates.ts";
import { runId } from "../tokens/rows.ts";
import { articleRows } from "./article-rows.ts";
import { modeText } from "./caching-mode.ts";
import { commandOf } from "./command.ts";
import { conditionsOf, nothingPriced } from "./conditions.ts";
import type { CostFlags } from "./flags.ts";
import type { CostInputs } from "./inputs.ts";
import { COST_SUITE, monthRows, priceRowsOf, type Stamp } from "./rows.ts";

export type CostResult = {
  readonly rows: readonly Measurement[];
  readonly facts: CostFacts;
  /** Tokenizers that have files of counts and were not counted with, and why. */
  readonly notCounted: readonly NotCounted[];
};

/** What else is shown beside the scenario as asked: caches where turns repeat their history, batch where nobody waits. */
const VARIANTS: readonly {
  readonly name: string;
  readonly mode: CachingMode;
  readonly service: Service;
  readonly chat: boolean;
}[] = [
  { name: "cache=turns", mode: "turns", service: "standard", chat: true },
  { name: "cache=all", mode: "all", service: "standard", chat: true },
  { name: "batch", mode: "off", service: "batch", chat: false },
];

/** Counts content by every target's tokenizer and prices each scenario on every target that answers on the day. */
export async function measureCost(
  flags: CostFlags,
  inputs: CostInputs,
  { root, vocabularies }: Pick<Effects, "root" | "vocabularies">,
  counting: CountOptions,
): Promise<CostResult> {
  const { book, day, suite, dataset, scenarios, assumptions, printed, article, record } = inputs;
  const place = { vocabularies, counts: join(root, "datasets", "counts") };
  const entries = withLive(entriesOf(suite.name, suite.tokenizers), place.counts);
  const counted = await countPairs(entries, dataset.pairs, false, [], { ...counting, ...place });
  const figures = measureTokens(counted.pairs, {
    tokenizers: counted.tokenizers.map(({ entry }) => entry.id),
    mix: undefined,
    seed: suite.seed,
    resamples: suite.resamples,
    confidence: CONFIDENCE,
  });
  const tokenizerFor = tokenizersIn(book);
  const rateOf = rateFinder(figures, assumptions, tokenizerFor);
  const rates: ContentRates = { rateOf, koCharsOf: koCharsFrom(figures) };
  const won = wonRate(flags.krw, assumptions);
  const live = await liveBehind(counted.tokenizers, place.counts);
  const run = runId(COST_SUITE, [
    suite.tokenizers,
    suite.seed,
    dataset.sha256,
    book,
    printed,
    day,
    scenarios,
    assumptions,
    [modeText(flags.cache), flags.service, flags.residency, flags.krw],
    ...live,
  ]);
  const stamp: Stamp = { run, book, day, data: `pairs ${dataset.name} sha256 ${dataset.sha256.slice(0, 12)}` };
  const asked = { day, service: flags.service, resident: flags.residency === true };
  const active = (model: CostInputs["book"]["models"][number]): boolean => isActiveOn(model, day);

  const keyOf = (name: string): string => [name, ...conditionsOf(flags)].join(" ");
  const tooSmall: CostFacts["tooSmall"][number][] = [];
  const scenarioRows = scenarios.flatMap((scenario) => {
    const key = keyOf(scenario.name);
    const main = monthsOf(scenario, book, rates, asked, flags.cache, active);
    if (main.tooSmall.length > 0) tooSmall.push({ scenario, targets: main.tooSmall });
    if (main.months.length === 0) throw nothingPriced(flags, book.name, day, scenario.name, main.tooSmall);
    const chat = scenario.turns > 1;
    // Beside what was asked for otherwise, variants of the usual way would only confuse.
    const others = VARIANTS.filter(
      (variant) =>
        conditionsOf(flags).length === 0 && variant.chat === chat && (!chat || scenario.caching !== undefined),
    );
    return [
      ...monthRows(key, main.months, won, stamp),
      ...others.flatMap(({ name, mode, service }) =>
        monthRows(key, monthsOf(scenario, book, rates, { ...asked, service }, mode, active).months, won, stamp, name),
      ),
    ];
  });
  const rows = [
    ...scenarioRows,
    ...(printed === undefined ? [] : articleRows(printed, record, day, scenarios, run)),
    ...priceRowsOf(priceFigures(book, day, rateOf, won), run),
  ];
  const facts: CostFacts = {
    scenarios: scenarios.map((scenario) => ({
      scenario,
      key: keyOf(scenario.name),
      chars: {
        system: scenario.system === undefined ? undefined : rates.koCharsOf(scenario.system),
        user: rates.koCharsOf(scenario.user),
        reply: rates.koCharsOf(scenario.reply),
      },
    })),
    book,
    record,
    day,
    printed,
    article: article && { title: { en: article.title, ko: article.title_ko }, date: article.date },
    cache: modeText(flags.cache),
    service: flags.service,
    resident: flags.residency === true,
    won: { ...won.span, assumed: flags.krw === undefined, day: flags.krw?.day },
    leftOut: book.models
      .filter((model) => active(model) && rateOf(model.target) === undefined)
      .map(({ target }) => target),
    tooSmall,
    dataset: { name: dataset.name, sha256: dataset.sha256 },
    live,
    run,
    command: commandOf(flags),
  };
  return { rows, facts, notCounted: counted.notCounted };
}

/** Characters of a part in Korean: as given, or from its English by the characters of the pairs of that kind. */
function koCharsFrom(figures: readonly TokenFigure[]): ContentRates["koCharsOf"] {
  const chars = (domain: string, lang: "ko" | "en"): number =>
    figures.find((figure) => figure.metric === "chars" && figure.domain === domain && figure.lang === lang)?.value ??
    Number.NaN;
  return ({ ko_chars: korean, en_chars: english, domain }) =>
    korean ?? ((english ?? Number.NaN) * chars(domain, "ko")) / chars(domain, "en");
}
