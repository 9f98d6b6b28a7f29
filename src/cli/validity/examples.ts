import type { Attempt } from "../../domain/attempt.ts";
import { FAULTS, type FaultKind, type Grade } from "../../domain/grade.ts";
import type { FaultExample } from "../../report/validity/facts.ts";
import { answerOf } from "../../run/invalid-answer.ts";
import type { ValidityCases } from "./cases.ts";
import { excerpt } from "./excerpt.ts";

/** Examples of faults, found while answers are graded. */
export type Examples = {
  /** Looks at a graded answer. */
  readonly see: (line: Attempt) => void;
  /** A first answer of each fault that decided one, in each language; in the order of the faults. */
  readonly found: () => readonly FaultExample[];
};

/**
 * Of each fault and language the first in the order of repetitions, cases and targets, so that the same answers give the
 * same examples in whichever order they came.
 */
export function examplesOf({ byName }: Pick<ValidityCases, "byName">): Examples {
  const order = new Map([...byName.keys()].map((name, place) => [name, place]));
  const first = new Map<string, { readonly at: Place; readonly line: Attempt }>();
  return {
    see: (line) => {
      const decided = line["tokenwon.grade"]?.decided;
      const place = order.get(line["tokenwon.case"] ?? "");
      if (decided === undefined || place === undefined || line["tokenwon.follow"] !== undefined) return;
      const at: Place = [repetitionOf(line), place, line["tokenwon.target"]];
      const key = `${FAULTS.indexOf(decided).toString().padStart(2, "0")} ${line["tokenwon.lang"] ?? ""}`;
      const before = first.get(key);
      if (before === undefined || isBefore(at, before.at)) first.set(key, { at, line });
    },
    found: () => [...first].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, { line }]) => exampleOf(line, byName)),
  };
}

type Place = readonly [repetition: number, place: number, target: string];

function isBefore(a: Place, b: Place): boolean {
  const differs = a.findIndex((part, i) => part !== b[i]);
  return differs >= 0 && (a[differs] ?? 0) < (b[differs] ?? 0);
}

/** The last word of a trial's id. */
const repetitionOf = ({ "tokenwon.trial": trial = "" }: Attempt): number => Number(trial.split(" ").at(-1));

function exampleOf(line: Attempt, byName: ValidityCases["byName"]): FaultExample[] {
  const grade = line["tokenwon.grade"];
  const asked = byName.get(line["tokenwon.case"] ?? "");
  if (grade?.decided === undefined || asked === undefined) return [];
  const { task, condition } = asked;
  const path = pathOf(grade, grade.decided, condition.fields === "ko" ? task.names : {});
  return [
    {
      fault: grade.decided,
      target: line["tokenwon.target"],
      task: task.name,
      item: asked.item.id,
      lang: asked.lang,
      condition: condition.name,
      path,
      text: excerpt(answerOf(line), grade.decided, path),
    },
  ];
}

/** With the names that were asked for. */
const pathOf = ({ faults }: Grade, decided: FaultKind, names: Readonly<Record<string, string>>): string | undefined =>
  faults.find(({ kind }) => kind === decided)?.path?.replaceAll(/[^.[\]]+/gu, (step) => names[step] ?? step);
