import { fixed } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { ValidityFacts } from "./facts.ts";
import { known } from "./known.ts";
import { changedOf, differenceOf, judgedOf, langsUnder } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { ValidityWording } from "./wording.ts";
import { judgedPoints } from "./written.ts";

/** What every other condition does to valid answers at first try, against the base on the same items. */
export function effectBlocks(rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] {
  const changed = changedOf(facts);
  if (changed.length === 0) return [];
  const lines = facts.targets.flatMap(({ target }) =>
    changed.flatMap((condition) =>
      langsUnder(facts, condition).map((lang) => {
        const place = { target, lang, condition: condition.name };
        return { ...place, difference: differenceOf(rows, place, "validity_effect") };
      }),
    ),
  );
  return [
    { kind: "heading", text: words.effectHeading },
    { kind: "text", text: words.effectIntro(judgedOf(lines.map(({ difference }) => difference))) },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, ["target", "changed", "lang", "items", "effect"]),
      rows: known(
        lines.map(({ target, lang, condition, difference }) => [
          `\`${target}\``,
          words.condition(condition),
          words.lang(lang),
          fixed(difference.row?.clusters, 0),
          judgedPoints(difference, words),
        ]),
        3,
      ),
    },
  ];
}
