import type { Measurement } from "../../domain/measurement.ts";
import { shareOf } from "../cells.ts";
import { UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { LatencyFacts } from "./facts.ts";
import { countOf } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { LatencyWording } from "./wording.ts";
import { writeSpeed } from "./written.ts";

/** How many requests met the limits of each preset, how many a second did, and the throughput of all together. */
export function levelBlocks(rows: Rows, facts: LatencyFacts, words: LatencyWording): Block[] {
  const { slos, langs, targets } = facts;
  return [
    { kind: "heading", text: words.levelsHeading },
    { kind: "text", text: words.levelsIntro(slos.length) },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: [
        ...columns(words, ["target", "lang"]),
        ...slos.map(({ title }) => ({ title: title[words.locale], align: "right" as const })),
        ...columns(words, ["throughput"]),
      ],
      rows: targets.flatMap(({ target }) =>
        langs.map((lang) => {
          const line = { target, lang };
          return [
            `\`${target}\``,
            words.lang(lang),
            ...slos.map(({ name }) => {
              const met = shareOf(countOf(rows, line, "slo_attainment", name), words);
              const rate = countOf(rows, line, "goodput_per_s", name)?.value;
              return rate === undefined || met === UNKNOWN ? met : `${met}, ${words.perSecond(writeSpeed(rate))}`;
            }),
            throughputOf(countOf(rows, line, "system_tokens_per_s")),
          ];
        }),
      ),
    },
    ...(slos.length === 0 ? [] : [{ kind: "list" as const, items: slos.map((slo) => words.slo(slo)) }]),
  ];
}

/** At least so many where some answers told no tokens. */
function throughputOf(row: Measurement | undefined): string {
  return row?.value === undefined && row?.low !== undefined ? `≥ ${writeSpeed(row.low)}` : writeSpeed(row?.value);
}
