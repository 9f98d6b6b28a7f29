import type { AttemptTable } from "../table/attempt-table.ts";
import type { Figure } from "./figure.ts";
import type { Group } from "./groups.ts";
import { type Percentile, percentiles, percentilesOf } from "./percentiles.ts";
import { apart, conditionOf, nameOf, type Population, populationsOf } from "./population.ts";
import { type Of, SPEEDS, TIMES } from "./quantities.ts";

/** The long end of times, the low end of speeds. */
const TIME_QUANTILES = [0.5, 0.9, 0.95, 0.99];
const SPEED_QUANTILES = [0.1, 0.5, 0.9];

/**
 * Percentiles of the first attempts that were answered, with their intervals: of warm and uncached ones every quantity,
 * of others the TTFT alone.
 * @param models those that served the target
 */
export function timeFigures(
  table: AttemptTable,
  group: Group,
  models: readonly number[],
  confidence: number,
): Figure[] {
  const populations = populationsOf(table, group, models);
  const plain = populations.filter(({ kind }) => kind === "");
  const of = (population: Population, [metric, quantity]: (typeof TIMES)[number], quantiles: readonly number[]) => {
    const { values, items } = valuesOf(table, population, quantity);
    return percentiles(values, quantiles, confidence).map((found) => ({
      metric,
      ...figureOf(found, population, confidence),
      clusters: items,
    }));
  };
  const [ttft] = TIMES;
  return [
    ...TIMES.flatMap((time) => plain.flatMap((population) => of(population, time, TIME_QUANTILES))),
    ...plain.flatMap((population) => gapFigures(table, group, population)),
    ...SPEEDS.flatMap((speed) => plain.flatMap((population) => of(population, speed, SPEED_QUANTILES))),
    ...populations
      .filter(({ kind }) => kind !== "")
      .flatMap((population) => (ttft === undefined ? [] : of(population, ttft, TIME_QUANTILES))),
  ];
}

/** Values in ascending order, and how many prompts they are of. */
function valuesOf(
  { columns }: AttemptTable,
  { rows, items }: Population,
  of: Of,
): { readonly values: Float64Array; readonly items: number } {
  const values = new Float64Array(rows.length);
  const seen = new Set<number>();
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = of(columns, rows[i] ?? 0);
    if (Number.isNaN(value)) continue;
    values[n++] = value;
    seen.add(items[i] ?? 0);
  }
  return { values: values.subarray(0, n).sort(), items: seen.size };
}

/** All gaps of a target in a language, whichever attempt they are of; without an interval, since those of one stream are alike. */
function gapFigures(table: AttemptTable, { target, lang }: Group, population: Population): Figure[] {
  return percentilesOf(table.gapsOf(target, lang, population.model), TIME_QUANTILES).map((found) => ({
    metric: "icl_ms",
    ...figureOf(found, population),
  }));
}

const figureOf = (
  { name, value, n, low, high }: Percentile,
  population: Pick<Population, "kind" | "served">,
  confidence?: number,
): Omit<Figure, "metric"> => ({
  condition: conditionOf(name, population),
  value,
  ...(low === undefined || high === undefined || confidence === undefined ? {} : { low, high, confidence }),
  n,
});

/** Percentiles of the whole way from due to the first output, of every trial that was answered in the end. */
export function responseFigures(
  table: AttemptTable,
  { response, last, item }: Group,
  models: readonly number[],
  confidence: number,
): Figure[] {
  return apart(models).flatMap((model) => {
    const items = new Set<number>();
    const own = response.filter((ms, place) => {
      const isOwn = !Number.isNaN(ms) && (model === undefined || table.columns.model[last[place] ?? 0] === model);
      if (isOwn) items.add(item[place] ?? 0);
      return isOwn;
    });
    const population = { kind: "", served: nameOf(table, model) } as const;
    return percentiles(own.sort(), TIME_QUANTILES, confidence).map((found) => ({
      metric: "response_ms",
      ...figureOf(found, population, confidence),
      clusters: items.size,
    }));
  });
}
