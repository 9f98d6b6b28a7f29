import type { CostFacts } from "../../report/cost/facts.ts";
import { lasting, monthsOf } from "../../report/cost/months.ts";
import { costReport } from "../../report/cost/report.ts";
import { monthTable } from "../../report/cost/scenario-blocks.ts";
import { english } from "../../report/cost/wording.en.ts";
import { korean } from "../../report/cost/wording.ko.ts";
import type { Rows } from "../../report/rows.ts";
import { paintFor } from "../colour.ts";
import { type Effects, say } from "../effects.ts";
import { table } from "../table.ts";

/** Targets printed for a scenario: fewer where there are several. */
const SHOWN = { one: 12, several: 6 };

/** The headline, the cheapest targets of each scenario, and where the rest is. */
export function printCostSummary(
  rows: Rows,
  facts: CostFacts,
  files: number,
  folder: string,
  locale: "en" | "ko",
  { stdout, env }: Effects,
): void {
  const words = locale === "ko" ? korean : english;
  const { blocks } = costReport(rows, facts, words);
  const paint = paintFor(stdout, env);
  const lead = blocks.slice(
    0,
    blocks.findIndex(({ kind }) => kind === "heading"),
  );
  for (const block of lead) {
    if (block.kind === "headline") say(stdout, `${paint.bold(block.text)}\n`);
    if (block.kind === "text") say(stdout, `${block.text.replaceAll("`", "")}\n`);
  }
  const shown = facts.scenarios.length === 1 ? SHOWN.one : SHOWN.several;
  for (const { scenario, key } of facts.scenarios) {
    const months = lasting(monthsOf(rows, key), facts.book).slice(0, shown);
    const drawn = monthTable(months, facts, words);
    if (drawn.kind !== "table") continue;
    say(stdout, paint.bold(words.pick(scenario.title)));
    const cells = drawn.rows.map((row) => row.slice(0, 7).map((cell) => cell.replaceAll("`", "")));
    say(
      stdout,
      `${table(
        drawn.columns.slice(0, 7).map(({ title }) => title),
        cells,
        drawn.columns.map(({ align }) => align),
      )}\n`,
    );
  }
  say(stdout, words.wrote(files, folder));
  say(stdout, words.next);
}
