import { FAILURE_KINDS } from "../domain/failure.ts";
import { FINISH_REASONS } from "../domain/finish.ts";
import type { Metric } from "../domain/measurement.ts";
import { LANGS } from "../domain/prompt.ts";
import { outputTokens, promptTokens, type Usage } from "../domain/usage.ts";
import type { AskedTrial } from "./asked.ts";
import { charsPerSecond } from "./chars-per-second.ts";
import { answered, type Ending, endingOf } from "./ending.ts";
import { inputRatio } from "./input-ratio.ts";
import { quantile } from "./quantile.ts";
import type { Seen } from "./seen.ts";
import { spentOn, type UsdOf } from "./spent.ts";
import { sumOf, type Told, tellsInput, tellsOutput, toldOf } from "./told.ts";
import { wilson } from "./wilson.ts";

/** A figure of one target in one language, or of both sides of its pairs. */
export type SmokeFigure = {
  readonly metric: Metric;
  readonly target: string;
  readonly lang: "ko" | "en" | "ko-en";
  readonly condition?: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly confidence?: number;
  readonly n?: number;
  /** What it was computed from: its grade is that of the weakest. */
  readonly from: readonly Seen[];
};

type Options = {
  readonly usdOf: UsdOf;
  /** As in 0.95. */
  readonly confidence: number;
};

/** Fewest trials whose share of failures has an interval. */
const LEAST_FOR_INTERVAL = 20;

const ENDINGS: readonly Ending[] = [...FINISH_REASONS, "empty"];

/** Figures of every target in the order in which it was first asked; what nothing is known of is left out. */
export function smokeFigures(asked: readonly AskedTrial[], options: Options): SmokeFigure[] {
  const targets = [...new Set(asked.map(({ trial }) => trial.target))];
  return targets.flatMap((target) => {
    const own = asked.filter(({ trial }) => trial.target === target);
    return [
      ...LANGS.flatMap((lang) =>
        sideFigures(
          own.filter(({ trial }) => trial.lang === lang),
          options,
        ).map((figure) => ({ ...figure, target, lang })),
      ),
      ...ratio(own).map((figure) => ({ ...figure, target, lang: "ko-en" as const })),
    ];
  });
}

function ratio(asked: readonly AskedTrial[]): Figure[] {
  const found = inputRatio(asked);
  return found === undefined ? [] : [{ metric: "input_token_ratio", ...found }];
}

type Figure = Omit<SmokeFigure, "target" | "lang">;

function sideFigures(asked: readonly AskedTrial[], { usdOf, confidence }: Options): Figure[] {
  if (asked.length === 0) return [];
  const n = asked.length;
  const from = asked.map(({ first }) => first);
  const failed = from.filter((attempt) => attempt["tokenwon.failure"] !== undefined);
  const interval = n < LEAST_FOR_INTERVAL ? undefined : wilson(failed.length, n, confidence);
  const told = toldOf(from);
  return [
    { metric: "trials", value: n, from },
    ...counts(from, "endings", ENDINGS, endingOf),
    ...counts(from, "failures", FAILURE_KINDS, (attempt) => attempt["tokenwon.failure"]?.kind),
    {
      metric: "attempt_failure",
      value: failed.length / n,
      n,
      ...(interval === undefined ? {} : { ...interval, confidence }),
      from,
    },
    ...again(asked),
    ...counted("cached_trials", from, cached),
    ...median(
      from.filter((attempt) => !cached(attempt)),
      "ttft_ms",
      (attempt) => attempt["tokenwon.ttft_ms"],
    ),
    ...median(from.filter(cached), "ttft_ms", (attempt) => attempt["tokenwon.ttft_ms"], "p50 cached"),
    ...median(from, "e2e_ms", (attempt) => attempt["tokenwon.e2e_ms"]),
    ...median(from, "chars_per_s", charsPerSecond),
    ...mean(
      told.filter(({ usage }) => tellsInput(usage)),
      "input_tokens",
      promptTokens,
    ),
    // What broke off has only part of its answer.
    ...mean(
      told.filter(({ attempt, usage }) => answered(attempt) && tellsOutput(usage)),
      "output_tokens",
      outputTokens,
    ),
    ...spent(
      asked.flatMap(({ attempts }) => attempts),
      usdOf,
    ),
  ];
}

/** One count for every name that came up. */
function counts<Name extends string>(
  from: readonly Seen[],
  metric: Metric,
  names: readonly Name[],
  nameOf: (attempt: Seen) => Name | undefined,
): Figure[] {
  return names.flatMap((name): Figure[] => {
    const value = from.filter((attempt) => nameOf(attempt) === name).length;
    return value === 0 ? [] : [{ metric, condition: name, value, n: from.length, from }];
  });
}

/** A count where there is any. */
function counted(metric: Metric, from: readonly Seen[], wanted: (attempt: Seen) => boolean): Figure[] {
  const value = from.filter(wanted).length;
  return value === 0 ? [] : [{ metric, value, n: from.length, from }];
}

/** What was asked again, what came of it, and the waiting that is no latency. */
function again(asked: readonly AskedTrial[]): Figure[] {
  const retries = asked.flatMap((trial) => trial.retries);
  const unresolved = asked.filter(({ last }) => last["tokenwon.failure"] !== undefined);
  const from = asked.map(({ last }) => last);
  return [
    ...(retries.length === 0
      ? []
      : [{ metric: "retries", value: retries.length, n: asked.length, from: retries } as const]),
    ...(unresolved.length === 0
      ? []
      : [{ metric: "unresolved", value: unresolved.length, n: asked.length, from } as const]),
    ...waiting(retries, "back-off", (attempt) => attempt["tokenwon.backoff_ms"]),
    // Of first attempts: what an open loop was late. How long a retry stood in line is in the log.
    ...waiting(
      asked.map(({ first }) => first),
      "queue",
      (attempt) => attempt["tokenwon.queued_ms"],
    ),
  ];
}

function waiting(from: readonly Seen[], condition: string, of: (attempt: Seen) => number | undefined): Figure[] {
  const known = from.filter((attempt) => of(attempt) !== undefined);
  if (known.length === 0) return [];
  const value = known.reduce((sum, attempt) => sum + (of(attempt) ?? 0), 0);
  return [{ metric: "waiting_ms", condition, value, n: known.length, from: known }];
}

/** True where part of the prompt came from the vendor's cache: it is faster, and a figure of its own. */
const cached = (attempt: Seen): boolean => (attempt["tokenwon.usage"]?.cache_read ?? 0) > 0;

function median(
  from: readonly Seen[],
  metric: Metric,
  of: (attempt: Seen) => number | undefined,
  condition = "p50",
): Figure[] {
  const known = from.filter((attempt) => answered(attempt) && of(attempt) !== undefined);
  const value = quantile(
    known.flatMap((attempt) => of(attempt) ?? []).sort((a, b) => a - b),
    0.5,
  );
  return value === undefined ? [] : [{ metric, condition, value, n: known.length, from: known }];
}

function mean(told: readonly Told[], metric: Metric, of: (usage: Usage) => number): Figure[] {
  if (told.length === 0) return [];
  return [{ metric, value: sumOf(told, of) / told.length, n: told.length, from: told.map(({ attempt }) => attempt) }];
}

function spent(attempts: readonly Seen[], usdOf: UsdOf): Figure[] {
  const found = spentOn(attempts, usdOf);
  if (found === undefined) return [];
  const { usd, known, whole } = found;
  return [{ metric: "usd_spent", ...(whole ? { value: usd } : { low: usd }), n: known.length, from: known }];
}
