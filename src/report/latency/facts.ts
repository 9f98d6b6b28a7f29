import type { Attempt } from "../../domain/attempt.ts";
import type { Day } from "../../domain/date.ts";
import type { FailureKind } from "../../domain/failure.ts";
import type { Calibration, CalibrationLevel } from "../../domain/health.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { Slo } from "../../domain/suite.ts";

/** How the processes that timed the answers fared, over the run. */
export type HealthFacts = {
  readonly processes: number;
  /** Windows of about a second, and those of them in which a process was late itself. */
  readonly windows: number;
  readonly late: number;
  /** Trials under way in late windows, and trials. Above a hundredth of them the run is limited by its client. */
  readonly lateTrials: number;
  readonly trials: number;
  readonly limited: boolean;
  readonly worstDelayMs: number;
  readonly mostUtilisation: number;
  readonly gcMs: number;
  readonly mostLoad: number;
  readonly cores: number;
  readonly mostSockets: number;
};

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
export type LatencyFacts = {
  /** All targets of the plan, in its order. */
  readonly targets: readonly {
    readonly target: string;
    readonly asked: boolean;
    readonly answered: boolean;
    /** Models that answered by their own word. Of several the times stand apart: condition `p50 served <model>`. */
    readonly served: readonly string[];
  }[];
  readonly langs: readonly Lang[];
  readonly prompts: number;
  readonly planned: number;
  readonly asked: number;
  readonly grade:
    | { readonly evidence: Attempt["tokenwon.evidence"]; readonly attempts: number; readonly of: number }
    | undefined;
  readonly days: string | undefined;
  /** A name below `datasets/profiles`, or a file. */
  readonly profiles: string;
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
  readonly health: HealthFacts | undefined;
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
  readonly book: string;
  readonly day: Day;
  readonly log: string | undefined;
  readonly recordings: string | undefined;
  readonly run: string;
  readonly command: string;
  readonly liveCommand: string;
};

/** True where nobody but the simulator answered. */
export const allSimulated = ({ grade }: LatencyFacts): boolean =>
  grade?.evidence === "simulated" && grade.attempts === grade.of;

/** The least load whose p99 rests on a hundred answers; without one, that of the most answers. */
export const floorOf = ({ levels }: Calibration): CalibrationLevel =>
  levels.find(({ n }) => n >= 100) ?? levels.reduce((most, level) => (level.n > most.n ? level : most));

/** Whether the times are partly those of the machine that took them, now or when it recorded: they judge nothing then. */
export const isLimited = ({ health, limitedRecordings }: Pick<LatencyFacts, "health" | "limitedRecordings">): boolean =>
  health?.limited === true || limitedRecordings.length > 0;
