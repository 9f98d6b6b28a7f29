import type { Metric } from "../../domain/measurement.ts";

/** A figure of one target in one language, or of the difference between its languages. */
export type LatencyFigure = {
  readonly metric: Metric;
  readonly target: string;
  readonly lang: "ko" | "en" | "ko-en";
  readonly condition?: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly confidence?: number;
  readonly n?: number;
  /** Prompts that the n repeat. */
  readonly clusters?: number;
};

/** A figure before it is known of whom. */
export type Figure = Omit<LatencyFigure, "target" | "lang">;

/** How intervals are made. */
export type Confidence = {
  /** As in 0.95. */
  readonly confidence: number;
  readonly resamples: number;
  readonly seed: number;
};
