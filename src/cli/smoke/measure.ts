import { weakest } from "../../domain/evidence.ts";
import type { Measurement } from "../../domain/measurement.ts";
import { LANGS } from "../../domain/prompt.ts";
import { type AskedTrial, askedTrials } from "../../measure/asked.ts";
import { answered } from "../../measure/ending.ts";
import type { SmokeFacts } from "../../report/smoke/facts.ts";
import { daysOf } from "../asking/source.ts";
import type { SmokeInput } from "./input.ts";
import { smokeRows } from "./rows.ts";

export type SmokeResult = { readonly rows: readonly Measurement[]; readonly facts: SmokeFacts };

/** A model that is sold today and costs little: what the report names for a first live run. */
const FIRST_LIVE = "openai/gpt-6-luna";

/** Rows and facts of a run, from its plan and its log alone: the same log gives the same bytes. */
export function measureSmoke(input: SmokeInput): SmokeResult {
  const asked = askedTrials(input.trials, input.attempts);
  return { rows: smokeRows(asked, input), facts: factsOf(asked, input) };
}

function factsOf(asked: readonly AskedTrial[], input: SmokeInput): SmokeFacts {
  const { suite, trials, book, day, run, command, log, recordings } = input;
  // What was broken off is paid for, and says nothing.
  const attempts = asked.flatMap(({ first, retries }) => [first, ...retries]);
  const measured = attempts.filter((attempt) => attempt["tokenwon.evidence"] !== "simulated");
  const answering = new Set(asked.flatMap(({ trial, first }) => (answered(first) ? [trial.target] : [])));
  return {
    targets: trials.targets.map((target) => ({
      target,
      asked: asked.some(({ trial }) => trial.target === target),
      answered: answering.has(target),
    })),
    langs: LANGS.filter((lang) => trials.langs.includes(lang)),
    prompts: trials.pairs,
    planned: trials.length,
    asked: asked.length,
    grade: gradeOf(attempts),
    days: measured.length === 0 ? undefined : daysOf(measured),
    profiles: suite.profiles,
    failures: asked.flatMap(({ trial, first, last, retries }) => {
      const failure = first["tokenwon.failure"];
      if (failure === undefined) return [];
      return [
        {
          trial: trial.id,
          kind: failure.kind,
          status: failure.status,
          message: failure.message,
          attempts: 1 + retries.length,
          resolved: last["tokenwon.failure"] === undefined,
        },
      ];
    }),
    book: book.name,
    day,
    log,
    recordings,
    run,
    command,
    liveCommand: `npm run eval -- --suite ${suite.name} --mode live --target ${FIRST_LIVE}`,
  };
}

function gradeOf(attempts: readonly AskedTrial["first"][]): SmokeFacts["grade"] {
  const grades = attempts.map((attempt) => attempt["tokenwon.evidence"]);
  const [first, ...others] = grades;
  if (first === undefined) return undefined;
  const weak = weakest(first, ...others);
  const found = grades.find((grade) => grade === weak) ?? first;
  return { evidence: found, attempts: grades.filter((grade) => grade === found).length, of: grades.length };
}
