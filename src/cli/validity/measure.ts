import { CONDITIONS } from "../../domain/condition.ts";
import type { Measurement } from "../../domain/measurement.ts";
import { LANGS } from "../../domain/prompt.ts";
import type { AskedTrial } from "../../measure/validity/asked.ts";
import type { ValidityFacts } from "../../report/validity/facts.ts";
import { usdBy } from "../asking/price.ts";
import { daysOf, gradeOf, originOf } from "../latency/origin.ts";
import { askedTrials } from "./asked-trials.ts";
import { otherOf, waysFor } from "./cases.ts";
import type { ValidityInput } from "./input.ts";
import { validityRows } from "./rows.ts";

export type ValidityResult = { readonly rows: readonly Measurement[]; readonly facts: ValidityFacts };

/** A model that is sold today and costs little: what the report names for a first live run. */
const FIRST_LIVE = "openai/gpt-6-luna";

/** Rows and facts of a run, from its plan and its log alone: the same log gives the same bytes. */
export function measureValidity(input: ValidityInput): ValidityResult {
  const { attempts, trials, cases, book, day } = input;
  const asked = askedTrials(attempts, trials, { byName: cases.byName, usdOf: usdBy(book, day) });
  return { rows: validityRows(asked, input), facts: factsOf(asked, input) };
}

function factsOf(asked: readonly AskedTrial[], input: ValidityInput): ValidityFacts {
  const { suite, trials, attempts, cases, book, day, run, command, log, recordings } = input;
  const origin = originOf(attempts, attempts.columns.trial.subarray(0, attempts.length).keys());
  const items = new Map(cases.tasks.map(({ task }) => [task.name, new Set<string>()]));
  for (const { task, item } of asked) items.get(task)?.add(item);
  const count = [...items.values()].reduce((sum, own) => sum + own.size, 0);
  const conditions = new Set(asked.map(({ condition }) => condition));
  return {
    targets: trials.targets.map((target) => {
      const own = asked.filter((trial) => trial.target === target);
      return { target, asked: own.length > 0, answered: own.some(({ first }) => first !== undefined) };
    }),
    langs: LANGS.filter((lang) => trials.langs.includes(lang)),
    prompts: count,
    planned: trials.length,
    asked: asked.length,
    grade: gradeOf(origin),
    days: daysOf(origin),
    profiles: suite.profiles,
    tasks: cases.tasks.flatMap(({ task: { name, title, level } }) => {
      const own = items.get(name)?.size ?? 0;
      return own === 0 ? [] : [{ name, title, level, items: own }];
    }),
    conditions: CONDITIONS.filter(({ name }) => conditions.has(name)),
    retries: waysFor(trials.targets),
    others: new Map(
      trials.targets.flatMap((target) => {
        const other = otherOf(trials.targets, target);
        return other === undefined ? [] : [[target, other] as const];
      }),
    ),
    answers: suite.answers,
    repetitions: trials.length === 0 ? 0 : trials.repetitionAt(trials.length - 1),
    cut: trials.perRepetition < cases.byName.size * trials.targets.length || trials.length % trials.perRepetition > 0,
    full: count === cases.itemsThere,
    itemsThere: cases.itemsThere,
    examples: input.examples,
    published: input.published,
    book: book.name,
    day,
    log,
    recordings,
    run,
    command,
    liveCommand: `npm run eval -- --suite ${suite.name} --mode live --target ${FIRST_LIVE} --budget-usd 3`,
  };
}
