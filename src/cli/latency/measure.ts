import type { Measurement } from "../../domain/measurement.ts";
import { LANGS } from "../../domain/prompt.ts";
import { type Group, groupsOf } from "../../measure/latency/groups.ts";
import { clientHealth, lateAttempts } from "../../measure/latency/health.ts";
import { isAnswered, servedBy } from "../../measure/latency/population.ts";
import { msAt } from "../../measure/table/columns.ts";
import type { LatencyFacts } from "../../report/latency/facts.ts";
import { curvesOf } from "./curves.ts";
import type { LatencyInput } from "./input.ts";
import { daysOf, gradeOf, originOf } from "./origin.ts";
import { latencyRows, rowsOf } from "./rows.ts";
import { timelineOf } from "./timeline.ts";

export type LatencyResult = { readonly rows: readonly Measurement[]; readonly facts: LatencyFacts };

/** A model that is sold today and costs little: what the report names for a first live run. */
const FIRST_LIVE = "openai/gpt-6-luna";

/** Rows and facts of a run, from its plan and its log alone: the same log gives the same bytes. */
export function measureLatency(input: LatencyInput): LatencyResult {
  const groups = groupsOf(input.attempts, input.trials);
  const late = input.health.length === 0 ? undefined : lateRows(input);
  return { rows: latencyRows(groups, late, input), facts: factsOf(groups, late, input) };
}

function lateRows({ attempts: { columns, length }, health }: LatencyInput): Uint8Array {
  const starts = columns.started.subarray(0, length);
  const ends = starts.map((start, row) => start + msAt(columns.end, row));
  return lateAttempts(health, { starts, ends, processes: columns.process });
}

function factsOf(groups: readonly Group[], late: Uint8Array | undefined, input: LatencyInput): LatencyFacts {
  const { suite, trials, attempts, book, day, run, command, log, recordings } = input;
  const origin = originOf(attempts, rowsOf(groups));
  const asked = groups.reduce((sum, { first }) => sum + first.length, 0);
  const lateTrials = groups.reduce(
    (sum, { first }) => sum + first.reduce((all, row) => all + (late?.[row] ?? 0), 0),
    0,
  );
  return {
    targets: trials.targets.map((target) => {
      const own = groups.filter((group) => group.target === target);
      return {
        target,
        asked: own.length > 0,
        answered: own.some(({ first }) => first.some((row) => isAnswered(attempts, row))),
        served: servedBy(attempts, own).map((code) => attempts.models.value(code) ?? ""),
      };
    }),
    langs: LANGS.filter((lang) => trials.langs.includes(lang)),
    prompts: trials.pairs,
    planned: trials.length,
    asked,
    grade: gradeOf(origin),
    days: daysOf(origin),
    profiles: suite.profiles,
    load: input.load,
    nonce: suite.nonce,
    slos: suite.slos,
    curves: curvesOf(attempts, groups),
    timeline: timelineOf(attempts, groups),
    health: clientHealth(input.health, { lateTrials, trials: asked }),
    calibration: input.calibration,
    published: input.published,
    limitedRecordings: input.limitedRecordings,
    resamples: suite.resamples,
    seed: input.seed,
    book: book.name,
    day,
    log,
    recordings,
    run,
    command,
    liveCommand: `npm run eval -- --suite ${suite.name} --mode live --target ${FIRST_LIVE} --budget-usd 1`,
  };
}
