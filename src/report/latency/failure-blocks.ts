import type { Measurement, Metric } from "../../domain/measurement.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { Ending } from "../../measure/ending.ts";
import { shareOf } from "../cells.ts";
import { fixed, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { LatencyFacts } from "./facts.ts";
import { countOf } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { LatencyWording } from "./wording.ts";

/** A share of attempts, and no class. */
const ALL_ATTEMPTS = "all attempts";
const RATES = ["attempt_failure", "retry_rate", "eventual_failure"] as const satisfies readonly Metric[];

/** How often an attempt failed, was made again and failed for good: of all, and by class. */
export function failureBlocks(rows: Rows, facts: LatencyFacts, words: LatencyWording): Block[] {
  const classes = classLines(rows, facts, words);
  return [
    { kind: "heading", text: words.failuresHeading },
    { kind: "text", text: words.failuresIntro },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, ["target", "lang", "asked", "firstFailed", "askedAgain", "failedInTheEnd", "otherwise"]),
      rows: facts.targets.flatMap(({ target }) =>
        facts.langs.map((lang) => [
          `\`${target}\``,
          words.lang(lang),
          fixed(countOf(rows, { target, lang }, "trials")?.value, 0),
          ...RATES.map((metric) => shareOf(countOf(rows, { target, lang }, metric), words)),
          endingsOf(rows, target, lang, words),
        ]),
      ),
    },
    ...(classes.length === 0
      ? []
      : [
          { kind: "text" as const, text: words.classesIntro(facts) },
          ...stamp(facts, words),
          {
            kind: "table" as const,
            columns: columns(words, ["target", "class", "firstFailed", "askedAgain", "failedInTheEnd"]),
            rows: classes,
          },
        ]),
  ];
}

/** A line for each class of failure that a target had, its counts by language. */
function classLines(rows: Rows, { targets, langs }: LatencyFacts, words: LatencyWording): string[][] {
  return targets.flatMap(({ target }) => {
    const own = rows.all.filter((row) => row.target === target && RATES.some((metric) => metric === row.metric));
    const classes = [...new Set(own.flatMap(({ condition }) => condition ?? []))].filter(
      (name) => name !== ALL_ATTEMPTS,
    );
    return classes.map((name) => [
      `\`${target}\``,
      words.failure(name),
      ...RATES.map((metric) =>
        langs.map((lang) => casesOf(countOf(rows, { target, lang }, metric, name), words)).join(" / "),
      ),
    ]);
  });
}

/** `3 (2.1 %)`; 0 where a class did not occur. */
function casesOf(row: Measurement | undefined, words: LatencyWording): string {
  if (row?.value === undefined) return "0";
  const percent = words.percent(fixed(row.value * 100, 1));
  return row.n === undefined ? percent : `${fixed(Math.round(row.value * row.n), 0)} (${percent})`;
}

/** `length 3, empty 1`: how first attempts ended that neither failed nor were complete; unknown where none was made. */
function endingsOf(rows: Rows, target: string, lang: Lang, words: LatencyWording): string {
  const own = rows.all.filter((row) => row.target === target && row.lang === lang);
  if (own.length === 0) return UNKNOWN;
  return own
    .filter(({ metric, condition }) => metric === "endings" && condition !== "complete")
    .map(({ condition, value }) => `${words.ending(condition as Ending)} ${fixed(value, 0)}`)
    .join(", ");
}
