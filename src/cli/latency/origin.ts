import { type Evidence, weakest } from "../../domain/evidence.ts";
import type { AttemptTable } from "../../measure/table/attempt-table.ts";
import { GRADES } from "../../measure/table/columns.ts";

/** Who answered a set of attempts: how many of each grade, on which days, which models by their own word. */
export type Origin = {
  readonly attempts: number;
  readonly grades: ReadonlyMap<(typeof GRADES)[number], OfGrade>;
};

type OfGrade = {
  readonly attempts: number;
  readonly from: number;
  readonly to: number;
  readonly models: ReadonlySet<number>;
};

export function originOf({ columns }: AttemptTable, rows: Iterable<number>): Origin {
  const grades = new Map<
    (typeof GRADES)[number],
    OfGrade & { attempts: number; from: number; to: number; models: Set<number> }
  >();
  let attempts = 0;
  for (const row of rows) {
    attempts++;
    const grade = GRADES[columns.evidence[row] ?? 0] ?? "simulated";
    let own = grades.get(grade);
    if (own === undefined) {
      own = { attempts: 0, from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY, models: new Set() };
      grades.set(grade, own);
    }
    const started = columns.started[row] ?? 0;
    own.attempts++;
    own.from = Math.min(own.from, started);
    own.to = Math.max(own.to, started);
    if (columns.model[row] !== 0) own.models.add(columns.model[row] ?? 0);
  }
  return { attempts, grades };
}

/** The weakest grade of them, and how many have it; undefined of none. */
export function gradeOf({
  grades,
  attempts,
}: Origin): { evidence: (typeof GRADES)[number]; attempts: number; of: number } | undefined {
  const [first, ...others] = [...grades.keys()];
  if (first === undefined) return undefined;
  const weak: Evidence = weakest(first, ...others);
  const found = GRADES.find((grade) => grade === weak) ?? first;
  return { evidence: found, attempts: grades.get(found)?.attempts ?? 0, of: attempts };
}

/** The column `source`: days and served models of what a provider answered, of simulated attempts the profile alone. */
export function sourceOf({ grades }: Origin, { models }: Pick<AttemptTable, "models">, profiles: string): string {
  const measured = (["live", "recorded"] as const).flatMap((grade) => {
    const own = grades.get(grade);
    if (own === undefined) return [];
    const names = [...own.models].flatMap((code) => models.value(code) ?? []).sort();
    return [`${grade} ${daysText(own)}${names.length === 0 ? "" : `, served by ${names.join(", ")}`}`];
  });
  return [...measured, ...(grades.has("simulated") ? [`simulated by profile ${profiles}`] : [])].join("; ");
}

/** Days of what a provider answered; undefined where none did. */
export function daysOf({ grades }: Origin): string | undefined {
  const measured = (["live", "recorded"] as const).flatMap((grade) => grades.get(grade) ?? []);
  if (measured.length === 0) return undefined;
  return daysText({
    from: Math.min(...measured.map(({ from }) => from)),
    to: Math.max(...measured.map(({ to }) => to)),
  });
}

/** `2026-11-25`, or the first and last of several: days in UTC. */
function daysText({ from, to }: { readonly from: number; readonly to: number }): string {
  const [first, last] = [dayOf(from), dayOf(to)];
  return first === last ? first : `${first}–${last}`;
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
