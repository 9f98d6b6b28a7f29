import { renderCsv } from "../../report/csv.ts";
import { renderJson } from "../../report/json.ts";
import { costChart } from "../../report/korean-tokens/cost-chart.ts";
import { ratioChart } from "../../report/korean-tokens/ratio-chart.ts";
import { koreanTokensReport } from "../../report/korean-tokens/report.ts";
import { english } from "../../report/korean-tokens/wording.en.ts";
import { korean } from "../../report/korean-tokens/wording.ko.ts";
import { renderMarkdown } from "../../report/markdown.ts";
import { Rows } from "../../report/rows.ts";
import { renderDotPlot } from "../../report/svg/dot-plot.ts";
import type { TokenResult } from "./measure.ts";

/** What each format adds to the report folder. */
const FORMATS = {
  md: (rows: Rows, { facts }: TokenResult) => [
    ["report.md", renderMarkdown(koreanTokensReport(rows, facts, english))],
    ["report.ko.md", renderMarkdown(koreanTokensReport(rows, facts, korean))],
  ],
  csv: (rows: Rows) => [["measurements.csv", renderCsv(rows.all)]],
  json: (rows: Rows) => [["measurements.json", renderJson(rows.all)]],
  svg: (rows: Rows, { facts }: TokenResult) => [
    ["charts/token-ratio.svg", renderDotPlot(ratioChart(rows, facts, english))],
    ["charts/token-ratio.ko.svg", renderDotPlot(ratioChart(rows, facts, korean))],
    ["charts/cost.svg", renderDotPlot(costChart(rows, facts, english))],
    ["charts/cost.ko.svg", renderDotPlot(costChart(rows, facts, korean))],
  ],
} as const satisfies Record<string, (rows: Rows, result: TokenResult) => (readonly [string, string])[]>;
export type Format = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** The files of the report by name, relative to its folder. The same result gives the same bytes. */
export function renderFiles(result: TokenResult, formats: readonly Format[]): ReadonlyMap<string, string> {
  const rows = new Rows(result.rows);
  return new Map(formats.flatMap((format) => FORMATS[format](rows, result)));
}
