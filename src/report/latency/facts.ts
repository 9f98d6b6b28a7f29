import type { Day } from "../../domain/date.ts";
import type { FailureKind } from "../../domain/failure.ts";
import type { Calibration, CalibrationLevel } from "../../domain/health.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { Slo } from "../../domain/suite.ts";
import type { ClientHealth } from "../../measure/latency/health.ts";
import type { RunFacts, RunTarget } from "../run-facts.ts";

/** A published range of a target, in the words of its table. */
export type PublishedTimes = {
  readonly target: string;
  readonly ttftMs: { readonly low: number; readonly high: number };
  readonly tokensPerS: { readonly low: number; readonly high: number };
};

/** An answer's wait at its moment in the run. */
export type TimelinePoint = {
  readonly target: string;
  readonly lang: Lang;
  /** Seconds since the first attempt of the run began. */
  readonly at: number;
  /** TTFT of the first attempt, or why it failed. */
  readonly ttftMs: number | undefined;
  readonly failure: FailureKind | undefined;
};

/** What the latency report says beside its figures. */
export type LatencyFacts = Omit<RunFacts, "targets"> & {
  /** All targets of the plan, in its order, with the models that answered by their own word: of several the times stand apart, as `p50 served <model>`. */
  readonly targets: readonly (RunTarget & { readonly served: readonly string[] })[];
  /** At most so many at a time, or so many a second; undefined where recordings answered, which do not say. */
  readonly load: { readonly concurrency: number; readonly rate?: number; readonly arrival?: string } | undefined;
  /** Whether every question began with a number of its own, so that no prompt cache knew it. */
  readonly nonce: boolean;
  readonly slos: readonly Slo[];
  /** TTFT of first attempts, warm and uncached, in ascending ms; thinned to 200 where there are more. */
  readonly curves: readonly { readonly target: string; readonly lang: Lang; readonly ttftMs: readonly number[] }[];
  /** In the order of the run; thinned where there are very many. Empty where moments mean nothing. */
  readonly timeline: readonly TimelinePoint[];
  /** Undefined where nothing was timed: a replay, or the simulator by its own clock. */
  readonly health: ClientHealth | undefined;
  /** Targets whose recordings say that the machine which made them was late itself. */
  readonly limitedRecordings: readonly string[];
  /** Undefined where this machine was never calibrated, or nothing was timed. */
  readonly calibration: Calibration | undefined;
  /** From a text: a name below `datasets/claims`, its day, and what it says of each target. */
  readonly published:
    | { readonly name: string; readonly date: Day; readonly rows: readonly PublishedTimes[] }
    | undefined;
  readonly resamples: number;
  readonly seed: number;
};

/** The least load whose p99 rests on a hundred answers; without one, that of the most answers. */
export const floorOf = ({ levels }: Calibration): CalibrationLevel =>
  levels.find(({ n }) => n >= 100) ?? levels.reduce((most, level) => (level.n > most.n ? level : most));

/** Whether the times are partly those of the machine that took them, now or when it recorded: they judge nothing then. */
export const isLimited = ({ health, limitedRecordings }: Pick<LatencyFacts, "health" | "limitedRecordings">): boolean =>
  health?.limited === true || limitedRecordings.length > 0;
