import { stringify } from "csv-stringify/sync";
import { COLUMNS, type Measurement } from "../domain/measurement.ts";

/** Marks the bytes as UTF-8, without which Excel shows Hangul as noise. */
const BOM = "\uFEFF";

/**
 * `measurements.csv`: one row per measurement, columns as in COLUMNS, empty where missing. Numbers carry 12 significant
 * digits, so that the same input gives the same bytes. A cell that a spreadsheet would run as a formula gets a leading '.
 */
export const renderCsv = (rows: readonly Measurement[]): string =>
  renderTable(
    COLUMNS,
    rows.map((row) => COLUMNS.map((name) => row[name])),
  );

/** Any table as CSV, by the same rules. */
export function renderTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  return (
    BOM +
    stringify(
      rows.map((row) => row.map(cell)),
      { header: true, columns: [...columns] },
    )
  );
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return rounded(value).toString();
  return /^[=+\-@\t]/.test(value) ? `'${value}` : value;
}

/** Twelve significant digits: more than any figure here deserves, fewer than floating point quarrels over. */
export const rounded = (value: number): number => Number(value.toPrecision(12));
