import type { Measurement } from "../../domain/measurement.ts";
import type { Block, ReportModel } from "../model.ts";
import type { Rows } from "../rows.ts";
import { chartBlocks } from "./charts.ts";
import { differenceBlocks, differenceOf } from "./difference-table.ts";
import type { LatencyFacts } from "./facts.ts";
import { failureBlocks } from "./failure-blocks.ts";
import { levelBlocks } from "./level-blocks.ts";
import { methodBlocks } from "./method-blocks.ts";
import { publishedBlocks } from "./published-table.ts";
import { timesBlocks } from "./times-table.ts";
import { tokenBlocks } from "./tokens-table.ts";
import { differenceVerdict } from "./verdict.ts";
import { waitingBlocks } from "./waiting-table.ts";
import type { LatencyWording, Totals } from "./wording.ts";

/** The latency report in one language: how far to trust it, times, differences, failures, limits, and how it was timed. */
export function latencyReport(rows: Rows, facts: LatencyFacts, words: LatencyWording): ReportModel {
  const asked = facts.targets.filter((each) => each.asked);
  const silent = asked.filter(({ answered }) => !answered).map(({ target }) => target);
  const unasked = facts.targets.flatMap((each) => (each.asked ? [] : [each.target]));
  const text = (what: string | undefined): Block[] => (what === undefined ? [] : [{ kind: "text", text: what }]);
  return {
    title: words.title(facts),
    blocks: [
      // Bold is the banner, not a figure: what is simulated never heads a report.
      { kind: "headline", text: words.banner(facts) },
      ...(facts.health?.limited === true ? [{ kind: "headline" as const, text: words.limited(facts.health) }] : []),
      ...(facts.limitedRecordings.length === 0
        ? []
        : [{ kind: "headline" as const, text: words.limitedRecordings(facts.limitedRecordings) }]),
      ...text(words.summary(facts, totalsOf(rows, facts))),
      ...text(silent.length === 0 || silent.length === asked.length ? undefined : words.silent(silent)),
      ...text(unasked.length === 0 || asked.length === 0 ? undefined : words.unasked(unasked)),
      ...(facts.grade === undefined ? [] : figureBlocks(rows, facts, words)),
      { kind: "heading", text: words.definitionsHeading },
      { kind: "list", items: words.definitions },
      { kind: "heading", text: words.notesHeading },
      { kind: "list", items: words.notes(facts) },
    ],
  };
}

const figureBlocks = (rows: Rows, facts: LatencyFacts, words: LatencyWording): Block[] => [
  ...timesBlocks(rows, facts, words),
  ...differenceBlocks(rows, facts, words),
  ...tokenBlocks(rows, facts, words),
  ...chartBlocks(facts, words),
  ...failureBlocks(rows, facts, words),
  ...waitingBlocks(rows, facts, words),
  ...levelBlocks(rows, facts, words),
  ...publishedBlocks(rows, facts, words),
  ...methodBlocks(rows, facts, words),
];

/** What all requests came to, and what the differences to the first token show. */
function totalsOf(rows: Rows, { targets }: LatencyFacts): Totals {
  const sum = (count: (row: Measurement) => number | undefined): number =>
    rows.all.reduce((total, row) => total + (count(row) ?? 0), 0);
  const firstFailed = sum(({ metric, condition, value, n }) =>
    metric === "attempt_failure" && condition === undefined && value !== undefined && n !== undefined
      ? Math.round(value * n)
      : undefined,
  );
  const verdicts = targets.map(({ target }) => ({
    target,
    verdict: differenceVerdict(differenceOf(rows, target, "ttft_ms")),
  }));
  return {
    firstFailed,
    failedInTheEnd: sum(({ metric, value }) => (metric === "unresolved" ? value : undefined)),
    verdicts: verdicts.flatMap(({ target, verdict }) => (verdict === undefined ? [] : [{ target, verdict }])),
  };
}
