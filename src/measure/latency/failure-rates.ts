import type { Failure } from "../../domain/failure.ts";
import type { Metric } from "../../domain/measurement.ts";
import type { AttemptTable } from "../table/attempt-table.ts";
import type { Figure } from "./figure.ts";
import type { Group } from "./groups.ts";
import { rate } from "./rates.ts";

/** The class of a failure: its kind, and of a timeout which deadline passed. */
export const classOf = ({ kind, deadline }: Pick<Failure, "kind" | "deadline">): string =>
  deadline === undefined ? kind : `${kind} ${deadline}`;

/** Shares of trials that failed at first, were asked again, and failed in the end; in all and by class. */
export function failureFigures(table: AttemptTable, group: Group, confidence: number): Figure[] {
  const { failure } = table.columns;
  const trials = group.first.length;
  const codes = (rows: Uint32Array): Uint32Array => rows.map((row) => failure[row] ?? 0).filter((code) => code !== 0);
  const shares = (metric: Metric, failed: Uint32Array, all: number): Figure[] => {
    const byClass = new Map<string, number>();
    for (const code of failed) {
      const found = table.failures.value(code);
      if (found !== undefined) byClass.set(classOf(found), (byClass.get(classOf(found)) ?? 0) + 1);
    }
    return [
      shareOf(metric, undefined, all, trials, confidence),
      ...[...byClass].sort(byName).map(([name, hits]) => shareOf(metric, name, hits, trials, confidence)),
    ].flat();
  };
  return [
    ...shares("attempt_failure", codes(group.first), codes(group.first).length),
    ...ofAllAttempts(group, codes(group.first).length + codes(group.retries).length, confidence),
    ...shares("retry_rate", group.firstCause, group.firstCause.length),
    ...shares("eventual_failure", codes(group.last), codes(group.last).length),
  ];
}

/** Of the server's side: how many of all that it was asked it failed. */
const ofAllAttempts = ({ first, retries }: Group, failed: number, confidence: number): Figure[] =>
  shareOf("attempt_failure", "all attempts", failed, first.length + retries.length, confidence);

function shareOf(metric: Metric, condition: string | undefined, hits: number, n: number, confidence: number): Figure[] {
  const found = rate(hits, n, confidence);
  if (found === undefined) return [];
  return [
    {
      metric,
      ...(condition === undefined ? {} : { condition }),
      ...found,
      ...(found.low === undefined ? {} : { confidence }),
    },
  ];
}

const byName = ([a]: readonly [string, number], [b]: readonly [string, number]): number => (a < b ? -1 : a > b ? 1 : 0);
