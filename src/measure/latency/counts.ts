import { FINISH_REASONS } from "../../domain/finish.ts";
import type { Metric } from "../../domain/measurement.ts";
import { type Ending, endingOf } from "../ending.ts";
import type { AttemptTable } from "../table/attempt-table.ts";
import type { Figure } from "./figure.ts";
import type { Group } from "./groups.ts";
import { isAnswered, isCached, isCold } from "./population.ts";
import { hidesThinking, isCoarse } from "./quantities.ts";

const ENDINGS: readonly Ending[] = [...FINISH_REASONS, "empty"];

/** How many trials there were, how they ended, what was asked again, and what sets some of them apart. */
export function countFigures(table: AttemptTable, { first, last, retries }: Group): Figure[] {
  const { columns } = table;
  const n = first.length;
  const count = (metric: Metric, of: Uint32Array, wanted: (row: number) => boolean): Figure[] => {
    const value = of.reduce((sum, row) => sum + (wanted(row) ? 1 : 0), 0);
    return value === 0 ? [] : [{ metric, value, n }];
  };
  const endings = new Map<Ending, number>();
  for (const row of first) {
    const ending = endingOf(table.at(row));
    if (ending !== undefined) endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  return [
    { metric: "trials", value: n },
    ...ENDINGS.flatMap((condition): Figure[] => {
      const value = endings.get(condition);
      return value === undefined ? [] : [{ metric: "endings", condition, value, n }];
    }),
    ...count("retries", retries, () => true),
    ...count("unresolved", last, (row) => columns.failure[row] !== 0),
    ...waiting("back-off", retries, columns.backoff),
    ...waiting("queue", Uint32Array.of(...first, ...retries), columns.queued),
    ...count("cached_trials", first, (row) => isCached(table, row)),
    ...count("cold_trials", first, (row) => isCold(table, row)),
    ...count("hidden_thinking", first, (row) => isAnswered(table, row) && hidesThinking(columns, row)),
    ...count("coarse_streams", first, (row) => isAnswered(table, row) && isCoarse(columns, row)),
  ];
}

/** What was waited before calls, as far as it is known. */
function waiting(condition: string, rows: Uint32Array, times: Float64Array): Figure[] {
  const known = rows.filter((row) => !Number.isNaN(times[row] ?? Number.NaN));
  if (known.length === 0) return [];
  return [
    {
      metric: "waiting_ms",
      condition,
      value: known.reduce((sum, row) => sum + (times[row] ?? 0), 0),
      n: known.length,
    },
  ];
}
