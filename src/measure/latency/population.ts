import type { AttemptTable } from "../table/attempt-table.ts";
import type { Group } from "./groups.ts";

/** Answers that may be timed together: of one served model, over one kind of connection, all from a cache or none. */
export type Population = {
  /** What is added to the name of a percentile: `cold`, `cached`, or nothing. */
  readonly kind: "" | "cold" | "cached";
  /** The served model, where a target was served by several; its code in the table. */
  readonly served: string | undefined;
  readonly model: number | undefined;
  readonly rows: Uint32Array;
  readonly items: Uint32Array;
};

/** A first attempt that was answered: it did not fail, and there is visible text. */
export const isAnswered = ({ columns }: AttemptTable, row: number): boolean =>
  columns.failure[row] === 0 && columns.head[row] !== 0;

/** Part of the prompt came from the vendor's cache. */
export const isCached = ({ columns }: AttemptTable, row: number): boolean => (columns.cache_read[row] ?? 0) > 0;

/** A connection was opened for it: its times hold that of the handshake. */
export const isCold = ({ columns }: AttemptTable, row: number): boolean => columns.connection[row] === 1;

/** Models that answered first or last attempts of a target, by their own word, in the order in which they came up. */
export function servedBy(table: AttemptTable, groups: readonly Group[]): number[] {
  const codes = new Set<number>();
  for (const { first, last } of groups) {
    for (const rows of [first, last]) {
      for (const row of rows) {
        const code = table.columns.model[row] ?? 0;
        if (code !== 0 && isAnswered(table, row)) codes.add(code);
      }
    }
  }
  return [...codes];
}

/**
 * The answers of a group, apart by what makes their times different. A target that was served by more than one model has
 * no figure over all of them: they are not one model.
 * @param models those that served the target, in both languages
 */
export function populationsOf(table: AttemptTable, group: Group, models: readonly number[]): Population[] {
  return apart(models).flatMap((model) =>
    (["", "cold", "cached"] as const).flatMap((kind): Population[] => {
      const places = group.first.reduce<number[]>((found, row, place) => {
        const fits = isAnswered(table, row) && (model === undefined || table.columns.model[row] === model);
        if (fits && kindOf(table, row) === kind) found.push(place);
        return found;
      }, []);
      if (places.length === 0) return [];
      const served = nameOf(table, model);
      return [
        {
          kind,
          served,
          model,
          rows: Uint32Array.from(places, (place) => group.first[place] ?? 0),
          items: Uint32Array.from(places, (place) => group.item[place] ?? 0),
        },
      ];
    }),
  );
}

const kindOf = (table: AttemptTable, row: number): Population["kind"] =>
  isCached(table, row) ? "cached" : isCold(table, row) ? "cold" : "";

/** `p50`, `p50 cold`, `p50 served gpt-4o-2024-11-20`. */
export const conditionOf = (name: string, { kind, served }: Pick<Population, "kind" | "served">): string =>
  [name, kind, served === undefined ? "" : `served ${served}`].filter((word) => word !== "").join(" ");

/** The models one by one, with those that named none; undefined for all at once where there is one. */
export const apart = (models: readonly number[]): readonly (number | undefined)[] =>
  models.length > 1 ? [...models, 0] : [undefined];

export const nameOf = ({ models }: AttemptTable, model: number | undefined): string | undefined =>
  model === undefined ? undefined : (models.value(model) ?? "no model named");
