import { isActiveOn, periodOn } from "../../domain/price/book.ts";
import { lineUp } from "../../domain/price/line-up.ts";
import { CLASSES, type ModelClass } from "../../domain/price/model.ts";
import { figureOrRange, perMillionUsd } from "../cells.ts";
import { UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { pricePair } from "./cells.ts";
import { columns } from "./columns.ts";
import type { CostFacts } from "./facts.ts";
import { monthsOf } from "./months.ts";
import { vendorsOf } from "./newest.ts";
import type { CostWording } from "./wording.ts";

/** The table of section 1-4, for the day of the article and for the day of the report. */
export function classBlocks(facts: CostFacts, words: CostWording): Block[] {
  const { book, day, printed } = facts;
  const vendors = vendorsOf(facts).filter((vendor) => vendor !== "local");
  const days = [...new Set([...(printed === undefined ? [] : [printed.as_of]), day])];
  const cell = (vendor: string, name: ModelClass, on: string): string =>
    lineUp(book, vendor, name, on)
      .map((model) => `\`${model.target.split("/")[1] ?? model.target}\` ${pricePair(periodOn(model, on)) ?? UNKNOWN}`)
      .join(" · ");
  const rows = days.flatMap((on) =>
    CLASSES.map((name) => [
      `${words.className(name)}, ${on}`,
      ...vendors.map((vendor) => cell(vendor, name, on) || UNKNOWN),
    ]),
  );
  const known = rows.filter((cells) => cells.slice(1).some((text) => text !== UNKNOWN));
  if (known.length === 0) return [];
  return [
    { kind: "heading", text: words.classesHeading },
    { kind: "text", text: words.classesIntro(days) },
    {
      kind: "table",
      columns: [...columns(words, ["vendor"]), ...vendors.map((title) => ({ title, align: "left" as const }))],
      rows: known,
    },
  ];
}

/** Price changes and ends after the day, soonest first. */
export function aheadBlocks({ book, day }: CostFacts, words: CostWording): Block[] {
  const changes = book.models.flatMap((model): { on: string; target: string; what: string; source: string }[] => {
    if (!isActiveOn(model, day)) return [];
    const { ends, replacement, redirect } = model.lifecycle;
    const ending =
      ends === undefined || ends <= day
        ? []
        : [
            {
              on: ends,
              target: model.target,
              what: redirect === undefined ? words.ends(replacement) : words.answeredBy(redirect),
              source: model.lifecycle.source ?? UNKNOWN,
            },
          ];
    const priced = model.periods.flatMap((period) =>
      period.from !== undefined && period.from > day
        ? [
            {
              on: period.from,
              target: model.target,
              what: words.priceFrom(pricePair(period) ?? ""),
              source: model.sources[0] ?? UNKNOWN,
            },
          ]
        : [],
    );
    return [...priced, ...ending];
  });
  if (changes.length === 0) return [];
  return [
    { kind: "heading", text: words.aheadHeading },
    { kind: "text", text: words.aheadIntro(day) },
    {
      kind: "table",
      columns: columns(words, ["day", "target", "change", "sources"]),
      rows: changes
        .sort((a, b) => (a.on + a.target < b.on + b.target ? -1 : 1))
        .map(({ on, target, what, source }) => [
          on,
          `\`${target}\``,
          what,
          source.startsWith("dev.to/") ? `${source} (${words.thirdParty})` : source,
        ]),
    },
  ];
}

/** What a million characters costs, and every price with its source and the day it was read. */
export function priceBlocks(rows: Rows, facts: CostFacts, words: CostWording): Block[] {
  const { book, day, scenarios } = facts;
  const [first] = scenarios;
  const priced = first === undefined ? [] : monthsOf(rows, first.scenario.name).map(({ target }) => target);
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
