import { checkColumns } from "./columns.ts";
import type { RowOrFault } from "./row.ts";

/** Rows of a JSON Lines text: one object a line; empty lines are skipped, fields of no use are told to `ignore`. */
export function readJsonl(
  text: string,
  file: string,
  ignore: (column: string) => void = () => undefined,
): RowOrFault[] {
  const rows: RowOrFault[] = [];
  text.split("\n").forEach((source, index) => {
    const line = index + 1;
    if (source.trim() === "") return;
    let fields: unknown;
    try {
      fields = JSON.parse(source);
    } catch (error) {
      rows.push({ line, fault: `not JSON: ${error instanceof Error ? error.message : String(error)}` });
      return;
    }
    if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
      rows.push({ line, fault: 'not an object like {"ko": "…", "en": "…"}' });
      return;
    }
    if (rows.length === 0) checkColumns(Object.keys(fields), file).forEach(ignore);
    rows.push({ line, fields: { ...fields } });
  });
  return rows;
}
