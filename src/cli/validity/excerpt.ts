import type { FaultKind } from "../../domain/grade.ts";

/** Code points of an excerpt. */
const LONGEST = 140;
/** How much of it stands before the place that it is about. */
const BEFORE = 40;

/** With hyphens; with blanks or dots where it begins as a Korean one does; and one of a mobile phone in one piece. */
const PHONE =
  /(?<![\d-])(?:\+?\d{2,4}-\d{3,4}-\d{4}|(?:\+82[-. ]?|0)\d{1,2}[-. ]\d{3,4}[-. ]\d{4}|(?:\+82[-. ]?|0)1[016-9]\d{7,8})(?![\d-])/g;

/** Numbers that may be somebody's, and addresses of mail: in an example nobody needs them. */
const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, "[mail]"],
  [/(?<!\d)\d{6}-[1-8]\d{6}(?!\d)/g, "[number]"],
  [PHONE, "[phone]"],
];

/**
 * A part of an answer on one line, with what is wrong in it, and without numbers and addresses by which somebody could be
 * reached. @param path as the fields were asked for, as in `items[1].price`
 */
export function excerpt(answer: string, fault: FaultKind, path: string | undefined): string {
  const line = Array.from(PERSONAL.reduce((text, [shape, instead]) => text.replace(shape, instead), onOneLine(answer)));
  if (line.length <= LONGEST) return line.join("");
  const from = Math.max(0, Math.min(startOf(line.join(""), fault, path), line.length - LONGEST));
  const to = Math.min(line.length, from + LONGEST);
  return `${from > 0 ? "…" : ""}${line.slice(from, to).join("")}${to < line.length ? "…" : ""}`;
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** Where the excerpt begins, in code points: before the field that is wrong, or so that the end is in it. */
function startOf(line: string, fault: FaultKind, path: string | undefined): number {
  if (fault === "truncated" || fault === "trailing-comma") return Number.POSITIVE_INFINITY;
  const at = placeOf(line, path?.split(/[.[\]]+/).filter((step) => step !== "") ?? []);
  return at < 0 ? 0 : Math.max(0, Array.from(line.slice(0, at)).length - BEFORE);
}

/** Where the last field of a path is: each field is looked for after the one before, in a list as often as its place says. */
function placeOf(line: string, steps: readonly string[]): number {
  let at = -1;
  for (const [i, step] of steps.entries()) {
    if (/^\d+$/.test(step)) continue;
    const before = steps[i - 2];
    const times = before !== undefined && /^\d+$/.test(steps[i - 1] ?? "") ? Number(steps[i - 1]) : 0;
    for (let time = 0; time <= times; time++) {
      const found = line.indexOf(`"${step}"`, at + 1);
      if (found < 0) break;
      at = found;
    }
  }
  return at;
}
