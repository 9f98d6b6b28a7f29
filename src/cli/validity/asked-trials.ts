import type { Retry } from "../../domain/condition.ts";
import { outputTokens, promptTokens } from "../../domain/usage.ts";
import { isToldWhole, type UsdOf } from "../../measure/spent.ts";
import type { AttemptTable } from "../../measure/table/attempt-table.ts";
import { gradeAt } from "../../measure/table/graded.ts";
import { toldUsage } from "../../measure/told.ts";
import type { Answered, AskedTrial } from "../../measure/validity/asked.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import type { ValidityCase } from "./case-name.ts";

/** Every trial that was asked, in the order of the plan, with its first answer and those after it. */
export function askedTrials(
  attempts: AttemptTable,
  plan: TrialPlan,
  { byName, usdOf }: { readonly byName: ReadonlyMap<string, ValidityCase>; readonly usdOf: UsdOf },
): AskedTrial[] {
  const rows = answerRows(attempts, plan);
  const answerAt = (place: number): Answered | undefined => {
    const row = rows.answer[place] ?? NONE;
    return row === NONE ? undefined : answered(attempts, row, usdOf);
  };
  const trials: AskedTrial[] = [];
  for (let index = 0; index < plan.length; index++) {
    const found = byName.get(plan.caseAt(index));
    if (rows.asked[index] !== 1 || found === undefined) continue;
    const { task, item, lang, condition } = found;
    const first = answerAt(index);
    trials.push({
      target: plan.targetAt(index),
      task: task.name,
      item: item.id,
      lang,
      condition: condition.name,
      first,
      after: first === undefined || first.valid ? {} : afterOf(index, plan, answerAt),
    });
  }
  return trials;
}

const NONE = -1;

/** The row of the answer at each place, and whether anything was asked there. */
function answerRows(
  { columns, length }: AttemptTable,
  plan: TrialPlan,
): { readonly answer: Int32Array; readonly asked: Uint8Array } {
  const places = plan.follows?.places ?? plan.length;
  const answer = new Int32Array(places).fill(NONE);
  const asked = new Uint8Array(places);
  for (let row = 0; row < length; row++) {
    const place = columns.trial[row] ?? 0;
    asked[place] = 1;
    if (columns.failure[row] === 0) answer[place] = row;
  }
  return { answer, asked };
}

/** Answers by each way until one is valid; undefined where one that was due never came. */
function afterOf(
  trial: number,
  { follows }: TrialPlan,
  answerAt: (place: number) => Answered | undefined,
): AskedTrial["after"] {
  const ways = follows?.waysOf(trial) ?? [];
  return Object.fromEntries(
    ways.map((places, i) => {
      const answers: Answered[] = [];
      for (const place of places) {
        const answer = answerAt(place);
        if (answer === undefined) return [follows?.ways[i], undefined];
        answers.push(answer);
        if (answer.valid) break;
      }
      return [follows?.ways[i], answers];
    }),
  ) as Partial<Record<Retry, Answered[] | undefined>>;
}

function answered(attempts: AttemptTable, row: number, usdOf: UsdOf): Answered | undefined {
  const grade = gradeAt(attempts.columns, row);
  if (grade === undefined) return undefined;
  const attempt = attempts.at(row);
  const usage = isToldWhole(attempt) ? toldUsage(attempt) : undefined;
  return {
    ...grade,
    tokens: usage === undefined ? undefined : promptTokens(usage) + outputTokens(usage),
    usd: usage === undefined ? undefined : usdOf(attempt),
  };
}
