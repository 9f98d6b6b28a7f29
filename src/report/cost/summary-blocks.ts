import { CLASSES } from "../../domain/price/model.ts";
import { figureOrRange, middle } from "../cells.ts";
import { UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { dollars } from "./cells.ts";
import { columns } from "./columns.ts";
import type { CostFacts } from "./facts.ts";
import { monthsOf } from "./months.ts";
import { newestOf } from "./newest.ts";
import { nextPrice } from "./notes.ts";
import type { CostWording } from "./wording.ts";

/** The newest models by class, with a column for each scenario: what a person who chooses asks first. */
export function summaryBlocks(rows: Rows, facts: CostFacts, words: CostWording): Block[] {
  const { scenarios, day } = facts;
  const months = scenarios.map(({ key }) => new Map(monthsOf(rows, key).map((each) => [each.target, each])));
  const [first] = months;
  const lines = CLASSES.flatMap((name) =>
    newestOf(facts, name)
      .filter(({ target }) => first?.has(target))
      .sort((a, b) => middle(first?.get(a.target)?.usd) - middle(first?.get(b.target)?.usd))
      .map((model) => [
        words.className(name),
        `\`${model.target}\`${nextPrice(model, day) === undefined ? "" : ` ${words.soon}`}`,
        ...months.map((each) => figureOrRange(each.get(model.target)?.usd, dollars)),
        words.evidence[first?.get(model.target)?.grade ?? "assumed"],
      ]),
  );
  if (lines.length === 0 || lines.every((cells) => cells.slice(2, -1).every((cell) => cell === UNKNOWN))) return [];
  return [
    { kind: "heading", text: words.summaryHeading },
    { kind: "text", text: words.summaryIntro },
    {
      kind: "table",
      columns: [
        ...columns(words, ["vendor", "target"]),
        ...scenarios.map(({ scenario }) => ({ title: words.pick(scenario.title), align: "right" as const })),
        ...columns(words, ["evidence"]),
      ],
      rows: lines,
    },
  ];
}
