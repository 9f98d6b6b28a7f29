import { isActiveOn, periodOn } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import { figureOrRange, perMillionUsd } from "../cells.ts";
import { UNKNOWN } from "../format.ts";
import { gradeOf } from "../grade.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { Facts } from "./facts.ts";
import type { Wording } from "./wording.ts";

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
        const period = periodOn(model, compared.as_of);
        const of = (side: "input" | "output"): ReturnType<Rows["find"]> =>
          rows.find({
            metric: "usd_per_1k_ko_chars",
            target: model.target,
            condition: `${compared.name}:${side}`,
          });
        return [
          `\`${model.target}\``,
          period === undefined ? UNKNOWN : `${period.input} / ${period.output}`,
          figureOrRange(of("input"), perMillionUsd),
          figureOrRange(of("output"), perMillionUsd),
          words.evidence[gradeOf(of("input"))],
          stateNow(now.get(model.target), period, facts.day, words),
        ];
      }),
    },
  ];
}

function stateNow(
  now: PricedModel | undefined,
  then: { readonly input: string; readonly output: string } | undefined,
  day: string,
  words: Wording,
): string {
  if (now === undefined) return UNKNOWN;
  const period = periodOn(now, day);
  const same =
    period !== undefined &&
    then !== undefined &&
    Number(period.input) === Number(then.input) &&
    Number(period.output) === Number(then.output);
  const price = period === undefined ? UNKNOWN : same ? words.unchanged : words.nowPrice(period.input, period.output);
  if (!isActiveOn(now, day))
    return words.gone(
      now.lifecycle.ends,
      same || period === undefined ? undefined : `${period.input} / ${period.output}`,
    );
  return now.lifecycle.ends === undefined ? price : `${price}; ${words.until(now.lifecycle.ends)}`;
}
