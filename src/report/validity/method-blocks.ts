import { FAULTS } from "../../domain/grade.ts";
import { fixed } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { ValidityFacts } from "./facts.ts";
import { known } from "./known.ts";
import { figureOf, langsUnder } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { ValidityWording } from "./wording.ts";

/** What the API did not answer, and how alike answers to the same item are. */
export const troubleBlocks = (rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] => [
  { kind: "heading", text: words.troubleHeading },
  { kind: "text", text: words.troubleIntro },
  ...stamp(facts, words),
  {
    kind: "table",
    columns: columns(words, ["target", "mode", "lang", "asked", "trouble", "within"]),
    rows: known(
      facts.targets.flatMap(({ target }) =>
        facts.conditions.flatMap((condition) =>
          langsUnder(facts, condition).map((lang) => {
            const place = { target, lang, condition: condition.name };
            const within = figureOf(rows, place, "within_item")?.value;
            return [
              `\`${target}\``,
              words.condition(condition.name),
              words.lang(lang),
              fixed(figureOf(rows, place, "trials")?.value, 0),
              fixed(figureOf(rows, place, "api_trouble")?.value, 0),
              fixed(within, 2).replace(/^-/, "−"),
            ];
          }),
        ),
      ),
      3,
    ),
  },
];

/** How it was asked and graded: tasks, conditions, ways of asking again, the ladder, the faults. */
export const methodBlocks = (facts: ValidityFacts, words: ValidityWording): Block[] => [
  { kind: "heading", text: words.methodHeading },
  { kind: "list", items: words.method(facts) },
  {
    kind: "table",
    columns: columns(words, ["task", "title", "level", "items"]),
    rows: facts.tasks.map(({ name, title, level, items }) => [
      `\`${name}\``,
      title[words.locale],
      words.level(level),
      fixed(items, 0),
    ]),
  },
  { kind: "text", text: words.conditionsIntro },
  { kind: "list", items: facts.conditions.map(({ name }) => words.conditionMeans(name)) },
  { kind: "text", text: words.gradingIntro },
  { kind: "list", items: words.grading },
  {
    kind: "details",
    summary: words.definitionsSummary,
    blocks: [{ kind: "list", items: FAULTS.map((fault) => `${words.fault(fault)}: ${words.faultMeans(fault)}`) }],
  },
];
