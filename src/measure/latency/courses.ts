import { isHopeless, saysNothing } from "../../domain/failure.ts";
import type { AttemptTable } from "../table/attempt-table.ts";

/** What became of a trial: rows of its attempts in their order, without those that say nothing of a model. */
export type Course = { readonly trial: number; readonly tries: readonly number[] };

/**
 * Calls `each` for every trial that has attempts, in the order of the plan. An attempt that the person broke off is no
 * trial's, and one with a wrong key only where none was made with a right one: as in `askedTrials`.
 * @param trials how many are planned
 */
export function eachCourse(table: AttemptTable, trials: number, each: (course: Course) => void): void {
  const { columns, length } = table;
  const starts = new Uint32Array(trials + 1);
  for (let row = 0; row < length; row++) add(starts, (columns.trial[row] ?? 0) + 1, 1);
  for (let trial = 0; trial < trials; trial++) add(starts, trial + 1, starts[trial] ?? 0);
  const rows = new Uint32Array(length);
  const next = starts.slice(0, trials);
  for (let row = 0; row < length; row++) {
    const trial = columns.trial[row] ?? 0;
    rows[next[trial] ?? 0] = row;
    add(next, trial, 1);
  }
  for (let trial = 0; trial < trials; trial++) {
    const own = rows.subarray(starts[trial], starts[trial + 1]);
    if (own.length === 0) continue;
    const tries = triesOf(table, own);
    if (tries.length > 0) each({ trial, tries });
  }
}

function triesOf(table: AttemptTable, own: Uint32Array): readonly number[] {
  const { attempt, failure } = table.columns;
  const kindOf = (row: number) => table.failures.value(failure[row] ?? 0)?.kind;
  const inOrder =
    own.length === 1 ? Array.from(own) : Array.from(own).sort((a, b) => (attempt[a] ?? 0) - (attempt[b] ?? 0));
  const telling = inOrder.filter((row) => {
    const kind = kindOf(row);
    return kind === undefined || !saysNothing(kind);
  });
  if (telling.length > 0) return telling;
  return inOrder
    .filter((row) => {
      const kind = kindOf(row);
      return kind !== undefined && isHopeless(kind);
    })
    .slice(0, 1);
}

function add(counts: Uint32Array, place: number, by: number): void {
  counts[place] = (counts[place] ?? 0) + by;
}
