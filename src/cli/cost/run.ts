import { join } from "node:path";
import { isActiveOn } from "../../domain/price/book.ts";
import { monthChart } from "../../report/cost/chart.ts";
import { costReport } from "../../report/cost/report.ts";
import { english } from "../../report/cost/wording.en.ts";
import { korean } from "../../report/cost/wording.ko.ts";
import { renderCsv } from "../../report/csv.ts";
import { renderJson } from "../../report/json.ts";
import { renderMarkdown } from "../../report/markdown.ts";
import { Rows } from "../../report/rows.ts";
import { renderDotPlot } from "../../report/svg/dot-plot.ts";
import { type Effects, say } from "../effects.ts";
import { parseFormats } from "../formats.ts";
import { noteDay } from "../note-day.ts";
import { outFolder, shownFolder } from "../out-folder.ts";
import { progressOn } from "../progress.ts";
import { localeOf } from "../tokens/summary.ts";
import { writeFiles } from "../write-files.ts";
import { isAsCommitted } from "./command.ts";
import type { CostFlags } from "./flags.ts";
import { type CostInputs, readCostInputs } from "./inputs.ts";
import { type CostResult, measureCost } from "./measure.ts";
import { COST_SUITE } from "./rows.ts";
import { printCostSummary } from "./summary.ts";

/** What each format adds to the report folder. */
const FORMATS = {
  md: (rows: Rows, { facts }: CostResult) => [
    ["report.md", renderMarkdown(costReport(rows, facts, english))],
    ["report.ko.md", renderMarkdown(costReport(rows, facts, korean))],
  ],
  csv: (rows: Rows) => [["measurements.csv", renderCsv(rows.all)]],
  json: (rows: Rows) => [["measurements.json", renderJson(rows.all)]],
  svg: (rows: Rows, { facts }: CostResult) =>
    facts.scenarios.flatMap((own): [string, string][] => [
      [`charts/${own.scenario.name}.svg`, renderDotPlot(monthChart(rows, facts, own, english))],
      [`charts/${own.scenario.name}.ko.svg`, renderDotPlot(monthChart(rows, facts, own, korean))],
    ]),
} as const satisfies Record<string, (rows: Rows, result: CostResult) => (readonly [string, string])[]>;
type Format = keyof typeof FORMATS;
const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** Reads, counts, prices and writes; then says what came out. */
export async function runCost(flags: CostFlags, effects: Effects): Promise<void> {
  const formats = parseFormats(flags.format, FORMAT_NAMES);
  const inputs = await readCostInputs(flags, effects);
  const progress = progressOn(effects, flags.quiet === true ? "none" : flags.progress);
  let result: CostResult;
  try {
    result = await measureCost(flags, inputs, effects, {
      engine: "gpt-tokenizer",
      signal: effects.signal,
      onProgress: (share) => {
        progress.update("counting tokens", share);
      },
    });
  } finally {
    progress.end();
  }
  noteDay(inputs.book, inputs.day, effects);
  noteOwn(inputs, result, effects);
  for (const { entry, why } of result.notCounted) say(effects.stderr, `note: ${entry.id} was not counted: ${why}.`);
  const rows = new Rows(result.rows);
  const usual = isAsCommitted(flags) ? join("reports", COST_SUITE) : join("runs", result.facts.run);
  const folder = outFolder(flags.out, join(effects.home, usual), effects);
  const files = new Map(formats.flatMap((format) => FORMATS[format](rows, result)));
  await writeFiles(folder, files, effects.signal);
  const shown = shownFolder(effects.cwd, folder);
  if (flags.json === true) {
    const { run, book, day } = result.facts;
    say(
      effects.stdout,
      JSON.stringify({ run, book: book.name, day, out: shown, files: [...files.keys()], rows: result.rows }),
    );
    return;
  }
  if (flags.quiet === true) return;
  printCostSummary(rows, result.facts, files.size, shown, localeOf(flags.locale, effects.env), effects);
}

/** Rates of one's own that came to nothing would else be lost in silence. */
function noteOwn({ own, book, day }: CostInputs, { rows }: CostResult, { stderr }: Effects): void {
  for (const target of own) {
    const model = book.models.find((each) => each.target === target);
    if (model === undefined || rows.some((row) => row.metric === "month_rank" && row.target === target)) continue;
    const why = isActiveOn(model, day)
      ? "no tokenizer is known for it (give one in the file), or it is not sold or long enough for what was asked"
      : `it does not answer on ${day}`;
    say(stderr, `note: your rate for ${target} is in no table: ${why}.`);
  }
}
