import type { PlaceFlags } from "../live/endpoint.ts";
import type { ProgressKind } from "../progress.ts";

/** Flags of `first-live` as commander leaves them. */
export type FirstLiveFlags = Omit<PlaceFlags, "api"> & {
  readonly budgetUsd: number;
  readonly target: readonly string[];
  readonly dryRun?: true;
  readonly accept: readonly string[];
  readonly progress: ProgressKind;
};
