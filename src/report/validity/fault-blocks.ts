import type { FaultKind } from "../../domain/grade.ts";
import { fixed } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { faultChartBlocks } from "./charts.ts";
import { codeSpan } from "./code-span.ts";
import { columns } from "./columns.ts";
import type { FaultExample, ValidityFacts } from "./facts.ts";
import { crossedOf, faultCount, faultsIn, figureOf, gradedOf, langsUnder } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { ValidityWording } from "./wording.ts";

/** How first answers fail: a picture, counts by fault, and an example of each. */
export function faultBlocks(rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] {
  const faults = faultsIn(rows, facts.conditions);
  const heading: Block = { kind: "heading", text: words.faultsHeading };
  const any = rows.all.some(({ metric, value }) => metric === "first_try_valid" && value !== undefined);
  if (faults.length === 0) return any ? [heading, { kind: "text", text: words.noFaults }] : [];
  return [
    heading,
    { kind: "text", text: words.faultsIntro(facts) },
    ...faultChartBlocks(rows, facts, words),
    ...countBlocks(rows, facts, words),
    {
      kind: "details",
      summary: words.faultsByCondition,
      blocks: [...stamp(facts, words), conditionTable(rows, facts, faults, words)],
    },
    ...exampleBlocks(facts, words),
  ];
}

/** A line for each fault, a column for each target; the conditions together that both languages are asked under. */
function countBlocks(rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] {
  const { langs } = facts;
  const conditions = crossedOf(facts);
  const faults = faultsIn(rows, conditions);
  if (faults.length === 0) return [];
  const { graded } = gradedOf(rows, facts);
  const total = (target: string, of: (place: Parameters<typeof figureOf>[1]) => number | undefined): string =>
    langs
      .map((lang) => {
        const known = conditions.flatMap(({ name }) => of({ target, lang, condition: name }) ?? []);
        return fixed(known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0), 0);
      })
      .join(" / ");
  const table: Block = {
    kind: "table",
    columns: [
      ...columns(words, ["fault"]),
      ...graded.map((target) => ({ title: `\`${target}\``, align: "right" as const })),
    ],
    rows: [
      ...faults.map((fault) => [
        words.fault(fault),
        ...graded.map((target) => total(target, (place) => faultCount(rows, place, fault))),
      ]),
      [
        words.firstAnswers,
        ...graded.map((target) => total(target, (place) => figureOf(rows, place, "first_try_valid")?.n)),
      ],
    ],
  };
  return [...stamp(facts, words), table];
}

/** A line for each target and fault that it had, a column for each condition. */
function conditionTable(rows: Rows, facts: ValidityFacts, faults: readonly FaultKind[], words: ValidityWording): Block {
  return {
    kind: "table",
    columns: [
      ...columns(words, ["target", "fault"]),
      ...facts.conditions.map(({ name }) => ({ title: words.condition(name), align: "right" as const })),
    ],
    rows: facts.targets.flatMap(({ target }) =>
      faults.flatMap((fault) => {
        const counts = facts.conditions.map((condition) =>
          langsUnder(facts, condition).map((lang) =>
            faultCount(rows, { target, lang, condition: condition.name }, fault),
          ),
        );
        if (counts.flat().every((count = 0) => count === 0)) return [];
        return [
          [
            `\`${target}\``,
            words.fault(fault),
            ...counts.map((own) => own.map((count) => fixed(count, 0)).join(" / ")),
          ],
        ];
      }),
    ),
  };
}

/** Answers that failed, as they came; nothing in them is Markdown. */
function exampleBlocks(facts: ValidityFacts, words: ValidityWording): Block[] {
  if (facts.examples.length === 0) return [];
  const line = ({ fault, target, item, lang, condition, path, text }: FaultExample): string => {
    const where = path === undefined || path === "" ? "" : ` (${codeSpan(path)})`;
    const answer = text === "" ? words.emptyText : codeSpan(text);
    return `${words.fault(fault)}${where}: ${answer}. \`${target}\`, \`${item}.${condition}.${lang}\``;
  };
  return [
    {
      kind: "details",
      summary: words.examplesSummary,
      blocks: [
        ...stamp(facts, words),
        { kind: "text", text: words.examplesIntro },
        { kind: "list", items: facts.examples.map(line) },
      ],
    },
  ];
}
