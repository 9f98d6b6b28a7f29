import { z } from "zod";

const Ms = z.number().nonnegative();

/** A line of `health.jsonl`: how a process that times answers fared itself, over about a second. */
export const HealthWindow = z.strictObject({
  /** Milliseconds since 1970 at which the window began and ended, to be laid beside `tokenwon.started`. */
  from: z.number(),
  to: z.number(),
  /** Which process, from 0: the one that runs the loop. */
  process: z.int().nonnegative(),
  /** Share of the window in which the event loop was at work. */
  utilisation: z.number().min(0).max(1),
  /** How late timers of 1 ms were, beyond that millisecond. */
  delay_p50_ms: Ms,
  delay_p99_ms: Ms,
  delay_max_ms: Ms,
  /** Spent collecting garbage. */
  gc_ms: Ms,
  /** The machine's load average of one minute, and its cores. */
  load: z.number().nonnegative(),
  cores: z.int().positive(),
  rss_mb: z.number().nonnegative(),
  /** Open sockets of this process, and attempts under way in it. */
  sockets: z.int().nonnegative(),
  under_way: z.int().nonnegative(),
});
export type HealthWindow = z.infer<typeof HealthWindow>;

/** One load at which this machine was tried against a server of its own, whose times are known. */
export const CalibrationLevel = z.strictObject({
  streams: z.int().positive(),
  /** Reads a second, all streams together. */
  chunks_per_s: z.number().nonnegative(),
  /** What was measured − what the server knows, in ms. */
  ttft_error_p50_ms: z.number(),
  ttft_error_p99_ms: z.number(),
  chunk_error_p99_ms: z.number(),
  delay_p99_ms: Ms,
  utilisation: z.number().min(0).max(1),
  /** Requests that it rests on. */
  n: z.int().nonnegative(),
});
export type CalibrationLevel = z.infer<typeof CalibrationLevel>;

/** What `calibrate` found on this machine. */
export const Calibration = z.strictObject({
  "tokenwon.calibration": z.literal(1),
  day: z.string(),
  node: z.string(),
  processor: z.string(),
  cores: z.int().positive(),
  /** Load average before it began. */
  load: z.number().nonnegative(),
  levels: z.array(CalibrationLevel).nonempty(),
  /** Most streams of one process whose TTFT was still right to 10 ms in 99 of 100; undefined: not even one. */
  knee: z.int().positive().optional(),
});
export type Calibration = z.infer<typeof Calibration>;
