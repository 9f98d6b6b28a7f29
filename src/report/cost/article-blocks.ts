import type { Day } from "../../domain/date.ts";
import { isActiveOn, periodOn } from "../../domain/price/book.ts";
import { heirOf } from "../../domain/price/heir.ts";
import { stateOn } from "../../domain/price/lifecycle.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import { figureOrRange } from "../cells.ts";
import { UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { dollars, pricePair } from "./cells.ts";
import { columns } from "./columns.ts";
import type { CostFacts } from "./facts.ts";
import type { CostWording } from "./wording.ts";

/** The article's models, then and today, and its months against today's. */
export function articleBlocks(rows: Rows, facts: CostFacts, words: CostWording): Block[] {
  const { printed, record, day } = facts;
  if (printed === undefined) return [];
  const then = printed.as_of;
  const known = printed.models.flatMap((old) => {
    const model = record.models.find(({ target }) => target === old.target);
    return model === undefined ? [] : [{ old, model }];
  });
  const answering = known.filter(({ model }) => isActiveOn(model, day)).map(({ model }) => model.target);
  const offThen = known.filter(({ model }) => !isActiveOn(model, then)).length;
  return [
    { kind: "heading", text: words.articleHeading },
    { kind: "text", text: words.articleIntro(then, day, offThen, answering, known.length) },
    {
      kind: "table",
      columns: columns(words, ["target", "printed", "record", "then", "today", "heir"]),
      rows: known.map(({ old, model }) => [
        `\`${model.target}\``,
        pricePair(periodOn(old, then)) ?? UNKNOWN,
        recordThen(old, model, then, words),
        stateText(model, then, facts, words),
        stateText(model, day, facts, words),
        heirText(model, facts),
      ]),
    },
    ...against(
      rows,
      facts,
      known.map(({ model }) => model),
      words,
    ),
  ];
}

/** On a day before the book's, an end that came later is nothing anybody had to know. */
function stateText({ lifecycle }: PricedModel, on: Day, { record, day }: CostFacts, words: CostWording): string {
  const state = stateOn(lifecycle, on, record.as_of);
  // Whether an end was announced by then is not recorded.
  if (on < day && state === "active") return words.answered;
  return words.state(state, lifecycle.ends);
}

/** The record of that day, only where the article prints something else. */
function recordThen(old: PricedModel, model: PricedModel, then: string, words: CostWording): string {
  const [printed, record] = [periodOn(old, then), periodOn(model, then)];
  const same = Number(printed?.input) === Number(record?.input) && Number(printed?.output) === Number(record?.output);
  return same ? words.unchanged : `**${pricePair(record) ?? UNKNOWN}**`;
}

function heirText(model: PricedModel, { book, day }: CostFacts): string {
  const heir = heirOf(book, model.target, day);
  const price = heir === undefined ? undefined : pricePair(periodOn(heir, day));
  if (heir === undefined || price === undefined) return UNKNOWN;
  return heir.target === model.target ? price : `\`${heir.target}\` ${price}`;
}

/** Each scenario that the article prints: as printed → as billed → today on the target or its heir. */
function against(rows: Rows, facts: CostFacts, models: readonly PricedModel[], words: CostWording): Block[] {
  const { printed, book, day, scenarios } = facts;
  const shown = scenarios.filter(({ scenario }) => scenario.printed !== undefined);
  if (printed === undefined || shown.length === 0) return [];
  const month = (target: string, condition: string): string =>
    figureOrRange(rows.find({ metric: "usd_per_month", target, condition }), dollars);
  return [
    { kind: "heading", text: words.againstHeading },
    { kind: "text", text: words.againstIntro },
    {
      kind: "table",
      columns: [
        ...columns(words, ["target"]),
        ...shown.map(({ scenario }) => ({ title: words.pick(scenario.title), align: "right" as const })),
      ],
      rows: models.map(({ target }) => {
        const heir = heirOf(book, target, day)?.target;
        return [
          heir === undefined || heir === target ? `\`${target}\`` : `\`${target}\` → \`${heir}\``,
          ...shown.map(({ scenario, key }) => {
            const old = `${printed.name}/${scenario.name}`;
            const parts = [month(target, `${old}:total`), month(target, `${old}:sent`)];
            const now = heir === undefined ? UNKNOWN : month(heir, `${key}:total`);
            return [...new Set(parts), now].join(" → ");
          }),
        ];
      }),
    },
  ];
}
