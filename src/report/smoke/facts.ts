import type { FailureKind } from "../../domain/failure.ts";
import type { RunFacts } from "../run-facts.ts";

/** A trial whose first attempt failed. */
export type FailedTrial = {
  readonly trial: string;
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly message: string;
  /** Attempts in all, and whether the last of them was answered. */
  readonly attempts: number;
  readonly resolved: boolean;
};

/** What the smoke report says beside the figures. */
export type SmokeFacts = RunFacts & { readonly failures: readonly FailedTrial[] };
