import type { Measurement, Metric } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { fixed, signed, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { LatencyFacts } from "./facts.ts";
import { stamp } from "./stamp.ts";
import { differenceVerdict } from "./verdict.ts";
import type { LatencyColumn, LatencyWording } from "./wording.ts";

const COMPARED = [
  ["ttft_ms", "ttftDifference"],
  ["ttfvt_ms", "ttfvtDifference"],
  ["e2e_ms", "e2eDifference"],
  ["chars_per_s", "charsDifference"],
] as const satisfies readonly (readonly [Metric, LatencyColumn])[];

/** Korean − English of a target on the same prompts. */
export const differenceOf = (rows: Rows, target: string, metric: Metric): Measurement | undefined =>
  rows.find({ metric, target, domain: ALL_DOMAINS, lang: "ko-en", condition: "mean difference" });

/** Korean against English on the same prompts, with a verdict for each figure. */
export function differenceBlocks(rows: Rows, facts: LatencyFacts, words: LatencyWording): Block[] {
  const heading: Block = { kind: "heading", text: words.differenceHeading };
  const [lang] = facts.langs;
  if (facts.langs.length < 2)
    return lang === undefined ? [] : [heading, { kind: "text", text: words.oneLanguage(lang) }];
  const judged = facts.targets.flatMap(({ target }) =>
    COMPARED.filter(([metric]) => differenceOf(rows, target, metric)?.low !== undefined),
  ).length;
  return [
    heading,
    { kind: "text", text: words.differenceIntro(facts, judged) },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, ["target", "pairs", ...COMPARED.map(([, column]) => column)]),
      rows: facts.targets.map(({ target }) => {
        const cells = COMPARED.map(([metric]) => differenceOf(rows, target, metric));
        return [`\`${target}\``, pairsOf(cells), ...cells.map((row) => cellOf(row, words))];
      }),
    },
    { kind: "text", text: words.comparable },
  ];
}

/** The prompts that the first known figure rests on. */
const pairsOf = (cells: readonly (Measurement | undefined)[]): string =>
  fixed(cells.find((row) => row?.clusters !== undefined)?.clusters, 0);

/** `+35 [+12 to +58]: slower`. */
function cellOf(row: Measurement | undefined, words: LatencyWording): string {
  const verdict = differenceVerdict(row);
  if (row?.value === undefined || verdict === undefined) return UNKNOWN;
  const digits = Math.abs(row.value) < 10 ? 1 : 0;
  const write = (value: number): string => signed(value, digits);
  const interval =
    row.low === undefined || row.high === undefined ? "" : ` [${words.between(write(row.low), write(row.high))}]`;
  return `${write(row.value)}${interval}${words.judged(verdict, row.metric === "chars_per_s" ? "characters" : "time")}`;
}
