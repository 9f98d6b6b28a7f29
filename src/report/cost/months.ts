import type { Measurement } from "../../domain/measurement.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import { middle } from "../cells.ts";
import { type Grade, gradeOf } from "../grade.ts";
import type { Rows } from "../rows.ts";

/** A month of one scenario on one target, as rows. */
export type MonthRow = {
  readonly target: string;
  readonly usd: Measurement | undefined;
  readonly krw: Measurement | undefined;
  readonly input: Measurement | undefined;
  readonly output: Measurement | undefined;
  readonly rank: Measurement | undefined;
  readonly grade: Grade;
};

/** Every target of a scenario, cheapest first by the middle of what is known. */
export function monthsOf(rows: Rows, scenario: string): MonthRow[] {
  const months = rows.all
    .filter(({ metric, condition }) => metric === "month_rank" && condition === scenario)
    .map((rank): MonthRow => {
      const { target = "" } = rank;
      const usd = rows.find({ metric: "usd_per_month", target, condition: `${scenario}:total` });
      return {
        target,
        usd,
        krw: rows.find({ metric: "krw_per_month", target, condition: `${scenario}:total` }),
        input: rows.find({ metric: "tokens_per_month", target, condition: `${scenario}:input` }),
        output: rows.find({ metric: "tokens_per_month", target, condition: `${scenario}:output` }),
        rank,
        grade: gradeOf(usd),
      };
    });
  return months.sort((a, b) => middle(a.usd) - middle(b.usd) || (a.target < b.target ? -1 : 1));
}

/** Targets with a known end: no choice for something new. */
export const endingIn = ({ models }: PriceBook): ReadonlySet<string> =>
  new Set(
    models.flatMap(({ target, lifecycle }) =>
      lifecycle.ends !== undefined || lifecycle.status === "deprecated" ? [target] : [],
    ),
  );

/** True where any of them has no known end. */
export const someLast = (months: readonly MonthRow[], book: PriceBook): boolean => {
  const ending = endingIn(book);
  return months.some(({ target }) => !ending.has(target));
};

/** Those that last; all, where none does. */
export function lasting(months: readonly MonthRow[], book: PriceBook): MonthRow[] {
  const ending = endingIn(book);
  const kept = months.filter(({ target }) => !ending.has(target));
  return kept.length > 0 ? kept : [...months];
}
