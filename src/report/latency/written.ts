import type { Measurement } from "../../domain/measurement.ts";
import { fixed, range, UNKNOWN } from "../format.ts";

/** Times as tables have them: whole ms, with a decimal where that is more than a hundredth. */
const decimalsOfTime = (value: number): number => (Math.abs(value) < 100 ? 1 : 0);

export const writeTime = (value: number | undefined): string =>
  value === undefined ? UNKNOWN : fixed(value, decimalsOfTime(value));

/** `412 [398–431]`; without brackets where there is no interval. */
export function timeWithInterval(row: Measurement | undefined): string {
  if (row?.value === undefined) return UNKNOWN;
  const digits = decimalsOfTime(row.value);
  if (row.low === undefined || row.high === undefined) return fixed(row.value, digits);
  return `${fixed(row.value, digits)} [${range(fixed(row.low, digits), fixed(row.high, digits))}]`;
}

/** Speeds and rates per second: whole from a hundred on, with two decimals below one. */
export const writeSpeed = (value: number | undefined): string =>
  fixed(value, value === undefined || value >= 100 ? 0 : value < 1 ? 2 : 1);

/** Seconds of a sum of ms. */
export const writeSeconds = (value: number | undefined): string =>
  fixed(value === undefined ? undefined : value / 1000, 1);
