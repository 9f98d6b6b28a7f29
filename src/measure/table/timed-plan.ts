import type { Lang } from "../../domain/prompt.ts";

/** The plan that attempts are of, as far as figures need it: trials by their places. */
export type TimedPlan = {
  readonly length: number;
  readonly targets: readonly string[];
  readonly at: (index: number) => { readonly id: string; readonly target: string };
  readonly targetAt: (index: number) => string;
  readonly pairAt: (index: number) => string;
  readonly langAt: (index: number) => Lang;
  /** From 1. */
  readonly repetitionAt: (index: number) => number;
};
