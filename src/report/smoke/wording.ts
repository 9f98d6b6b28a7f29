import type { FailureKind } from "../../domain/failure.ts";
import type { Ending } from "../../measure/ending.ts";
import type { FailedTrial, SmokeFacts } from "./facts.ts";

export type SmokeColumn =
  | "target"
  | "asked"
  | "complete"
  | "otherwise"
  | "failed"
  | "retries"
  | "ttft"
  | "e2e"
  | "input"
  | "ratio"
  | "output"
  | "usd"
  | "trial"
  | "class"
  | "then"
  | "message";

/** How many trials came to what, over all targets. */
export type Tally = { readonly complete: number; readonly otherwise: number; readonly failed: number };

/** Every word of the smoke report. */
export type SmokeWording = {
  readonly locale: "en" | "ko";
  /** With the banner in it. */
  readonly title: (facts: SmokeFacts) => string;
  /** What stands over the whole report and what stands over every table: how far the figures can be trusted. */
  readonly banner: (facts: SmokeFacts) => string;
  readonly tableBanner: (facts: SmokeFacts) => string;
  readonly summary: (facts: SmokeFacts, tally: Tally) => string;
  /** Targets that were asked and gave no answer at all, and those that were not asked. */
  readonly silent: (targets: readonly string[]) => string;
  readonly unasked: (targets: readonly string[]) => string;
  readonly targetsHeading: string;
  readonly targetsIntro: (facts: SmokeFacts) => string;
  readonly failuresHeading: string;
  readonly noFailures: string;
  readonly moreFailures: (count: number) => string;
  /** With the status of HTTP where it is told. */
  readonly failure: (kind: FailureKind, status?: number) => string;
  readonly ending: (ending: Ending) => string;
  /** How often a target was asked again, and the seconds that were waited for it, where they are known. */
  readonly retries: (count: number, seconds: string | undefined) => string;
  /** What came of a trial whose first attempt failed. */
  readonly then: (trial: FailedTrial) => string;
  readonly notesHeading: string;
  readonly notes: (facts: SmokeFacts) => readonly string[];
  readonly columns: Readonly<Record<SmokeColumn, string>>;
};
