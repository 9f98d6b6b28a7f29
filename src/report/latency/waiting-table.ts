import type { Metric } from "../../domain/measurement.ts";
import { fixed } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { LatencyFacts } from "./facts.ts";
import { countOf, linesOf, timeOf } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { LatencyWording } from "./wording.ts";
import { writeSeconds, writeTime } from "./written.ts";

/** What was waited for beside the answers, and what it makes of the wait for the first token. */
export function waitingBlocks(rows: Rows, facts: LatencyFacts, words: LatencyWording): Block[] {
  return [
    { kind: "text", text: words.waitingIntro },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, [
        "target",
        "lang",
        "retries",
        "backoff",
        "queue",
        "ttft",
        "response",
        "p90",
        "responseP90",
      ]),
      rows: linesOf(rows, facts).map((line) => {
        const time = (metric: Metric, condition: string): string =>
          writeTime(timeOf(rows, line, metric, condition)?.value);
        const asked = countOf(rows, line, "trials") !== undefined;
        const count = (metric: Metric, condition?: string): number | undefined =>
          asked ? (countOf(rows, line, metric, condition)?.value ?? 0) : undefined;
        const counts = [
          fixed(count("retries"), 0),
          writeSeconds(count("waiting_ms", "back-off")),
          writeSeconds(count("waiting_ms", "queue")),
        ];
        return [
          words.targetOf(line.target, line.served),
          words.lang(line.lang),
          ...counts.map((text) => (line.first ? text : "")),
          time("ttft_ms", "p50"),
          time("response_ms", "p50"),
          time("ttft_ms", "p90"),
          time("response_ms", "p90"),
        ];
      }),
    },
  ];
}
