import type { Group } from "../../measure/latency/groups.ts";
import { isAnswered } from "../../measure/latency/population.ts";
import type { AttemptTable } from "../../measure/table/attempt-table.ts";
import { msAt } from "../../measure/table/columns.ts";
import type { LatencyFacts, TimelinePoint } from "../../report/latency/facts.ts";

/** Most answers that a picture shows of a target and language; failures are few and all shown, up to as many. */
const MOST_POINTS = 150;

/** First attempts by the moment at which they began; of very many every so many, which is said by the picture. */
export function timelineOf(table: AttemptTable, groups: readonly Group[]): LatencyFacts["timeline"] {
  const { columns } = table;
  let begun = Number.POSITIVE_INFINITY;
  for (const { first } of groups) for (const row of first) begun = Math.min(begun, columns.started[row] ?? begun);
  return groups.flatMap(({ target, lang, first }) => {
    const inTime = first.toSorted((a, b) => (columns.started[a] ?? 0) - (columns.started[b] ?? 0));
    const answered = thinned(inTime.filter((row) => isAnswered(table, row)));
    const failed = thinned(inTime.filter((row) => columns.failure[row] !== 0));
    return [...answered, ...failed].map(
      (row): TimelinePoint => ({
        target,
        lang,
        at: ((columns.started[row] ?? 0) - begun) / 1000,
        ttftMs: columns.failure[row] === 0 ? msAt(columns.ttft, row) : undefined,
        failure: table.failures.value(columns.failure[row] ?? 0)?.kind,
      }),
    );
  });
}

function thinned(rows: Uint32Array): readonly number[] {
  if (rows.length <= MOST_POINTS) return Array.from(rows);
  const step = (rows.length - 1) / (MOST_POINTS - 1);
  return Array.from({ length: MOST_POINTS }, (_, i) => rows[Math.round(i * step)] ?? 0);
}
