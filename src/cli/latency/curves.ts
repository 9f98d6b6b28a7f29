import type { Group } from "../../measure/latency/groups.ts";
import { isAnswered, isCached, isCold, servedBy } from "../../measure/latency/population.ts";
import type { AttemptTable } from "../../measure/table/attempt-table.ts";
import { msAt } from "../../measure/table/columns.ts";
import type { LatencyFacts } from "../../report/latency/facts.ts";

/** Most points of a curve: a picture is not wider. */
const MOST_POINTS = 200;

/** TTFT of warm and uncached first attempts, ascending; of more than a curve can show every so many. */
export function curvesOf(table: AttemptTable, groups: readonly Group[]): LatencyFacts["curves"] {
  return groups.flatMap(({ target, lang, first }) => {
    // Several models under one name are no one curve.
    if (
      servedBy(
        table,
        groups.filter((group) => group.target === target),
      ).length > 1
    )
      return [];
    const rows = first.filter((row) => isAnswered(table, row) && !isCached(table, row) && !isCold(table, row));
    const sorted = Float64Array.from(rows, (row) => msAt(table.columns.ttft, row)).sort();
    if (sorted.length === 0) return [];
    const count = Math.min(sorted.length, MOST_POINTS);
    const step = count === 1 ? 0 : (sorted.length - 1) / (count - 1);
    return [{ target, lang, ttftMs: Array.from({ length: count }, (_, i) => sorted[Math.round(i * step)] ?? 0) }];
  });
}
