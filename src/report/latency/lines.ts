import type { Measurement, Metric } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import type { Lang } from "../../domain/prompt.ts";
import { UNKNOWN } from "../format.ts";
import type { Rows } from "../rows.ts";
import type { LatencyFacts } from "./facts.ts";

/** A line of a table: a target in one language, and of one model alone where several served it during the run. */
export type Line = {
  readonly target: string;
  readonly lang: Lang;
  readonly served: string | undefined;
  /** True for the first line of the target in this language: counts stand there alone. */
  readonly first: boolean;
};

const SERVED = /^p50 served (.+)$/;

/** Every target of the plan in every language of the run. */
export function linesOf(rows: Rows, { targets, langs }: LatencyFacts): Line[] {
  return targets.flatMap(({ target }) => {
    const own = rows.all.filter((row) => row.target === target);
    return langs.flatMap((lang) =>
      modelsOf(own.filter((row) => row.lang === lang)).map((served, i) => ({ target, lang, served, first: i === 0 })),
    );
  });
}

/** Models whose times stand apart; undefined is all of them together, which there is where one model served all. */
function modelsOf(own: readonly Measurement[]): (string | undefined)[] {
  const models = [...new Set(own.flatMap(({ condition = "" }) => SERVED.exec(condition)?.[1] ?? []))];
  return models.length === 0 || own.some(({ condition }) => condition === "p50") ? [undefined, ...models] : models;
}

/** A time or speed of a line, as in `p50`. */
export const timeOf = (rows: Rows, line: Line, metric: Metric, condition: string): Measurement | undefined =>
  countOf(rows, line, metric, line.served === undefined ? condition : `${condition} served ${line.served}`);

/** Figures per token, marked where streams were coarse: they are too fast then. */
export const perToken = (rows: Rows, line: Line, written: string): string =>
  written !== UNKNOWN && (countOf(rows, line, "coarse_streams")?.value ?? 0) > 0 ? `${written}†` : written;

/** Whether any figure of the lines is marked. */
export const hasCoarse = (rows: Rows, lines: readonly Line[]): boolean =>
  lines.some((line) => (countOf(rows, line, "coarse_streams")?.value ?? 0) > 0);

/** A count or rate of a target in one language; without a condition, that of all. */
export const countOf = (
  rows: Rows,
  { target, lang }: Pick<Line, "target" | "lang">,
  metric: Metric,
  condition?: string,
): Measurement | undefined => rows.find({ metric, target, domain: ALL_DOMAINS, lang, condition });
