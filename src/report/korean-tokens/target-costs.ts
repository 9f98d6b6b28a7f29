import type { Measurement } from "../../domain/measurement.ts";
import { middle } from "../cells.ts";
import { type Grade, gradeOf } from "../grade.ts";
import type { Rows } from "../rows.ts";
import type { Facts } from "./facts.ts";

/** The price rows of one target of the current book. */
export type TargetCost = {
  readonly target: string;
  readonly usd: Readonly<Record<"input" | "output", Measurement | undefined>>;
  readonly krw: Readonly<Record<"input" | "output", Measurement | undefined>>;
  readonly costRank: Measurement | undefined;
  readonly priceRank: Measurement | undefined;
};

/** Active targets with a price, cheapest first by the middle of what is known of 1,000 characters in and out. */
export function targetCosts(rows: Rows, { day }: Facts): TargetCost[] {
  const ranks = rows.all.filter(({ metric, condition }) => metric === "cost_rank" && condition === undefined);
  const costs = ranks.map(({ target = "" }): TargetCost => {
    const row = (metric: "usd_per_1k_ko_chars" | "krw_per_1k_ko_chars", condition: "input" | "output") =>
      rows.find({ metric, target, condition, price_date: day });
    const sides = (metric: "usd_per_1k_ko_chars" | "krw_per_1k_ko_chars") => ({
      input: row(metric, "input"),
      output: row(metric, "output"),
    });
    return {
      target,
      usd: sides("usd_per_1k_ko_chars"),
      krw: sides("krw_per_1k_ko_chars"),
      costRank: rows.find({ metric: "cost_rank", target, condition: undefined }),
      priceRank: rows.find({ metric: "price_rank", target, condition: undefined }),
    };
  });
  const cost = ({ usd }: TargetCost): number => middle(usd.input) + middle(usd.output);
  return costs.sort((a, b) => cost(a) - cost(b) || (a.target < b.target ? -1 : 1));
}

/** How the target's tokens were counted: with its own tokenizer, by its vendor, or not at all. */
export const gradeOfTarget = ({ usd }: TargetCost): Grade => gradeOf(usd.input);

/** True when the target's tokens were counted, here or by its vendor. */
export const isCounted = (cost: TargetCost): boolean => gradeOfTarget(cost) !== "assumed";

/** True when the vendor of any of them counted: the words of the report then say what that means. */
export const anyLive = (costs: readonly TargetCost[]): boolean => costs.some((cost) => gradeOfTarget(cost) === "live");

/** Targets whose vendor has announced an end of some kind: no choice for something new. */
export const endingTargets = ({ book }: Facts): ReadonlySet<string> =>
  new Set(
    book.models.flatMap(({ target, lifecycle }) =>
      lifecycle.ends !== undefined || lifecycle.status === "deprecated" ? [target] : [],
    ),
  );
