import type { Block, ReportModel } from "../model.ts";
import type { Rows } from "../rows.ts";
import { articleBlocks } from "./article-blocks.ts";
import { validChartBlocks } from "./charts.ts";
import { differenceBlocks } from "./difference-table.ts";
import { effectBlocks } from "./effect-table.ts";
import type { ValidityFacts } from "./facts.ts";
import { faultBlocks } from "./fault-blocks.ts";
import { ladderBlocks } from "./ladder-table.ts";
import { methodBlocks, troubleBlocks } from "./method-blocks.ts";
import { retryBlocks } from "./retry-table.ts";
import { summaryOf } from "./summary.ts";
import { taskBlocks } from "./task-table.ts";
import { tryBlocks } from "./try-table.ts";
import type { ValidityWording } from "./wording.ts";

/** The report on valid JSON in one language: how far to trust it, how often, how it fails, what that costs, and how it was asked. */
export function validityReport(rows: Rows, facts: ValidityFacts, words: ValidityWording): ReportModel {
  const asked = facts.targets.filter((each) => each.asked);
  const silent = asked.filter(({ answered }) => !answered).map(({ target }) => target);
  const unasked = facts.targets.flatMap((each) => (each.asked ? [] : [each.target]));
  const said = facts.grade === undefined ? [] : words.summary(facts, summaryOf(rows, facts));
  const text = (what: string): Block[] => [{ kind: "text", text: what }];
  return {
    title: words.title(facts),
    blocks: [
      // Bold is the banner, not a figure: what is simulated never heads a report.
      { kind: "headline", text: words.banner(facts) },
      ...text(words.overview(facts)),
      ...(said.length === 0 ? [] : [{ kind: "list" as const, items: said }]),
      ...(silent.length === 0 || silent.length === asked.length ? [] : text(words.silent(silent))),
      ...(unasked.length === 0 || asked.length === 0 ? [] : text(words.unasked(unasked))),
      ...(facts.grade === undefined ? [] : figureBlocks(rows, facts, words)),
      ...methodBlocks(facts, words),
      { kind: "heading", text: words.notesHeading },
      { kind: "list", items: words.notes(facts) },
    ],
  };
}

const figureBlocks = (rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] => [
  ...tryBlocks(rows, facts, words),
  ...validChartBlocks(rows, facts, words),
  ...differenceBlocks(rows, facts, words),
  ...effectBlocks(rows, facts, words),
  ...ladderBlocks(rows, facts, words),
  ...faultBlocks(rows, facts, words),
  ...retryBlocks(rows, facts, words),
  ...articleBlocks(rows, facts, words),
  ...taskBlocks(rows, facts, words),
  ...troubleBlocks(rows, facts, words),
];
