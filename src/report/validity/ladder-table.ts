import type { Metric } from "../../domain/measurement.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { ValidityFacts } from "./facts.ts";
import { known } from "./known.ts";
import { figureOf, langsUnder } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { ValidityWording } from "./wording.ts";
import { plainShare } from "./written.ts";

const STEPS = [
  "syntax_valid",
  "first_try_valid",
  "repaired_valid",
  "field_accuracy",
  "answer_right",
] as const satisfies readonly Metric[];

/** How far first answers come: JSON at all, valid, valid once repaired, right. */
export function ladderBlocks(rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] {
  return [
    { kind: "heading", text: words.ladderHeading },
    { kind: "text", text: words.ladderIntro },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, ["target", "mode", "lang", "syntax", "firstValid", "repaired", "fields", "right"]),
      rows: known(
        facts.targets.flatMap(({ target }) =>
          facts.conditions.flatMap((condition) =>
            langsUnder(facts, condition).map((lang) => [
              `\`${target}\``,
              words.condition(condition.name),
              words.lang(lang),
              ...STEPS.map((metric) =>
                plainShare(figureOf(rows, { target, lang, condition: condition.name }, metric)?.value, words),
              ),
            ]),
          ),
        ),
        3,
      ),
    },
  ];
}
