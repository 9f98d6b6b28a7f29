import { isActiveOn, type PricedModel, periodOn } from "../../domain/price.ts";
import { UNKNOWN } from "../format.ts";
import type { Block, Column } from "../model.ts";
import type { Rows } from "../rows.ts";
import { figureOrRange, middle, money, rank, roughMoney, two } from "./cells.ts";
import type { Facts } from "./facts.ts";
import type { ColumnName, Wording } from "./wording.ts";

/** How many targets the first cost table shows. */
const SHOWN = 12;

/** Active targets with a cost, cheapest first by the middle of what is known. */
export function targetsByCost(rows: Rows, { day }: Facts): string[] {
  const targets = rows.all.flatMap((row) =>
    row.metric === "cost_rank" && row.price_date === day ? [row.target ?? ""] : [],
  );
  const cost = (target: string): number =>
    (["input", "output"] as const).reduce(
      (sum, side) =>
        sum + middle(rows.find({ metric: "usd_per_1k_ko_chars", target, condition: side, price_date: day })),
      0,
    );
  const costs = new Map(targets.map((target) => [target, cost(target)]));
  return targets.sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0) || (a < b ? -1 : 1));
}

export function costBlocks(rows: Rows, facts: Facts, words: Wording): Block[] {
  const targets = targetsByCost(rows, facts);
  const won = `${figureText(facts.won)} ₩/$.`;
  return [
    { kind: "heading", text: words.costHeading },
    { kind: "text", text: words.costIntro({ book: facts.book.name, day: facts.day, won }) },
    costTable(targets.slice(0, SHOWN), rows, facts, words),
    { kind: "text", text: words.moves(moves(targets, rows, facts)) },
    { kind: "chart", file: `charts/cost${words.locale === "ko" ? ".ko" : ""}.svg`, alt: words.costAlt },
    { kind: "details", summary: words.allTargets(targets.length), blocks: [costTable(targets, rows, facts, words)] },
  ];
}

const figureText = ({ low, high }: Facts["won"]): string => (low === high ? rank(low) : `${rank(low)}–${rank(high)}`);

function costTable(targets: readonly string[], rows: Rows, facts: Facts, words: Wording): Block {
  const models = new Map(facts.book.models.map((model) => [model.target, model]));
  return {
    kind: "table",
    columns: columns(words, [
      "target",
      "tokensPerChar",
      "usdIn",
      "usdOut",
      "krwIn",
      "krwOut",
      "costRank",
      "priceRank",
      "evidence",
      "note",
    ]),
    rows: targets.map((target) => {
      const of = (metric: "usd_per_1k_ko_chars" | "krw_per_1k_ko_chars", condition: "input" | "output"): string =>
        figureOrRange(
          rows.find({ metric, target, condition, price_date: facts.day }),
          metric === "usd_per_1k_ko_chars" ? money : roughMoney,
        );
      const usd = rows.find({ metric: "usd_per_1k_ko_chars", target, condition: "input", price_date: facts.day });
      return [
        `\`${target}\``,
        tokensPerChar(usd?.tokenizer, rows, facts),
        of("usd_per_1k_ko_chars", "input"),
        of("usd_per_1k_ko_chars", "output"),
        of("krw_per_1k_ko_chars", "input"),
        of("krw_per_1k_ko_chars", "output"),
        figureOrRange(rows.find({ metric: "cost_rank", target, price_date: facts.day }), rank),
        figureOrRange(rows.find({ metric: "price_rank", target, price_date: facts.day }), rank),
        usd?.evidence === "exact" ? words.evidence.exact : words.evidence.assumed,
        noteOf(models.get(target), facts.day, words),
      ];
    }),
  };
}

export function tokensPerChar(tokenizer: string | undefined, rows: Rows, facts: Facts): string {
  const measured = rows.find({ metric: "tokens_per_char", tokenizer, domain: "all", lang: "ko" });
  if (measured !== undefined) return two(measured.value);
  const range = facts.unknown.find(({ entry }) => entry.id === tokenizer)?.range;
  return range === undefined ? UNKNOWN : `${two(range.low)}–${two(range.high)}`;
}

function noteOf(model: PricedModel | undefined, day: string, words: Wording): string {
  const notes: string[] = [];
  const ends = model?.lifecycle.ends;
  if (ends !== undefined) notes.push(words.until(ends));
  const next = model?.periods.find(({ from }) => from !== undefined && from > day);
  if (next?.from !== undefined) notes.push(words.priceFrom(next.from, next.input, next.output));
  return notes.join("; ");
}

/** Targets whose place by price per token lies outside what their Korean cost allows, and how many are undecided. */
function moves(targets: readonly string[], rows: Rows, { day }: Facts): Parameters<Wording["moves"]>[0] {
  const sure: { target: string; price: string; cost: string }[] = [];
  let open = 0;
  for (const target of targets) {
    const cost = rows.find({ metric: "cost_rank", target, price_date: day });
    const price = rows.find({ metric: "price_rank", target, price_date: day })?.value;
    if (cost === undefined || price === undefined) continue;
    const best = cost.value ?? cost.low ?? price;
    const worst = cost.value ?? cost.high ?? price;
    if (price < best || price > worst) sure.push({ target, price: rank(price), cost: figureOrRange(cost, rank) });
    if (best !== worst) open++;
  }
  return { sure, open, active: targets.length };
}

/** The models of the book that the report is compared with, at the prices printed there. */
export function articleBlocks(rows: Rows, facts: Facts, words: Wording): Block[] {
  const compared = facts.compared;
  if (compared === undefined) return [];
  const now = new Map(facts.book.models.map((model) => [model.target, model]));
  return [
    { kind: "heading", text: words.articleHeading },
    { kind: "text", text: words.articleIntro(compared.as_of) },
    {
      kind: "table",
      columns: columns(words, ["target", "priceThen", "usdInThen", "usdOutThen", "evidence", "priceNow"]),
      rows: compared.models.map((model) => {
        const [period] = model.periods;
        const of = (condition: "input" | "output"): ReturnType<Rows["find"]> =>
          rows.find({ metric: "usd_per_1k_ko_chars", target: model.target, condition, price_date: compared.as_of });
        return [
          `\`${model.target}\``,
          period === undefined ? UNKNOWN : `${money(Number(period.input))} / ${money(Number(period.output))}`,
          figureOrRange(of("input"), money),
          figureOrRange(of("output"), money),
          of("input")?.evidence === "exact" ? words.evidence.exact : words.evidence.assumed,
          stateNow(now.get(model.target), model, facts.day, words),
        ];
      }),
    },
  ];
}

function stateNow(now: PricedModel | undefined, then: PricedModel, day: string, words: Wording): string {
  if (now === undefined) return UNKNOWN;
  const period = periodOn(now, day);
  const [before] = then.periods;
  const same =
    period !== undefined &&
    before !== undefined &&
    Number(period.input) === Number(before.input) &&
    Number(period.output) === Number(before.output);
  const price = period === undefined ? UNKNOWN : same ? words.unchanged : `$${period.input} / $${period.output}`;
  if (!isActiveOn(now, day)) return `${words.gone(now.lifecycle.ends)} (${price})`;
  return now.lifecycle.ends === undefined ? price : `${price}; ${words.until(now.lifecycle.ends)}`;
}

const LEFT: readonly ColumnName[] = [
  "domain",
  "target",
  "evidence",
  "note",
  "priceNow",
  "family",
  "reason",
  "toMakeExact",
  "tokenizer",
];

/** Column heads; names and words stand left, figures right. */
export const columns = (words: Wording, names: readonly ColumnName[]): Column[] =>
  names.map((name) => ({ title: words.columns[name], align: LEFT.includes(name) ? "left" : "right" }));
