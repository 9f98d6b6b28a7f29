import type { Measurement } from "../domain/measurement.ts";
import { FEW_CLUSTERS } from "../measure/bootstrap.ts";
import { fixed, range, significant, UNKNOWN } from "./format.ts";

/** A ratio with its interval: `1.44 [1.42–1.46]`, marked † with few documents. */
export function withInterval(row: Measurement | undefined, digits: number): string {
  if (row?.value === undefined) return UNKNOWN;
  const mark = (row.clusters ?? 0) < FEW_CLUSTERS ? "†" : "";
  const interval =
    row.low === undefined || row.high === undefined
      ? ""
      : ` [${fixed(row.low, digits)}–${fixed(row.high, digits)}]${mark}`;
  return fixed(row.value, digits) + interval;
}

/** `1.4 % [0.4–4.9]`. */
export function shareOf(row: Measurement | undefined, words: { readonly percent: (text: string) => string }): string {
  if (row === undefined) return UNKNOWN;
  const percent = (value: number): string => fixed(value * 100, 1);
  if (row.value === undefined) {
    // A share that is known only so far.
    return row.low === undefined || row.high === undefined
      ? UNKNOWN
      : words.percent(range(percent(row.low), percent(row.high)));
  }
  const interval =
    row.low === undefined || row.high === undefined ? "" : ` [${range(percent(row.low), percent(row.high))}]`;
  return words.percent(percent(row.value)) + interval;
}

/** A figure when one is known, else the range. Dollars and won take significant digits: they span four powers of ten. */
export function figureOrRange(row: Measurement | undefined, write: (value: number | undefined) => string): string {
  if (row === undefined) return UNKNOWN;
  if (row.value !== undefined) return write(row.value);
  return row.low === undefined || row.high === undefined ? UNKNOWN : range(write(row.low), write(row.high));
}

const thousandfold = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : value * 1000;
/** Rows hold the cost of 1,000 characters; readers know prices by the million. Won are rough, since their rate is. */
export const perMillionUsd = (value: number | undefined): string => significant(thousandfold(value), 3);
export const perMillionWon = (value: number | undefined): string => significant(thousandfold(value), 2);
export const rank = (value: number | undefined): string => fixed(value, 0);
export const two = (value: number | undefined): string => fixed(value, 2);

/** Middle of what is known of a row, to sort by; rows of which nothing is known come last. */
export function middle(row: Measurement | undefined): number {
  if (row?.value !== undefined) return row.value;
  return row?.low === undefined || row.high === undefined ? Number.POSITIVE_INFINITY : (row.low + row.high) / 2;
}
