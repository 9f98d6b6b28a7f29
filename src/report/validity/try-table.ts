import { shareOf } from "../cells.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns, type ValidityColumn } from "./columns.ts";
import type { ValidityFacts } from "./facts.ts";
import { countsOf, crossedOf, figureOf } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { ValidityWording } from "./wording.ts";

const VALID = { ko: "validKo", en: "validEn" } as const;
const ASKED = { ko: "answersKo", en: "answersEn" } as const;

/** How often the first answer is valid, by target and mode, the languages beside each other. */
export function tryBlocks(rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] {
  const { targets, langs } = facts;
  return [
    { kind: "heading", text: words.tryHeading },
    { kind: "text", text: words.tryIntro },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, [
        "target",
        "mode",
        ...langs.flatMap((lang): ValidityColumn[] => [VALID[lang], ASKED[lang]]),
      ]),
      rows: targets.flatMap(({ target }) =>
        crossedOf(facts).map(({ name }) => [
          `\`${target}\``,
          words.condition(name),
          ...langs.flatMap((lang) => {
            const row = figureOf(rows, { target, lang, condition: name }, "first_try_valid");
            return [shareOf(row, words), countsOf(row)];
          }),
        ]),
      ),
    },
  ];
}
