import { renderCsv } from "../../report/csv.ts";
import { renderJson } from "../../report/json.ts";
import { renderMarkdown } from "../../report/markdown.ts";
import { Rows } from "../../report/rows.ts";
import { validityCharts } from "../../report/validity/charts.ts";
import { validityReport } from "../../report/validity/report.ts";
import { english } from "../../report/validity/wording.en.ts";
import { korean } from "../../report/validity/wording.ko.ts";
import type { ValidityResult } from "./measure.ts";

/** What each format adds to the report folder. */
const FORMATS = {
  md: ({ rows, facts }) => [
    ["report.md", renderMarkdown(validityReport(rows, facts, english))],
    ["report.ko.md", renderMarkdown(validityReport(rows, facts, korean))],
  ],
  csv: ({ rows }) => [["measurements.csv", renderCsv(rows.all)]],
  json: ({ rows }) => [["measurements.json", renderJson(rows.all)]],
  svg: ({ rows, facts }) => [...validityCharts(rows, facts, english), ...validityCharts(rows, facts, korean)],
} as const satisfies Record<string, Render>;
type Render = (
  result: Omit<ValidityResult, "rows"> & { readonly rows: Rows },
) => (readonly [file: string, text: string])[];
export type ValidityFormat = keyof typeof FORMATS;
export const VALIDITY_FORMATS = Object.keys(FORMATS) as ValidityFormat[];

/** The files of the report by name, relative to its folder. The same result gives the same bytes. */
export function validityFiles(
  { rows, facts }: ValidityResult,
  formats: readonly ValidityFormat[] = VALIDITY_FORMATS,
): ReadonlyMap<string, string> {
  const result = { rows: new Rows(rows), facts };
  return new Map(formats.flatMap((format): (readonly [string, string])[] => FORMATS[format](result)));
}
