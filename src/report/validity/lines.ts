import { BASE, type Condition, type Retry } from "../../domain/condition.ts";
import type { FaultKind } from "../../domain/grade.ts";
import { FAULTS } from "../../domain/grade.ts";
import type { Measurement, Metric } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import type { Lang } from "../../domain/prompt.ts";
import { fixed, UNKNOWN } from "../format.ts";
import type { Rows } from "../rows.ts";
import type { ValidityFacts } from "./facts.ts";

/** Where a figure stands: of a target in a language, or of the difference of both, under a condition. */
export type Place = {
  readonly target: string;
  readonly lang: Lang | "ko-en";
  /** A condition, or a way of asking again as in `prompt again`. */
  readonly condition: string;
  /** A task; all of them where left out. */
  readonly task?: string;
};

export const figureOf = (
  rows: Rows,
  { target, lang, condition, task = ALL_DOMAINS }: Place,
  metric: Metric,
): Measurement | undefined => rows.find({ metric, target, tokenizer: undefined, domain: task, lang, condition });

/** A difference of shares, and the p of McNemar's test where its items were asked once. */
export type Difference = { readonly row: Measurement | undefined; readonly p: number | undefined };

export const differenceOf = (rows: Rows, place: Place, metric: Metric): Difference => ({
  row: figureOf(rows, place, metric),
  p: figureOf(rows, place, "mcnemar_p")?.value,
});

/** How many differences are judged, and whether any of them is by McNemar's test. */
export type Judged = { readonly count: number; readonly tested: boolean };

export function judgedOf(differences: readonly Difference[]): Judged {
  const judged = differences.filter(({ row }) => row?.low !== undefined);
  return { count: judged.length, tested: judged.some(({ p }) => p !== undefined) };
}

/** How many first answers were not valid by a fault; undefined where there was no answer. */
export function faultCount(rows: Rows, place: Place, fault: FaultKind): number | undefined {
  const counted = figureOf(rows, { ...place, condition: `${place.condition} ${fault}` }, "json_faults")?.value;
  return counted ?? (figureOf(rows, place, "first_try_valid")?.value === undefined ? undefined : 0);
}

/** Faults that decided any first answer under these conditions, in the order of the ladder. */
export const faultsIn = (rows: Rows, conditions: readonly Condition[]): FaultKind[] => {
  const counted = new Set(
    rows.all.flatMap(({ metric, condition, value = 0 }) => (metric === "json_faults" && value > 0 ? [condition] : [])),
  );
  return FAULTS.filter((fault) => conditions.some(({ name }) => counted.has(`${name} ${fault}`)));
};

/** Conditions that are asked over both languages alike. */
export const crossedOf = ({ conditions }: ValidityFacts): Condition[] =>
  conditions.filter(({ name, mode }) => name === mode);

/** Conditions that differ from the base, which there must be. */
export const changedOf = ({ conditions }: ValidityFacts): Condition[] =>
  conditions.some(({ name }) => name === BASE.name) ? conditions.filter(({ name }) => name !== BASE.name) : [];

/** Languages of the run that a condition is asked over. */
export const langsUnder = ({ langs }: ValidityFacts, condition: Condition): Lang[] =>
  langs.filter((lang) => condition.langs.includes(lang));

/** Targets of which something was graded, and those without. */
export function gradedOf(rows: Rows, { targets }: ValidityFacts): { graded: string[]; without: string[] } {
  const seen = new Set(
    rows.all.flatMap(({ metric, value, target }) =>
      metric === "first_try_valid" && value !== undefined ? (target ?? []) : [],
    ),
  );
  const names = targets.map(({ target }) => target);
  return { graded: names.filter((name) => seen.has(name)), without: names.filter((name) => !seen.has(name)) };
}

/** Policies of the base condition: none, and each way of asking again that was gone. */
export type Policy = "none" | Retry;
export const policiesOf = ({ conditions, retries }: ValidityFacts): Policy[] =>
  conditions.some(({ name }) => name === BASE.name) ? ["none", ...retries] : [];
export const policyName = (policy: Policy): string => (policy === "none" ? BASE.name : `${BASE.name} ${policy}`);

/** Trials, and the items that they repeat. */
export const countsOf = (row: Measurement | undefined): string =>
  row?.n === undefined
    ? UNKNOWN
    : row.clusters === undefined
      ? fixed(row.n, 0)
      : `${fixed(row.n, 0)} (${fixed(row.clusters, 0)})`;
