import type { Metric } from "../../domain/measurement.ts";
import { fixed, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { LatencyFacts } from "./facts.ts";
import { hasCoarse, type Line, linesOf, perToken, timeOf } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { LatencyWording } from "./wording.ts";
import { timeWithInterval, writeSpeed, writeTime } from "./written.ts";

/** Times and speeds of the first attempts that were answered: what decides, and the other definitions below it. */
export function timesBlocks(rows: Rows, facts: LatencyFacts, words: LatencyWording): Block[] {
  const lines = linesOf(rows, facts);
  return [
    { kind: "heading", text: words.timesHeading },
    { kind: "text", text: words.timesIntro },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, ["target", "lang", "n", "ttft", "p90", "p99", "ttfvt", "e2e", "tokensPerS", "charsPerS"]),
      rows: lines.map((line) => {
        const p50 = (metric: Metric): number | undefined => timeOf(rows, line, metric, "p50")?.value;
        return [
          words.targetOf(line.target, line.served),
          words.lang(line.lang),
          answersOf(rows, line),
          timeWithInterval(timeOf(rows, line, "ttft_ms", "p50")),
          writeTime(timeOf(rows, line, "ttft_ms", "p90")?.value),
          lastOf(rows, line, "ttft_ms", words),
          visible(p50("ttft_ms"), p50("ttfvt_ms"), words),
          writeTime(p50("e2e_ms")),
          perToken(rows, line, writeSpeed(p50("tokens_per_s"))),
          writeSpeed(p50("chars_per_s")),
        ];
      }),
    },
    ...(hasCoarse(rows, lines) ? [{ kind: "text" as const, text: words.coarseNote }] : []),
    { kind: "details", summary: words.moreTimes, blocks: [...stamp(facts, words), moreTimes(rows, lines, words)] },
  ];
}

/** Answers that were timed, and the prompts that they are to. */
function answersOf(rows: Rows, line: Line): string {
  const row = timeOf(rows, line, "ttft_ms", "p50");
  if (row?.n === undefined) return UNKNOWN;
  return row.clusters === undefined ? fixed(row.n, 0) : `${fixed(row.n, 0)} (${fixed(row.clusters, 0)})`;
}

/** p99, or the largest of fewer than a hundred. */
function lastOf(rows: Rows, line: Line, metric: Metric, words: LatencyWording): string {
  const p99 = timeOf(rows, line, metric, "p99");
  if (p99?.value !== undefined) return writeTime(p99.value);
  const most = timeOf(rows, line, metric, "max");
  return most?.value === undefined ? UNKNOWN : words.maxOf(writeTime(most.value), fixed(most.n, 0));
}

/** The wait for visible text, where it is another than for the first output. */
function visible(first: number | undefined, text: number | undefined, words: LatencyWording): string {
  return text !== undefined && writeTime(first) === writeTime(text) ? words.sameAsTtft : writeTime(text);
}

function moreTimes(rows: Rows, lines: readonly Line[], words: LatencyWording): Block {
  return {
    kind: "table",
    columns: columns(words, [
      "target",
      "lang",
      "ttfb",
      "ttftP95",
      "thinking",
      "e2eP90",
      "tpot",
      "tpotP90",
      "gap",
      "gapLast",
      "slowTokensPerS",
      "wholeTokensPerS",
      "bytesPerS",
    ]),
    rows: lines.map((line) => {
      const time = (metric: Metric, condition: string): string =>
        writeTime(timeOf(rows, line, metric, condition)?.value);
      const speed = (metric: Metric): string => writeSpeed(timeOf(rows, line, metric, "p50")?.value);
      return [
        words.targetOf(line.target, line.served),
        words.lang(line.lang),
        time("ttfb_ms", "p50"),
        time("ttft_ms", "p95"),
        time("thinking_ms", "p50"),
        time("e2e_ms", "p90"),
        perToken(rows, line, time("tpot_ms", "p50")),
        perToken(rows, line, time("tpot_ms", "p90")),
        time("icl_ms", "p50"),
        lastOf(rows, line, "icl_ms", words),
        perToken(rows, line, writeSpeed(timeOf(rows, line, "tokens_per_s", "p10")?.value)),
        speed("e2e_tokens_per_s"),
        speed("bytes_per_s"),
      ];
    }),
  };
}
