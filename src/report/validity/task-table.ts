import { BASE } from "../../domain/condition.ts";
import { FEWEST_CLUSTERS } from "../../measure/bootstrap.ts";
import { shareOf } from "../cells.ts";
import { fixed } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns, type ValidityColumn } from "./columns.ts";
import type { ValidityFacts } from "./facts.ts";
import { known } from "./known.ts";
import { figureOf } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { ValidityWording } from "./wording.ts";

const VALID = { ko: "validKo", en: "validEn" } as const;

/** How often the first answer is valid under the base condition, task by task. */
export function taskBlocks(rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] {
  const { targets, tasks, langs, conditions } = facts;
  if (!conditions.some(({ name }) => name === BASE.name)) return [];
  return [
    { kind: "heading", text: words.taskHeading },
    { kind: "text", text: words.taskIntro(tasks.some(({ items }) => items < FEWEST_CLUSTERS)) },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, [
        "task",
        "level",
        "items",
        "target",
        ...langs.map((lang): ValidityColumn => VALID[lang]),
      ]),
      rows: known(
        tasks.flatMap(({ name, level, items }) =>
          targets.map(({ target }) => [
            `\`${name}\``,
            words.level(level),
            fixed(items, 0),
            `\`${target}\``,
            ...langs.map((lang) =>
              shareOf(figureOf(rows, { target, lang, condition: BASE.name, task: name }, "first_try_valid"), words),
            ),
          ]),
        ),
        4,
      ),
    },
  ];
}
