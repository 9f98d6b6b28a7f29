import { figureOrRange, rank } from "../cells.ts";
import { fixed } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { dollars, millions, wonRounded } from "./cells.ts";
import { columns } from "./columns.ts";
import type { CostFacts, ScenarioFacts } from "./facts.ts";
import { lasting, type MonthRow, monthsOf } from "./months.ts";
import { noteOf } from "./notes.ts";
import type { CostWording } from "./wording.ts";

/** How many targets the first table of a scenario shows. */
const SHOWN = 12;

/** One scenario: what is in it, what is not, the cheapest lasting targets, and all. */
export function scenarioBlocks(rows: Rows, facts: CostFacts, own: ScenarioFacts, words: CostWording): Block[] {
  const { scenario, key, chars } = own;
  const months = monthsOf(rows, key);
  const count = (value: number): string => fixed(value, 0);
  return [
    { kind: "heading", text: words.pick(scenario.title) },
    {
      kind: "text",
      text: words.content({
        perDay: count(scenario.per_day),
        unit: words.pick(scenario.unit),
        days: scenario.days_a_month,
        turns: scenario.turns,
        system: chars.system === undefined ? undefined : count(chars.system),
        user: count(chars.user),
        reply: count(chars.reply),
        resent: scenario.history === "resent",
      }),
    },
    {
      kind: "list",
      items: [
        words.basis(words.pick(scenario.basis)),
        ...(scenario.printed === undefined ? [] : [words.printedLeavesOut(scenario.printed.left_out.map(words.pick))]),
        words.leavesOut(scenario.left_out.map(words.pick)),
      ],
    },
    monthTable(lasting(months, facts.book).slice(0, SHOWN), facts, words),
    {
      kind: "chart",
      file: `charts/${scenario.name}${words.locale === "ko" ? ".ko" : ""}.svg`,
      alt: words.chartAlt(words.pick(scenario.title)),
    },
    { kind: "details", summary: words.allTargets(months.length), blocks: [monthTable(months, facts, words)] },
  ];
}

export function monthTable(months: readonly MonthRow[], facts: CostFacts, words: CostWording): Block {
  const models = new Map(facts.book.models.map((model) => [model.target, model]));
  return {
    kind: "table",
    columns: columns(words, ["target", "input", "output", "usd", "krw", "rank", "evidence", "note"]),
    rows: months.map((month) => [
      `\`${month.target}\``,
      figureOrRange(month.input, millions),
      figureOrRange(month.output, millions),
      figureOrRange(month.usd, dollars),
      figureOrRange(month.krw, wonRounded),
      figureOrRange(month.rank, rank),
      words.evidence[month.grade],
      noteOf(models.get(month.target), facts.day, words),
    ]),
  };
}
