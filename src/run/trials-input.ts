import type { Attempt } from "../domain/attempt.ts";
import type { Trial, Turn } from "../domain/trial.ts";
import type { TrialPlan } from "../plan/trials.ts";
import type { Begun } from "./begun.ts";
import type { Budget, Use } from "./budget.ts";
import type { SleepingClock } from "./clock.ts";
import type { RunEvent, StopReason } from "./events.ts";
import type { Tally } from "./tally.ts";

/** How hard a run asks. */
export type Load = {
  /** Most attempts under way in a lane. */
  readonly concurrency: number;
  /** Open loop: trials of a lane begin at these moments, however long the answers take. */
  readonly rate?: { readonly perSecond: number; readonly kind: "constant" | "poisson" };
};

export type Spending = {
  readonly budget: Budget;
  /** The most that an attempt of a trial can use; the same object for the same question. */
  readonly worst: (trial: Trial) => Use;
  /** What an attempt came to, as far as it is known, else the most. */
  readonly actual: (line: Attempt, worst: Use) => Use;
};

export type TrialsInput<Miss> = {
  readonly plan: TrialPlan;
  /** Places in the plan, in the order of asking. */
  readonly order: Uint32Array;
  readonly begun: Begun;
  /** Targets of one lane share its limits. */
  readonly laneOf: (target: string) => string;
  /** One attempt, or that nothing is recorded that answers it. */
  readonly ask: (trial: Trial, turn: Turn) => Promise<Attempt | { readonly miss: Miss }>;
  /** Written before the next trial of its place in the lane begins. */
  readonly append: (attempt: Attempt) => Promise<void>;
  readonly load: Load;
  readonly seed: number;
  readonly spending: Spending;
  /** Share of failed attempts above which a target is given up. */
  readonly maxErrorRate: number;
  /**
   * `stop`: a target that refuses its key, its bill or its model's name is not asked again. `follow`: what was recorded
   * decides; where that recording stopped, nothing is missing.
   */
  readonly hopeless: "stop" | "follow";
  readonly clock: SleepingClock;
  /** Work during which a virtual clock stands still. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Aborted when all must end at once; what is under way is aborted by whoever asks. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  /** Something has changed; `standing` says what. */
  readonly onChange: (state: RunState) => void;
};

export type RunState = {
  readonly tallies: readonly Tally[];
  readonly limitOf: (target: string) => number;
};

export type TrialsResult<Miss> = {
  readonly misses: readonly Miss[];
  /** Why it stopped before its end, beside the targets that were given up. */
  readonly stopped: StopReason | undefined;
  /** Targets that were given up, and why. */
  readonly givenUp: ReadonlyMap<string, string>;
};
