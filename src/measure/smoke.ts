import type { Attempt } from "../domain/attempt.ts";
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
  readonly from: readonly Attempt[];
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
    ...median(from, "ttft_ms", (attempt) => attempt["tokenwon.ttft_ms"]),
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
  from: readonly Attempt[],
  metric: Metric,
  names: readonly Name[],
  nameOf: (attempt: Attempt) => Name | undefined,
): Figure[] {
  return names.flatMap((name): Figure[] => {
    const value = from.filter((attempt) => nameOf(attempt) === name).length;
    return value === 0 ? [] : [{ metric, condition: name, value, n: from.length, from }];
  });
}

function median(from: readonly Attempt[], metric: Metric, of: (attempt: Attempt) => number | undefined): Figure[] {
  const known = from.filter((attempt) => answered(attempt) && of(attempt) !== undefined);
  const value = quantile(
    known.flatMap((attempt) => of(attempt) ?? []).sort((a, b) => a - b),
    0.5,
  );
  return value === undefined ? [] : [{ metric, condition: "p50", value, n: known.length, from: known }];
}

function mean(told: readonly Told[], metric: Metric, of: (usage: Usage) => number): Figure[] {
  if (told.length === 0) return [];
  return [{ metric, value: sumOf(told, of) / told.length, n: told.length, from: told.map(({ attempt }) => attempt) }];
}

function spent(attempts: readonly Attempt[], usdOf: UsdOf): Figure[] {
  const found = spentOn(attempts, usdOf);
  if (found === undefined) return [];
  const { usd, known, whole } = found;
  return [{ metric: "usd_spent", ...(whole ? { value: usd } : { low: usd }), n: known.length, from: known }];
}
