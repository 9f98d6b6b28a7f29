import { expect } from "vitest";
import { FINISH_REASONS } from "../../src/domain/finish.ts";
import { Grade } from "../../src/domain/grade.ts";
import { gradeAnswer } from "../../src/grade/grade.ts";
import { readJson } from "../../src/grade/read/ladder.ts";
import { seeded } from "../../src/measure/random.ts";
import type { Item } from "./pool.ts";

/** What answers are spoilt with: signs of JSON and of Markdown, Korean, broken letters. */
const PIECES = [
  ...["{", "}", "[", "]", ",", ":", '"', "'", "“", "”", "\\", "\\u", "\\ud83d", "```", "```json\n", "\n```\n", "~~~"],
  ...["\n", " ", "\uFEFF", "\u0000", "\u2028", "\uFFFD", "\ud83d", "ì•ˆ", "null", "true", "NaN", "-", "0", "1e999"],
  ...["삼만 원", "thirty thousand", "３８０００", "￦", "2026. 11. 24.", "네, 답입니다.", "[참고]", "[1]", "// ", "/*"],
  ...['"__proto__":', '"constructor":', '{"a":1}', "<think>", "안녕", "😀"],
];

/** Spoils the right answers to items one after another, as a seed says, and grades each. */
export function gradeSpoilt(items: readonly Item[], seed: number, count: number): void {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const spoilt = (text: string): string => {
    const from = below(text.length + 1);
    const to = Math.min(text.length, from + below(12));
    switch (below(6)) {
      case 0:
        return text.slice(0, from) + text.slice(to);
      case 1:
        return text.slice(0, from) + oneOf(PIECES) + text.slice(from);
      case 2:
        return text.slice(0, from) + oneOf(PIECES) + text.slice(to);
      case 3:
        return text.slice(0, from);
      case 4:
        return text.slice(0, to) + text.slice(from);
      default:
        return oneOf(PIECES) + text + oneOf(PIECES);
    }
  };
  for (let at = 0; at < count; at++) {
    const { asked } = oneOf(items);
    let text = JSON.stringify(asked.expected, null, below(2) * 2);
    for (let times = below(4); times >= 0; times--) text = spoilt(text);
    const finish = below(3) === 0 ? oneOf(FINISH_REASONS) : undefined;
    check(text, gradeAnswer({ text, finish }, asked), asked);
  }
}

/** What holds for a grade of any text at all. */
function check(text: string, grade: Grade, { task }: Item["asked"]): void {
  const value = parsed(text.replace(/^\uFEFF/, ""));
  const fits = value !== undefined && task.schema.safeParse(value.json).success;
  const read = readJson(text);
  const found = read && parsed(read.json);
  const wrong = [
    ...(read === undefined || (text.includes(read.json) && found !== undefined)
      ? []
      : ["what is read is a part of it"]),
    ...((grade.valid || grade.repaired) === (found !== undefined && task.schema.safeParse(found.json).success)
      ? []
      : ["what is repaired is JSON and fits"]),
    ...(grade.valid === fits ? [] : ["valid is what JSON.parse and the schema take"]),
    ...((grade.reading === "raw") === (value !== undefined) ? [] : ["read raw is what JSON.parse takes"]),
    ...(grade.valid && grade.repaired ? ["never both"] : []),
    ...(grade.repaired && grade.reading === "raw" ? ["nothing was repaired"] : []),
    ...((grade.decided === undefined) === grade.valid ? [] : ["what decides is told where it is not valid"]),
    ...(Grade.safeParse(grade).success ? [] : ["a line of a log"]),
  ];
  if (wrong.length > 0) expect({ text, grade, wrong }).toEqual({ text, grade, wrong: [] });
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
