import type { Slo } from "../../domain/suite.ts";
import type { AttemptTable } from "../table/attempt-table.ts";
import { msAt } from "../table/columns.ts";
import type { Figure } from "./figure.ts";
import type { Group } from "./groups.ts";
import { isAnswered } from "./population.ts";
import { quantityOf } from "./quantities.ts";
import { rate } from "./rates.ts";
import { beganIn, endedIn, type SteadyPart } from "./steady.ts";

const charsPerSecond = quantityOf("chars_per_s");

/**
 * Whether a trial kept every limit, retries and waiting included: one that was not answered in the end did not. Undefined
 * where a limit is on something that nobody told. What came too fast to be timed kept a limit on its speed.
 */
export function meets(table: AttemptTable, last: number, responseMs: number, slo: Slo): boolean | undefined {
  const { columns } = table;
  if (!isAnswered(table, last)) return false;
  const at = (column: Uint32Array): number => msAt(column, last);
  const shift = responseMs - at(columns.ttft);
  const isAtOnce = (columns.outputs[last] ?? 0) < 2;
  const speed = charsPerSecond(columns, last);
  const checks: readonly (readonly [
    limit: number | undefined,
    value: number,
    keeps: (value: number, limit: number) => boolean,
  ])[] = [
    [slo.ttft_ms, responseMs, atMost],
    [slo.ttfvt_ms, shift + at(columns.ttfvt), atMost],
    [slo.e2e_ms, shift + at(columns.e2e), atMost],
    [slo.tpot_ms, isAtOnce ? 0 : at(columns.tpot), atMost],
    [slo.chars_per_s, Number.isNaN(speed) ? Number.POSITIVE_INFINITY : speed, atLeast],
  ];
  let isKnown = true;
  for (const [limit, value, keeps] of checks) {
    if (limit === undefined) continue;
    if (Number.isNaN(value)) isKnown = false;
    else if (!keeps(value, limit)) return false;
  }
  return isKnown ? true : undefined;
}

const atMost = (value: number, limit: number): boolean => value <= limit;
const atLeast = (value: number, limit: number): boolean => value >= limit;

/** For each preset: the share of trials that kept it, and how many of them began each second of the steady part. */
export function serviceFigures(
  table: AttemptTable,
  { first, last, response }: Group,
  slos: readonly Slo[],
  steady: SteadyPart | undefined,
  confidence: number,
): Figure[] {
  return slos.flatMap((slo): Figure[] => {
    let [kept, unknown, good, within] = [0, 0, 0, 0];
    last.forEach((row, place) => {
      const met = meets(table, row, response[place] ?? Number.NaN, slo);
      if (met === undefined) unknown++;
      if (met === true) kept++;
      if (steady === undefined || !beganIn(steady, table.columns.started[first[place] ?? 0] ?? 0)) return;
      within++;
      if (met === true) good++;
    });
    const n = last.length;
    const condition = slo.name;
    if (unknown > 0) {
      // Between none of them and all of them; where nothing else is known, nothing is said.
      const range = { low: kept / n, high: (kept + unknown) / n };
      return unknown === n ? [] : [{ metric: "slo_attainment", condition, ...range, n }];
    }
    const share = rate(kept, n, confidence);
    return [
      ...(share === undefined
        ? []
        : [
            {
              metric: "slo_attainment",
              condition,
              ...share,
              ...(share.low === undefined ? {} : { confidence }),
            } as const,
          ]),
      ...(steady === undefined
        ? []
        : [{ metric: "goodput_per_s", condition, value: good / secondsOf(steady), n: within } as const]),
    ];
  });
}

/** Output tokens a second of the answers that ended in the steady part. */
export function throughputFigures(
  { columns }: AttemptTable,
  { last }: Group,
  steady: SteadyPart | undefined,
  tokensOf: (row: number) => number,
): Figure[] {
  if (steady === undefined) return [];
  let [tokens, n, unknown] = [0, 0, 0];
  for (const row of last) {
    const end = (columns.started[row] ?? 0) + msAt(columns.end, row);
    if (columns.failure[row] !== 0 || !endedIn(steady, end)) continue;
    const count = tokensOf(row);
    if (Number.isNaN(count)) unknown++;
    else {
      tokens += count;
      n++;
    }
  }
  if (n === 0) return [];
  const value = tokens / secondsOf(steady);
  // At least so many, where some answers told nothing.
  return [{ metric: "system_tokens_per_s", ...(unknown === 0 ? { value } : { low: value }), n }];
}

const secondsOf = ({ from, to }: SteadyPart): number => (to - from) / 1000;

/** The steady part of what a target was asked, in both languages together. */
export function steadyOf(
  { columns }: AttemptTable,
  groups: readonly Group[],
  find: (starts: Float64Array, ends: Float64Array) => SteadyPart | undefined,
): SteadyPart | undefined {
  const count = groups.reduce((sum, { first, retries }) => sum + first.length + retries.length, 0);
  const [starts, ends] = [new Float64Array(count), new Float64Array(count)];
  let i = 0;
  for (const { first, retries } of groups) {
    for (const rows of [first, retries]) {
      for (const row of rows) {
        starts[i] = columns.started[row] ?? 0;
        ends[i] = (starts[i] ?? 0) + msAt(columns.end, row);
        i++;
      }
    }
  }
  return find(starts, ends);
}
