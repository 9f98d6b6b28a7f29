import type { Measurement } from "../domain/measurement.ts";
import { rounded } from "./csv.ts";

/** `measurements.json`: the rows of measurements.csv, one a line; missing values are left out. */
export function renderJson(rows: readonly Measurement[]): string {
  const line = (row: Measurement): string =>
    JSON.stringify(row, (_, value: unknown) => (typeof value === "number" ? rounded(value) : value));
  return `[\n${rows.map(line).join(",\n")}\n]\n`;
}
