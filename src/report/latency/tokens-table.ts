import type { Measurement } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { fixed, significant, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { LatencyFacts } from "./facts.ts";
import { countOf } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { LatencyWording } from "./wording.ts";

/** How much was read and written, and what it cost: the length of an answer decides when it ends. */
export function tokenBlocks(rows: Rows, facts: LatencyFacts, words: LatencyWording): Block[] {
  const both = facts.langs.length > 1;
  return [
    {
      kind: "details",
      summary: words.tokensSummary,
      blocks: [
        { kind: "text", text: words.tokensIntro(facts) },
        ...stamp(facts, words),
        {
          kind: "table",
          columns: columns(words, [
            "target",
            "lang",
            "input",
            ...(both ? (["ratio"] as const) : []),
            "output",
            "thinkingTokens",
            "usd",
          ]),
          rows: facts.targets.flatMap(({ target }) =>
            facts.langs.map((lang, i) => {
              const of = (
                metric: "input_tokens" | "output_tokens" | "thinking_tokens" | "usd_spent",
              ): Measurement | undefined => countOf(rows, { target, lang }, metric);
              const ratio = rows.find({ metric: "input_token_ratio", target, domain: ALL_DOMAINS });
              return [
                `\`${target}\``,
                words.lang(lang),
                short(of("input_tokens")?.value),
                ...(both ? [i === 0 ? fixed(ratio?.value, 2) : ""] : []),
                short(of("output_tokens")?.value),
                short(of("thinking_tokens")?.value),
                usdOf(of("usd_spent")),
              ];
            }),
          ),
        },
      ],
    },
  ];
}

/** Means: a decimal only where it is not whole. */
const short = (value: number | undefined): string =>
  fixed(value, value === undefined || Number.isInteger(value) || value >= 1000 ? 0 : 1);

/** `≥` where some of it is not known; that it cost at least nothing is no knowledge. */
function usdOf(row: Measurement | undefined): string {
  if (row?.value !== undefined) return significant(row.value, 3);
  return row?.low === undefined || row.low === 0 ? UNKNOWN : `≥ ${significant(row.low, 3)}`;
}
