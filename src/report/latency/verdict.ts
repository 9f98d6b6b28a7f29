import type { Measurement } from "../../domain/measurement.ts";

/** What a paired difference shows of Korean: more is slower of times, and no verdict on how fast it reads of characters. */
export type DifferenceVerdict = "more" | "less" | "not-shown" | "too-few";

/** More or less where the interval leaves out 0. Undefined where nothing was measured. */
export function differenceVerdict(row: Measurement | undefined): DifferenceVerdict | undefined {
  if (row?.value === undefined) return undefined;
  const { low, high } = row;
  if (low === undefined || high === undefined) return "too-few";
  if (low > 0) return "more";
  return high < 0 ? "less" : "not-shown";
}

/** Where a median stands against a published range. */
export type Place = "below" | "inside" | "above";

/** The ends of the range are inside. */
export function placeOf(value: number, { low, high }: { readonly low: number; readonly high: number }): Place {
  if (value < low) return "below";
  return value > high ? "above" : "inside";
}
