import { lineUp } from "../../domain/price/line-up.ts";
import { CLASSES } from "../../domain/price/model.ts";
import { figureOrRange } from "../cells.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { dollars } from "./cells.ts";
import { columns } from "./columns.ts";
import type { CostFacts, ScenarioFacts } from "./facts.ts";
import { monthsOf } from "./months.ts";
import type { CostColumn, CostWording } from "./wording.ts";

/** What caching does to a conversation and batch to work that can wait, on the newest model of every family. */
export function variantBlocks(rows: Rows, facts: CostFacts, words: CostWording): Block[] {
  if (facts.cache !== "off" || facts.service !== "standard") return [];
  const blocks = facts.scenarios.flatMap((own) => variantTable(rows, facts, own, words));
  return blocks.length === 0 ? [] : [{ kind: "heading", text: words.variantsHeading }, ...blocks];
}

function variantTable(rows: Rows, facts: CostFacts, { scenario }: ScenarioFacts, words: CostWording): Block[] {
  const chat = scenario.turns > 1;
  const variants: readonly [CostColumn, string][] = chat
    ? [
        ["turns", "cache=turns"],
        ["all", "cache=all"],
      ]
    : [["batch", "batch"]];
  const newest = new Set(vendorsOf(facts).flatMap((vendor) => newestOf(facts, vendor)));
  const months = monthsOf(rows, scenario.name).filter(({ target }) => newest.has(target));
  const cell = (target: string, variant: string): string =>
    figureOrRange(
      rows.find({ metric: "usd_per_month", target, condition: `${scenario.name}:total:${variant}` }),
      dollars,
    );
  const table: Block = {
    kind: "table",
    columns: columns(words, ["target", chat ? "off" : "standard", ...variants.map(([column]) => column)]),
    rows: months
      .map(({ target, usd }) => [
        `\`${target}\``,
        figureOrRange(usd, dollars),
        ...variants.map(([, variant]) => cell(target, variant)),
      ])
      .filter((cells) => cells.slice(2).some((text) => text !== "—")),
  };
  if (table.rows.length === 0) return [];
  const title = words.pick(scenario.title);
  const intro = chat
    ? words.cachingIntro(title, scenario.caching === undefined ? "" : words.pick(scenario.caching.reason))
    : words.batchIntro(title);
  return [{ kind: "text", text: intro }, table];
}

export const vendorsOf = ({ book }: CostFacts): string[] => [
  ...new Set(book.models.map(({ target }) => target.split("/")[0] ?? target)),
];

const newestOf = ({ book, day }: CostFacts, vendor: string): string[] =>
  CLASSES.flatMap((name) => lineUp(book, vendor, name, day).map(({ target }) => target));
