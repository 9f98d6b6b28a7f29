import type { Block, ReportModel } from "../model.ts";
import type { Rows } from "../rows.ts";
import type { SmokeFacts } from "./facts.ts";
import { failureBlocks } from "./failure-blocks.ts";
import { tallyOf, targetTable } from "./target-table.ts";
import type { SmokeWording } from "./wording.ts";

/** The smoke report in one language: how far to trust it, who answered, what failed, and what the figures are. */
export function smokeReport(rows: Rows, facts: SmokeFacts, words: SmokeWording): ReportModel {
  const asked = facts.targets.filter((each) => each.asked);
  const silent = asked.filter(({ answered }) => !answered).map(({ target }) => target);
  const unasked = facts.targets.flatMap((each) => (each.asked ? [] : [each.target]));
  const text = (what: string | undefined): Block[] => (what === undefined ? [] : [{ kind: "text", text: what }]);
  return {
    title: words.title(facts),
    blocks: [
      // Bold is the banner, not a figure: what is simulated never heads a report.
      { kind: "headline", text: words.banner(facts) },
      ...text(words.summary(facts, tallyOf(rows))),
      ...text(silent.length === 0 || silent.length === asked.length ? undefined : words.silent(silent)),
      ...text(unasked.length === 0 || asked.length === 0 ? undefined : words.unasked(unasked)),
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
