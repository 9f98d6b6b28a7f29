import { figureOrRange } from "../cells.ts";
import { fixed } from "../format.ts";
import type { Block, ReportModel } from "../model.ts";
import type { Rows } from "../rows.ts";
import { aheadBlocks } from "./ahead-blocks.ts";
import { articleBlocks } from "./article-blocks.ts";
import { dollars } from "./cells.ts";
import { classBlocks } from "./class-blocks.ts";
import type { CostFacts, ScenarioFacts } from "./facts.ts";
import { lasting, type MonthRow, monthsOf, someLast } from "./months.ts";
import { priceBlocks } from "./price-blocks.ts";
import { scenarioBlocks } from "./scenario-blocks.ts";
import { summaryBlocks } from "./summary-blocks.ts";
import { variantBlocks } from "./variant-blocks.ts";
import type { Cheapest, CostWording } from "./wording.ts";

/** The cost report in one language: what is cheapest, each scenario, caching and batch, the article, and the prices. */
export function costReport(rows: Rows, facts: CostFacts, words: CostWording): ReportModel {
  const cheapest = facts.scenarios.flatMap((own) => cheapestOf(rows, facts, own));
  const months = monthsOf(rows, facts.scenarios[0]?.key ?? "");
  const count = (grade: MonthRow["grade"]): number => months.filter((month) => month.grade === grade).length;
  const text = (what: string | undefined): Block[] => (what === undefined ? [] : [{ kind: "text", text: what }]);
  return {
    title: words.title,
    blocks: [
      { kind: "headline", text: words.headline(facts.day, cheapest) },
      ...text(words.maybe(cheapest)),
      ...text(words.asked(facts.cache, facts.service, facts.resident, uncachedOf(facts))),
      ...historyText(rows, facts, words),
      ...text(
        `${words.exactShare({ exact: count("exact"), live: count("live"), all: months.length, checked: lastChecked(facts) })} ${words.notCounted}`,
      ),
      ...facts.tooSmall.flatMap(({ scenario, targets }) => text(words.tooSmall(scenario.title, targets))),
      ...articleText(facts, words),
      ...summaryBlocks(rows, facts, words),
      ...facts.scenarios.flatMap((own) => scenarioBlocks(rows, facts, own, words)),
      ...variantBlocks(rows, facts, words),
      ...articleBlocks(rows, facts, words),
      ...classBlocks(facts, words),
      ...aheadBlocks(facts, words),
      ...priceBlocks(rows, facts, words),
      { kind: "heading", text: words.methodHeading },
      { kind: "list", items: words.method(methodParts(facts)) },
    ],
  };
}

/** The cheapest lasting target that is counted (else the cheapest), and the lasting ones that may be cheaper. */
function cheapestOf(rows: Rows, facts: CostFacts, { key, scenario }: ScenarioFacts): Cheapest[] {
  const all = monthsOf(rows, key);
  const months = lasting(all, facts.book);
  const best = months.find(({ usd }) => usd?.value !== undefined) ?? months[0];
  if (best === undefined) return [];
  const most = best.usd?.value ?? best.usd?.high ?? Number.POSITIVE_INFINITY;
  const same = ({ usd }: MonthRow): boolean => usd?.value !== undefined && usd.value === best.usd?.value;
  const targets = months.filter((month) => month === best || same(month)).map(({ target }) => target);
  const maybe = months.filter(
    ({ target, usd }) => !targets.includes(target) && usd?.value === undefined && (usd?.low ?? Infinity) < most,
  );
  return [
    {
      title: scenario.title,
      targets,
      usd: figureOrRange(best.usd, dollars),
      exact: best.usd?.value !== undefined,
      live: months.some(({ grade }) => grade === "live"),
      lasting: someLast(all, facts.book),
      maybe: maybe.map(({ target }) => target),
    },
  ];
}

/** What the article's count of a chat leaves out, in figures: on the first of its models. */
function historyText(
  rows: Rows,
  { scenarios, printed, cache, service, resident }: CostFacts,
  words: CostWording,
): Block[] {
  // Beside figures that were asked for under other conditions it would only confuse.
  if (cache !== "off" || service !== "standard" || resident) return [];
  const chat = scenarios.find(({ scenario }) => scenario.turns > 1 && scenario.printed !== undefined);
  const target = printed?.models[0]?.target;
  if (chat === undefined || printed === undefined || target === undefined) return [];
  const { scenario } = chat;
  const month = (part: string): number | undefined =>
    rows.find({ metric: "usd_per_month", target, condition: `${printed.name}/${scenario.name}:${part}` })?.value;
  const [asPrinted, asSent] = [month("total"), month("sent")];
  const tokens = scenario.printed?.tokens;
  if (asPrinted === undefined || asSent === undefined || tokens === undefined) return [];
  const { turns } = scenario;
  const sent =
    turns * tokens.system + (tokens.user * turns * (turns + 1)) / 2 + (tokens.reply * turns * (turns - 1)) / 2;
  const counted = tokens.system + tokens.user * turns;
  return [
    {
      kind: "text",
      text: words.history({
        scenario: scenario.title,
        times: String(Number((sent / counted).toPrecision(2))),
        target: target.split("/")[1] ?? target,
        printed: fixed(asPrinted, 0),
        sent: fixed(asSent, 0),
      }),
    },
  ];
}

function methodParts(facts: CostFacts): Parameters<CostWording["method"]>[0] {
  const { dataset, book, day, won, leftOut, live, run, command } = facts;
  return {
    dataset: dataset.name,
    sha256: dataset.sha256.slice(0, 16),
    book: book.name,
    day,
    won: won.low === won.high ? fixed(won.low, 0) : `${fixed(won.low, 0)}–${fixed(won.high, 0)}`,
    checked: lastChecked(facts),
    wonGiven: won.assumed ? undefined : won.day === undefined ? "" : ` (${won.day})`,
    leftOut,
    live,
    run,
    command,
  };
}

/** The day on which most of the prices were last read at a source. */
function lastChecked({ book }: CostFacts): string {
  const days = book.models.flatMap(({ checked }) => (checked === undefined ? [] : [checked]));
  const count = (day: string): number => days.filter((each) => each === day).length;
  return [...new Set(days)].sort((a, b) => count(b) - count(a))[0] ?? book.as_of;
}

/** Scenarios that caching cannot touch. */
const uncachedOf = ({ scenarios }: CostFacts): ScenarioFacts["scenario"]["title"][] =>
  scenarios.flatMap(({ scenario }) => (scenario.caching === undefined ? [scenario.title] : []));

/** What "the article" is, once, before it is spoken of. */
function articleText({ printed, article }: CostFacts, words: CostWording): Block[] {
  return printed === undefined || article === undefined
    ? []
    : [{ kind: "text", text: words.article(article.title, article.date) }];
}
