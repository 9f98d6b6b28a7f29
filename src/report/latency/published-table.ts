import type { Metric } from "../../domain/measurement.ts";
import { fixed, range, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import { isLimited, type LatencyFacts, type PublishedTimes } from "./facts.ts";
import { type Line, linesOf, perToken, timeOf } from "./lines.ts";
import { stamp } from "./stamp.ts";
import { placeOf } from "./verdict.ts";
import type { LatencyWording } from "./wording.ts";
import { writeSpeed, writeTime } from "./written.ts";

type Span = PublishedTimes["ttftMs"];

/** What a text printed of the same targets, beside what was measured here; simulated and spoilt figures judge nothing. */
export function publishedBlocks(rows: Rows, facts: LatencyFacts, words: LatencyWording): Block[] {
  const { published, grade, langs } = facts;
  if (published === undefined) return [];
  const judging = grade?.evidence !== "simulated" && !isLimited(facts);
  const lines = linesOf(rows, facts);
  // A target that is not in the plan still has what was published of it.
  const linesFor = (target: string): readonly Line[] => {
    const own = lines.filter((line) => line.target === target);
    return own.length > 0 ? own : langs.map((lang, i) => ({ target, lang, served: undefined, first: i === 0 }));
  };
  return [
    { kind: "heading", text: words.publishedHeading },
    { kind: "text", text: words.publishedIntro(facts, published) },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, [
        "target",
        "publishedTtft",
        "publishedSpeed",
        "lang",
        "ttft",
        ...(judging ? (["againstTtft"] as const) : []),
        "tokensPerS",
        ...(judging ? (["againstSpeed"] as const) : []),
      ]),
      rows: published.rows.flatMap((row) =>
        linesFor(row.target).map((line) => {
          const of = (metric: Metric): number | undefined => timeOf(rows, line, metric, "p50")?.value;
          const judged = (value: number | undefined, span: Span): string[] =>
            judging ? [value === undefined ? UNKNOWN : words.against(placeOf(value, span))] : [];
          return [
            words.targetOf(line.target, line.served),
            words.publishedCell(spanOf(row.ttftMs)),
            words.publishedCell(spanOf(row.tokensPerS)),
            words.lang(line.lang),
            writeTime(of("ttft_ms")),
            ...judged(of("ttft_ms"), row.ttftMs),
            perToken(rows, line, writeSpeed(of("tokens_per_s"))),
            ...judged(of("tokens_per_s"), row.tokensPerS),
          ];
        }),
      ),
    },
  ];
}

const spanOf = ({ low, high }: Span): string => range(fixed(low, 0), fixed(high, 0));
