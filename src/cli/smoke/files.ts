import { renderCsv } from "../../report/csv.ts";
import { renderJson } from "../../report/json.ts";
import { renderMarkdown } from "../../report/markdown.ts";
import { Rows } from "../../report/rows.ts";
import { smokeReport } from "../../report/smoke/report.ts";
import { english } from "../../report/smoke/wording.en.ts";
import { korean } from "../../report/smoke/wording.ko.ts";
import type { SmokeInput } from "./input.ts";
import { measureSmoke, type SmokeResult } from "./measure.ts";

/** What each format adds to the report folder. */
const FORMATS = {
  md: (rows: Rows, { facts }: SmokeResult) => [
    ["report.md", renderMarkdown(smokeReport(rows, facts, english))],
    ["report.ko.md", renderMarkdown(smokeReport(rows, facts, korean))],
  ],
  csv: (rows: Rows) => [["measurements.csv", renderCsv(rows.all)]],
  json: (rows: Rows) => [["measurements.json", renderJson(rows.all)]],
} as const satisfies Record<string, (rows: Rows, result: SmokeResult) => (readonly [string, string])[]>;
export type SmokeFormat = keyof typeof FORMATS;
export const SMOKE_FORMATS = Object.keys(FORMATS) as SmokeFormat[];

/** The files of the report by name, relative to its folder. The same input gives the same bytes. */
export function smokeFiles(
  input: SmokeInput,
  formats: readonly SmokeFormat[] = SMOKE_FORMATS,
  result: SmokeResult = measureSmoke(input),
): ReadonlyMap<string, string> {
  const rows = new Rows(result.rows);
  return new Map(formats.flatMap((format) => FORMATS[format](rows, result)));
}
