import type { Metric } from "../../domain/measurement.ts";
import { fixed, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { LatencyFacts } from "./facts.ts";
import { countOf } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { LatencyWording } from "./wording.ts";
import { timeWithInterval } from "./written.ts";

/** How the times were taken, and what of them is the measuring itself. */
export function methodBlocks(rows: Rows, facts: LatencyFacts, words: LatencyWording): Block[] {
  return [
    { kind: "heading", text: words.methodHeading },
    { kind: "list", items: [...words.method(facts), ...words.errors(facts)] },
    { kind: "text", text: words.conditionsIntro },
    ...stamp(facts, words),
    conditionsTable(rows, facts, words),
  ];
}

/** What stands apart from the times above, and what makes some of them say little. */
function conditionsTable(rows: Rows, { targets, langs, health }: LatencyFacts, words: LatencyWording): Block {
  return {
    kind: "table",
    columns: columns(words, [
      "target",
      "lang",
      "cold",
      "ttftCold",
      "cached",
      "ttftCached",
      "hiddenThinking",
      "coarse",
      ...(health === undefined ? [] : (["limited"] as const)),
      "served",
    ]),
    rows: targets.flatMap(({ target, served }) =>
      langs.map((lang) => {
        const line = { target, lang };
        const asked = countOf(rows, line, "trials") !== undefined;
        const count = (metric: Metric): string =>
          fixed(asked ? (countOf(rows, line, metric)?.value ?? 0) : undefined, 0);
        return [
          `\`${target}\``,
          words.lang(lang),
          count("cold_trials"),
          timeWithInterval(countOf(rows, line, "ttft_ms", "p50 cold")),
          count("cached_trials"),
          timeWithInterval(countOf(rows, line, "ttft_ms", "p50 cached")),
          count("hidden_thinking"),
          count("coarse_streams"),
          ...(health === undefined ? [] : [count("client_limited")]),
          served.length === 0 ? UNKNOWN : served.map((model) => `\`${model}\``).join(", "),
        ];
      }),
    ),
  };
}
