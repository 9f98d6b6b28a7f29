import type { FinishReason } from "../domain/finish.ts";
import type { Fault, Grade } from "../domain/grade.ts";
import type { Task, TaskItem } from "../domain/task.ts";
import { schemaFaults } from "./fault/schema.ts";
import { textFaults } from "./fault/text.ts";
import { fieldsRight } from "./fields.ts";
import { duplicateKeys } from "./read/duplicates.ts";
import { type Read, readJson } from "./read/ladder.ts";
import { hasLoneSurrogate, hasMojibake, someText } from "./read/letters.ts";
import { renamed, renaming } from "./renamed.ts";

/** An answer: its text, or the arguments of its tool call. */
export type Answer = { readonly text: string; readonly finish?: FinishReason | undefined };

/** What it is held against. */
export type Asked = Pick<TaskItem, "tolerance"> & {
  readonly task: Pick<Task, "schema" | "values" | "names" | "compare">;
  /** Of the language that was asked in. */
  readonly expected: unknown;
  /** In which language the fields were asked for; left out: English, as in the schema. */
  readonly fields?: "ko" | "en";
};

/**
 * Grades an answer step by step: read as it is, without a fence, by its first value; as the schema has it; its fields
 * right. Valid counts only the first reading; what had to be repaired is told apart. Fields are compared wherever a value
 * was found, so that an amount written as text is a fault of the schema and yet the right amount.
 */
export function gradeAnswer({ text, finish }: Answer, { task, expected, tolerance, fields }: Asked): Grade {
  const read = readJson(text);
  const inText = textFaults(text, read, finish);
  if (read === undefined) {
    const faults = [...inText, ...lettersOf(text, undefined)];
    return { valid: false, repaired: false, steps: stepsOf(undefined, false, false), faults, ...decidedBy(inText) };
  }
  const names = fields === "ko" ? task.names : {};
  const value = renamed(read.value, names);
  const inSchema = schemaFaults(task, value);
  const twice = duplicateKeys(read.json, renaming(names)).map((path) => ({ kind: "duplicate-key" as const, path }));
  const right = fieldsRight({ compare: task.compare, ...(tolerance && { tolerance }) }, expected, value);
  const fits = inSchema.length === 0;
  const valid = fits && read.by === "raw";
  // A text that was cut off after its value, or before any words, lost nothing of it.
  const [late, early] = [inText.filter(isCut), inText.filter((fault) => !isCut(fault))];
  return {
    reading: read.by,
    valid,
    repaired: fits && !valid,
    steps: stepsOf(read, fits, right.wrong.length === 0),
    faults: [...early, ...inSchema, ...late, ...twice, ...lettersOf(text, value)],
    ...(valid ? {} : decidedBy([...early, ...inSchema])),
    fields: right,
  };
}

const isCut = ({ kind }: Fault): boolean => kind === "truncated";

const decidedBy = ([first]: readonly Fault[]): Pick<Grade, "decided"> => (first ? { decided: first.kind } : {});

function stepsOf(read: Read | undefined, fits: boolean, right: boolean): Grade["steps"] {
  const outcome = (passed: boolean): "passed" | "failed" => (passed ? "passed" : "failed");
  const by = read?.by;
  return {
    raw: outcome(by === "raw"),
    fence: by === "raw" ? "skipped" : outcome(by === "fence"),
    extracted: by === "raw" || by === "fence" ? "skipped" : outcome(by === "extracted"),
    schema: read === undefined ? "skipped" : outcome(fits),
    fields: fits ? outcome(right) : "skipped",
  };
}

/** Broken letters, in the text as it came or behind its escapes. */
function lettersOf(text: string, value: unknown): Fault[] {
  const faults: Fault[] = [];
  if (hasMojibake(text) || someText(value, hasMojibake)) faults.push({ kind: "mojibake" });
  if (hasLoneSurrogate(text) || someText(value, hasLoneSurrogate)) faults.push({ kind: "lone-surrogate" });
  return faults;
}
