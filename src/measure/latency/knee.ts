import type { CalibrationLevel } from "../../domain/health.ts";

/** Errors below this are small beside a TTFT of hundreds of ms. */
export const MOST_ERROR_MS = 10;

/** Whether a level's TTFT was right to 10 ms in 99 of 100. */
export const holds = ({ ttft_error_p99_ms: error }: Pick<CalibrationLevel, "ttft_error_p99_ms">): boolean =>
  error < MOST_ERROR_MS;

/** Most streams up to which every level holds: one that holds again above one that did not was lucky. Undefined: not even the first. */
export function kneeOf(levels: readonly Pick<CalibrationLevel, "streams" | "ttft_error_p99_ms">[]): number | undefined {
  let knee: number | undefined;
  for (const level of levels.toSorted((a, b) => a.streams - b.streams)) {
    if (!holds(level)) break;
    knee = level.streams;
  }
  return knee;
}
