import type { Attempt } from "../../domain/attempt.ts";
import { BASE, CONDITIONS, RETRIES, type Retry } from "../../domain/condition.ts";
import { UserError } from "../../domain/error.ts";
import type { Lang } from "../../domain/prompt.ts";
import { didYouMean } from "../../domain/suggest.ts";
import type { ValiditySuite } from "../../domain/suite.ts";
import type { Task } from "../../domain/task.ts";
import { gradeAnswer } from "../../grade/grade.ts";
import type { Case } from "../../plan/case.ts";
import type { FollowPlan } from "../../plan/follows.ts";
import { afterFailure } from "../../plan/json/message.ts";
import { instructionLang, taskQuestion } from "../../plan/json/question.ts";
import { answerOf } from "../../run/invalid-answer.ts";
import type { CaseFlags, SuiteCases } from "../asking/suite-cases.ts";
import { knownAnswers } from "../simulate/known.ts";
import { type LoadedTask, loadTasks } from "../tasks/load.ts";
import { nameOf, pairOf, type ValidityCase } from "./case-name.ts";
import { refuseSchemas } from "./refuse-schemas.ts";
import { sampled } from "./sample.ts";

/** What the suite asks, with all that is known of it. */
export type ValidityCases = SuiteCases & {
  readonly graded: NonNullable<SuiteCases["graded"]>;
  readonly tasks: readonly LoadedTask[];
  /** Items of the tasks, asked or not. */
  readonly itemsThere: number;
  readonly byName: ReadonlyMap<string, ValidityCase>;
};

/** Every item of the tasks, or the sample of the suite, under every condition. */
export async function validityCases(
  suite: ValiditySuite,
  { domain, full, langs }: Omit<CaseFlags, "lang"> & { readonly langs: readonly Lang[] },
  root: string,
): Promise<ValidityCases> {
  const all = await loadTasks(root, chosen(suite, domain));
  const tasks = full === true ? all : sampled(all, suite.items);
  const cases = tasks.flatMap((one) => casesOf(one, langs));
  const byName = new Map(cases.map((one) => [nameOf(one), one]));
  return {
    get content() {
      return cases.map((one) => [nameOf(one), questionOf(one, suite)]);
    },
    cases: cases.map((one) => asCase(one, suite)),
    repeat: suite.repeat,
    followed: (targets) => followed(suite, byName, targets),
    graded: (line) => graded(line, byName),
    known: () => knownAnswers(all),
    refuse: (targets) => {
      refuseSchemas(tasks, targets);
    },
    tasks,
    itemsThere: all.reduce((sum, { items }) => sum + items.length, 0),
    byName,
  };
}

/** Conditions outermost within an item, and its two languages beside each other. */
const casesOf = ({ task, items }: LoadedTask, langs: readonly Lang[]): ValidityCase[] =>
  items.flatMap((item) =>
    CONDITIONS.flatMap((condition) =>
      langs.flatMap((lang) => (condition.langs.includes(lang) ? [{ task, item, condition, lang }] : [])),
    ),
  );

const questionOf = ({ task, item, condition, lang }: ValidityCase, suite: ValiditySuite): Case["question"] =>
  taskQuestion({ task, text: item[lang].text, lang, condition, maxOutputTokens: suite.max_output_tokens });

const asCase = (one: ValidityCase, suite: ValiditySuite): Case => ({
  name: nameOf(one),
  pair: pairOf(one),
  lang: one.lang,
  get question() {
    return questionOf(one, suite);
  },
});

function chosen({ name, tasks }: ValiditySuite, domain: readonly string[]): readonly string[] {
  const strange = domain.find((task) => !tasks.includes(task));
  if (strange === undefined) return domain.length === 0 ? tasks : tasks.filter((task) => domain.includes(task));
  const meant = didYouMean(strange, tasks);
  throw new UserError(
    "usage",
    `The suite ${name} has no task "${strange}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    { fix: `Its tasks: ${tasks.join(", ")}.` },
  );
}

/** The next of the targets, and the first one after the last; undefined where there is one alone. */
export function otherOf(targets: readonly string[], target: string): string | undefined {
  const other = targets[(targets.indexOf(target) + 1) % targets.length];
  return other === target ? undefined : other;
}

/** Ways of asking again that so many targets allow. */
export const waysFor = (targets: readonly string[]): readonly Retry[] =>
  RETRIES.filter((way) => way !== "other" || targets.length > 1);

const followed = (
  suite: ValiditySuite,
  byName: ReadonlyMap<string, ValidityCase>,
  targets: readonly string[],
): FollowPlan => ({
  ways: waysFor(targets),
  answers: suite.answers,
  isFollowed: (name) => byName.get(name)?.condition === BASE,
  targetOf: (way, target) => (way === "other" ? (otherOf(targets, target) ?? target) : target),
  questionOf: (way, { case: name, lang, question }, answers) => {
    if (way !== "message") return question;
    const { task, condition } = known(byName, name);
    const names: Task["names"] = condition.fields === "ko" ? task.names : {};
    return afterFailure({ question, answers, lang: instructionLang(lang, condition), names });
  },
});

/** An answer with its grade; an attempt that failed has none, nor has one of a case that is not there. */
function graded(line: Attempt, byName: ReadonlyMap<string, ValidityCase>): Attempt {
  const one = byName.get(line["tokenwon.case"] ?? "");
  if (one === undefined || line["tokenwon.failure"] !== undefined) return line;
  const { task, item, condition, lang } = one;
  const answer = { text: answerOf(line), finish: line["tokenwon.finish"] };
  const { tolerance } = item;
  const asked = { task, expected: item[lang].expected, fields: condition.fields, ...(tolerance && { tolerance }) };
  return { ...line, "tokenwon.grade": gradeAnswer(answer, asked) };
}

function known(byName: ReadonlyMap<string, ValidityCase>, name: string): ValidityCase {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`there is no case ${name}`);
  return found;
}
