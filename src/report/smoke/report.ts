import type { Block, ReportModel } from "../model.ts";
import type { Rows } from "../rows.ts";
import type { SmokeFacts } from "./facts.ts";
import { failureBlocks } from "./failure-blocks.ts";
import { tallyOf, targetTable } from "./target-table.ts";
import type { SmokeWording } from "./wording.ts";

/** The smoke report in one language: how far to trust it, who answered, what failed, and what the figures are. */
export function smokeReport(rows: Rows, facts: SmokeFacts, words: SmokeWording): ReportModel {
  const silent = facts.targets.flatMap(({ target, answered }) => (answered ? [] : [target]));
  const text = (what: string | undefined): Block[] => (what === undefined ? [] : [{ kind: "text", text: what }]);
  return {
    title: words.title(facts.grade),
    blocks: [
      // Bold is the banner, not a figure: what is simulated never heads a report.
      { kind: "headline", text: words.banner(facts) },
      ...text(words.summary(facts, tallyOf(rows))),
      ...(facts.asked === 0 ? [] : text(words.silent(silent, facts.targets.length))),
      { kind: "heading", text: words.targetsHeading },
      ...text(words.targetsIntro(facts)),
      ...text(words.tableBanner(facts)),
      targetTable(rows, facts, words),
      { kind: "heading", text: words.failuresHeading },
      ...failureBlocks(facts, words),
      { kind: "heading", text: words.notesHeading },
      { kind: "list", items: words.notes(facts) },
    ],
  };
}
