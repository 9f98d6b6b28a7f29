import { figureOrRange } from "../cells.ts";
import { UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { dollars } from "./cells.ts";
import { columns } from "./columns.ts";
import type { CostFacts, ScenarioFacts } from "./facts.ts";
import { lasting, monthsOf } from "./months.ts";
import { newestOf } from "./newest.ts";
import { nextPrice } from "./notes.ts";
import type { CostWording } from "./wording.ts";

/** What caching does to a conversation, on the newest model of every family, and batch to work that can wait. */
export function variantBlocks(rows: Rows, facts: CostFacts, words: CostWording): Block[] {
  if (facts.cache !== "off" || facts.service !== "standard") return [];
  const chats = facts.scenarios.filter(({ scenario }) => scenario.turns > 1);
  const waiting = facts.scenarios.filter(({ scenario }) => scenario.turns === 1);
  const blocks = [
    ...chats.flatMap((own) => cachingTable(rows, facts, own, words)),
    ...batchText(rows, facts, waiting, words),
  ];
  return blocks.length === 0 ? [] : [{ kind: "heading", text: words.variantsHeading }, ...blocks];
}

function cachingTable(rows: Rows, facts: CostFacts, { scenario, key }: ScenarioFacts, words: CostWording): Block[] {
  const newest = new Map(newestOf(facts).map((model) => [model.target, model]));
  const cell = (target: string, variant: string): string =>
    figureOrRange(rows.find({ metric: "usd_per_month", target, condition: `${key}:total:${variant}` }), dollars);
  const lines = monthsOf(rows, key)
    .flatMap(({ target, usd }) => {
      const model = newest.get(target);
      if (model === undefined) return [];
      const soon = nextPrice(model, facts.day) === undefined ? "" : ` ${words.soon}`;
      return [
        [`\`${target}\`${soon}`, figureOrRange(usd, dollars), cell(target, "cache=turns"), cell(target, "cache=all")],
      ];
    })
    .filter((cells) => cells.slice(2).some((text) => text !== UNKNOWN));
  if (lines.length === 0) return [];
  const reason = scenario.caching === undefined ? "" : words.pick(scenario.caching.reason);
  return [
    { kind: "text", text: words.cachingIntro(words.pick(scenario.title), reason) },
    { kind: "table", columns: columns(words, ["target", "off", "turns", "all"]), rows: lines },
  ];
}

/** Batch is the same factor on every rate, so a sentence says it: the cheapest month of each scenario, halved. */
function batchText(rows: Rows, { book }: CostFacts, waiting: readonly ScenarioFacts[], words: CostWording): Block[] {
  const parts = waiting.flatMap(({ scenario, key }) => {
    for (const { target, usd, grade } of lasting(monthsOf(rows, key), book)) {
      const batch = rows.find({ metric: "usd_per_month", target, condition: `${key}:total:batch` });
      if (grade === "assumed" || batch === undefined || usd === undefined) continue;
      const change = `$${figureOrRange(usd, dollars)} → $${figureOrRange(batch, dollars)}`;
      return [`${words.pick(scenario.title)} ${change} (\`${target}\`)`];
    }
    return [];
  });
  return parts.length === 0 ? [] : [{ kind: "text", text: words.batchIntro(parts) }];
}
