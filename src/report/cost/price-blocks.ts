import { periodOn } from "../../domain/price/book.ts";
import { figureOrRange, perMillionUsd } from "../cells.ts";
import { UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { pricePair } from "./cells.ts";
import { columns } from "./columns.ts";
import type { CostFacts } from "./facts.ts";
import { monthsOf } from "./months.ts";
import type { CostWording } from "./wording.ts";

/** What a million characters costs, and every price with its source and the day it was read. */
export function priceBlocks(rows: Rows, facts: CostFacts, words: CostWording): Block[] {
  const { book, day, scenarios } = facts;
  const [first] = scenarios;
  const priced = first === undefined ? [] : monthsOf(rows, first.key).map(({ target }) => target);
  const models = book.models.filter(({ target }) => priced.includes(target));
  const chars = (target: string, condition: "input" | "output"): string =>
    figureOrRange(rows.find({ metric: "usd_per_1k_ko_chars", target, condition, price_date: day }), perMillionUsd);
  return [
    { kind: "heading", text: words.pricesHeading },
    { kind: "text", text: words.pricesIntro(book.name, day) },
    {
      kind: "details",
      summary: words.allPrices(models.length),
      blocks: [
        {
          kind: "table",
          columns: columns(words, ["target", "price", "since", "checked", "sources", "note"]),
          rows: models.map((model) => {
            const period = periodOn(model, day);
            return [
              `\`${model.target}\``,
              pricePair(period) ?? UNKNOWN,
              period?.from ?? model.lifecycle.released ?? UNKNOWN,
              model.checked ?? UNKNOWN,
              model.sources.join(", "),
              model.note ?? "",
            ];
          }),
        },
        sourceList(
          facts,
          models.flatMap(({ sources, lifecycle }) => [
            ...sources,
            ...(lifecycle.source === undefined ? [] : [lifecycle.source]),
          ]),
        ),
      ],
    },
    {
      kind: "details",
      summary: words.perCharsHeading,
      blocks: [
        { kind: "text", text: words.perCharsIntro },
        {
          kind: "table",
          columns: columns(words, ["target", "input", "output"]).map((column, i) =>
            i === 0 ? column : { ...column, title: words.perMillion(i === 1 ? "input" : "output") },
          ),
          rows: priced.map((target) => [`\`${target}\``, chars(target, "input"), chars(target, "output")]),
        },
      ],
    },
  ];
}

/** What stands behind the keys of the sources. */
function sourceList({ book }: CostFacts, used: readonly string[]): Block {
  const keys = Object.keys(book.sources).filter((key) => used.includes(key));
  return {
    kind: "list",
    items: keys.map((key) => {
      const { date, ...rest } = book.sources[key] ?? {};
      const text = [rest["what"], rest["repo"], rest["url"], rest["ref"]]
        .filter((part) => part !== undefined)
        .join("; ");
      return `${key}: ${text}${date === undefined ? "" : ` (${date})`}`;
    }),
  };
}
