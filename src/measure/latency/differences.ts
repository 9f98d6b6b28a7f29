import type { Metric } from "../../domain/measurement.ts";
import type { AttemptTable } from "../table/attempt-table.ts";
import type { Confidence, Figure } from "./figure.ts";
import type { Group } from "./groups.ts";
import { pairedDifference } from "./paired.ts";
import { apart, conditionOf, isAnswered, isCached, isCold, nameOf } from "./population.ts";
import { COMPARED, quantityOf } from "./quantities.ts";
import { inputTokens } from "./tokens.ts";

/** A prompt that was asked once in each language: its number, and the rows of its first attempts. */
type Pair = { readonly item: number; readonly ko: number; readonly en: number };

/**
 * Korean − English on the same prompts, and the ratio of their input tokens. Times and speeds are compared where both
 * sides were answered by the same model over connections of the same kind, neither from a cache.
 */
export function differenceFigures(
  table: AttemptTable,
  ko: Group,
  en: Group,
  models: readonly number[],
  confidence: Confidence,
): Figure[] {
  const pairs = pairsOf(table, ko, en);
  const { columns } = table;
  const alike = pairs.filter(
    (pair) =>
      [pair.ko, pair.en].every((row) => isAnswered(table, row) && !isCached(table, row) && !isCold(table, row)) &&
      columns.model[pair.ko] === columns.model[pair.en],
  );
  return [
    ...COMPARED.flatMap((metric) =>
      apart(models).flatMap((model) => {
        const own = model === undefined ? alike : alike.filter((pair) => columns.model[pair.ko] === model);
        return differenceOf(table, own, metric, nameOf(table, model), confidence);
      }),
    ),
    ...tokenRatio(table, pairs),
  ];
}

function differenceOf(
  { columns }: AttemptTable,
  pairs: readonly Pair[],
  metric: Metric,
  served: string | undefined,
  { confidence, resamples, seed }: Confidence,
): Figure[] {
  const of = quantityOf(metric);
  const items: number[] = [];
  const differences: number[] = [];
  for (const { item, ko, en } of pairs) {
    const difference = of(columns, ko) - of(columns, en);
    if (Number.isNaN(difference)) continue;
    items.push(item);
    differences.push(difference);
  }
  const found = pairedDifference(items, differences, { confidence, resamples, seed });
  if (found === undefined) return [];
  const { value, n, items: clusters, interval } = found;
  return [
    {
      metric,
      condition: conditionOf("mean difference", { kind: "", served }),
      value,
      ...(interval === undefined ? {} : { ...interval, confidence }),
      n,
      clusters,
    },
  ];
}

function tokenRatio({ columns }: AttemptTable, pairs: readonly Pair[]): Figure[] {
  let [korean, english, n] = [0, 0, 0];
  for (const { ko, en } of pairs) {
    const [left, right] = [inputTokens(columns, ko), inputTokens(columns, en)];
    if (Number.isNaN(left + right)) continue;
    korean += left;
    english += right;
    n++;
  }
  return n === 0 ? [] : [{ metric: "input_token_ratio", value: korean / english, n }];
}

function pairsOf({ columns, plan }: AttemptTable, ko: Group, en: Group): Pair[] {
  const key = (group: Group, place: number): number =>
    (group.item[place] ?? 0) + MOST_ITEMS * plan.repetitionAt(columns.trial[group.first[place] ?? 0] ?? 0);
  const english = new Map<number, number>();
  en.first.forEach((row, place) => {
    english.set(key(en, place), row);
  });
  const pairs: Pair[] = [];
  ko.first.forEach((row, place) => {
    const other = english.get(key(ko, place));
    if (other !== undefined) pairs.push({ item: ko.item[place] ?? 0, ko: row, en: other });
  });
  return pairs;
}

/** More prompts than any list has, so that a prompt and its repetition make a number of their own. */
const MOST_ITEMS = 1_000_000;
