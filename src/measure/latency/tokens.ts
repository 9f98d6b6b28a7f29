import { INPUT_BUCKETS } from "../../domain/usage.ts";
import type { Seen } from "../seen.ts";
import { costOf, type UsdOf } from "../spent.ts";
import type { AttemptTable } from "../table/attempt-table.ts";
import type { Columns } from "../table/columns.ts";
import type { Figure } from "./figure.ts";
import type { Group } from "./groups.ts";
import { isAnswered } from "./population.ts";

/** Input tokens that the server told; NaN where it told none: no prompt is without any. */
export const inputTokens = (columns: Columns, row: number): number => {
  const sum = INPUT_BUCKETS.reduce((total, bucket) => total + (columns[bucket][row] ?? 0), 0);
  return columns.told[row] === 1 && sum > 0 ? sum : Number.NaN;
};

/** Output tokens, thinking included; NaN where the server told none. */
export const outputTokens = ({ told, visible_output, thinking }: Columns, row: number): number => {
  const sum = (visible_output[row] ?? 0) + (thinking[row] ?? 0);
  return told[row] === 1 && sum > 0 ? sum : Number.NaN;
};

/** Mean tokens in and out of first attempts, and what all attempts cost. */
export function tokenFigures(table: AttemptTable, { first, retries }: Group, usdOf: UsdOf): Figure[] {
  const { columns } = table;
  return [
    ...mean("input_tokens", first, (row) => inputTokens(columns, row)),
    ...mean("output_tokens", first, (row) => (isAnswered(table, row) ? outputTokens(columns, row) : Number.NaN)),
    ...mean("thinking_tokens", first, (row) =>
      isAnswered(table, row) && !Number.isNaN(outputTokens(columns, row)) ? (columns.thinking[row] ?? 0) : Number.NaN,
    ),
    ...spent(table, [first, retries], usdOf),
  ];
}

function mean(
  metric: "input_tokens" | "output_tokens" | "thinking_tokens",
  rows: Uint32Array,
  of: (row: number) => number,
): Figure[] {
  let [sum, n] = [0, 0];
  for (const row of rows) {
    const tokens = of(row);
    if (Number.isNaN(tokens)) continue;
    sum += tokens;
    n++;
  }
  return n === 0 ? [] : [{ metric, value: sum / n, n }];
}

/** What all attempts cost; the least of it where others may have cost something that nobody told. */
function spent(table: AttemptTable, lists: readonly Uint32Array[], usdOf: UsdOf): Figure[] {
  const found = costOf(rowsOf(table, lists), usdOf);
  if (found === undefined) return [];
  const { usd, known, whole } = found;
  return [{ metric: "usd_spent", ...(whole ? { value: usd } : { low: usd }), n: known }];
}

function* rowsOf(table: AttemptTable, lists: readonly Uint32Array[]): Generator<Seen> {
  for (const rows of lists) for (const row of rows) yield table.at(row);
}
