/** How far a target is. Only what this run did: a resumed run begins with what was done before in `done`. */
export type TargetStanding = {
  readonly target: string;
  /** Trials that are over, well or not. */
  readonly done: number;
  readonly total: number;
  /** Attempts under way for this target, and how many its lane allows just now (all targets of a provider share one). */
  readonly inFlight: number;
  readonly limit: number;
  /** Trials that wait before they are asked again, why, and for how long the last of them still has to; undefined: none. */
  readonly waiting: { readonly trials: number; readonly why: string; readonly ms: number } | undefined;
  /** Median over the last answers; undefined before there is one. */
  readonly ttftMs: number | undefined;
  /** Output tokens a second over the last answers, from first output to last. */
  readonly tokensPerSecond: number | undefined;
  /** Attempts that failed. */
  readonly failures: number;
  /** Why it is not asked any more, though something is left. */
  readonly stopped: string | undefined;
};

/** How far a run is. */
export type Standing = {
  readonly targets: readonly TargetStanding[];
  /** Since it began or was resumed. */
  readonly elapsedMs: number;
  /** Until it is over at the speed so far; undefined while nobody can say. */
  readonly leftMs: number | undefined;
  /** Dollars spent so far; undefined where a target has no price. */
  readonly usd: number | undefined;
  readonly budgetUsd: number | undefined;
};
