import { renderCsv } from "../../report/csv.ts";
import { renderJson } from "../../report/json.ts";
import { latencyCharts } from "../../report/latency/charts.ts";
import { latencyReport } from "../../report/latency/report.ts";
import { english } from "../../report/latency/wording.en.ts";
import { korean } from "../../report/latency/wording.ko.ts";
import { renderMarkdown } from "../../report/markdown.ts";
import { Rows } from "../../report/rows.ts";
import { attemptsCsv, MOST_IN_CSV } from "./attempts-csv.ts";
import type { LatencyInput } from "./input.ts";
import { type LatencyResult, measureLatency } from "./measure.ts";

/** What each format adds to the report folder. */
const FORMATS = {
  md: ({ rows, facts }) => [
    ["report.md", renderMarkdown(latencyReport(rows, facts, english))],
    ["report.ko.md", renderMarkdown(latencyReport(rows, facts, korean))],
  ],
  csv: ({ rows }, { attempts, trials }) => [
    ["measurements.csv", renderCsv(rows.all)],
    ...(attempts.length > MOST_IN_CSV ? [] : [["attempts.csv", attemptsCsv(attempts, trials)] as const]),
  ],
  json: ({ rows }) => [["measurements.json", renderJson(rows.all)]],
  svg: ({ rows, facts }) => [...latencyCharts(rows, facts, english), ...latencyCharts(rows, facts, korean)],
} as const satisfies Record<string, Render>;
type Render = (
  result: Omit<LatencyResult, "rows"> & { readonly rows: Rows },
  input: LatencyInput,
) => (readonly [file: string, text: string])[];
export type LatencyFormat = keyof typeof FORMATS;
export const LATENCY_FORMATS = Object.keys(FORMATS) as LatencyFormat[];

/** The files of the report by name, relative to its folder. The same input gives the same bytes. */
export function latencyFiles(
  input: LatencyInput,
  formats: readonly LatencyFormat[] = LATENCY_FORMATS,
  { rows, facts }: LatencyResult = measureLatency(input),
): ReadonlyMap<string, string> {
  const result = { rows: new Rows(rows), facts };
  return new Map(formats.flatMap((format): (readonly [string, string])[] => FORMATS[format](result, input)));
}
