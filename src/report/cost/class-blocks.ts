import { periodOn } from "../../domain/price/book.ts";
import { lineUp } from "../../domain/price/line-up.ts";
import { CLASSES, type ModelClass } from "../../domain/price/model.ts";
import { UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import { pricePair } from "./cells.ts";
import { columns } from "./columns.ts";
import type { CostFacts } from "./facts.ts";
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
