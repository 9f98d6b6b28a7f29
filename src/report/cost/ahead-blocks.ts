import { isActiveOn } from "../../domain/price/book.ts";
import { UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import { pricePair } from "./cells.ts";
import { columns } from "./columns.ts";
import type { CostFacts } from "./facts.ts";
import type { CostWording } from "./wording.ts";

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
