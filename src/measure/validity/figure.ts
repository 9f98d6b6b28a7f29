import type { Metric } from "../../domain/measurement.ts";
import type { Interval } from "../bootstrap.ts";

/** A figure of one target on all tasks or one of them, in one language or between the two. */
export type ValidityFigure = {
  readonly metric: Metric;
  readonly target: string;
  /** `all`, or the name of a task. */
  readonly domain: string;
  readonly lang: "ko" | "en" | "ko-en";
  readonly condition?: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly confidence?: number;
  /** Trials; of a comparison those of both sides. */
  readonly n?: number;
  /** Items that the n repeat. */
  readonly clusters?: number;
};

/** A figure before it is known of whom. */
export type Figure = Omit<ValidityFigure, "target" | "domain" | "lang">;

/** What figures rest on. */
export type Ground = {
  readonly condition: string;
  readonly n: number;
  readonly clusters: number;
  /** As in 0.95. */
  readonly confidence: number;
};

/** A figure with what it rests on; none where the value is unknown. */
export function figure(
  { condition, n, clusters, confidence }: Ground,
  metric: Metric,
  value: number | undefined,
  interval?: Interval,
): Figure[] {
  if (value === undefined) return [];
  const limits = interval === undefined ? {} : { low: interval.low, high: interval.high, confidence };
  return [{ metric, condition, value, ...limits, n, clusters }];
}
