import type { z } from "zod";
import type { Fault, FaultKind } from "../../domain/grade.ts";
import { flatIssues } from "../../domain/issues.ts";
import { pathOf, valueAt } from "../../domain/path.ts";
import type { Task } from "../../domain/task.ts";
import { looksLikeDate } from "../normal/date.ts";
import { isInWords } from "../normal/number.ts";
import { plain } from "../normal/text.ts";

type Issue = z.core.$ZodIssue;

/** What the schema of a task has against a value, in classes; empty for a value that it takes. */
export function schemaFaults(task: Pick<Task, "schema" | "values">, value: unknown): Fault[] {
  const parsed = task.schema.safeParse(value);
  if (parsed.success) return [];
  return flatIssues(parsed.error.issues).flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.toSorted().map((key) => ({ kind: "extra-field" as const, path: pathOf([...issue.path, key]) }));
    const path = pathOf(issue.path);
    return [{ kind: kindOf(issue, valueAt(value, issue.path), task.values), ...(path !== "" && { path }) }];
  });
}

function kindOf(issue: Issue, given: unknown, values: Task["values"]): FaultKind {
  if (given === undefined) return "missing-field";
  switch (issue.code) {
    case "invalid_type":
      return wantsNumber(issue.expected) && typeof given === "string" && isInWords(given)
        ? "number-words"
        : "wrong-type";
    case "invalid_value":
      return ofChoice(given, values, issue.values);
    case "invalid_union":
      // No branch has this value for what tells them apart.
      return ofChoice(given, values, "options" in issue && Array.isArray(issue.options) ? issue.options : undefined);
    case "invalid_format":
      return isDateFormat(issue.format) || (typeof given === "string" && looksLikeDate(given))
        ? "date-format"
        : "constraint";
    default:
      return "constraint";
  }
}

const wantsNumber = (expected: string): boolean => ["number", "int", "bigint"].includes(expected);

const isDateFormat = (format: string): boolean => ["date", "time", "datetime", "duration"].includes(format);

function ofChoice(given: unknown, values: Task["values"], allowed: readonly unknown[] | undefined): FaultKind {
  if (typeof given !== "string") return "wrong-type";
  const other = [
    ...Object.entries(values).flatMap(([english, korean]) => (alike(korean) === alike(given) ? [english] : [])),
    ...Object.entries(values).flatMap(([english, korean]) => (alike(english) === alike(given) ? [korean] : [])),
  ];
  return other.some((value) => allowed?.includes(value) ?? true) ? "translated-value" : "wrong-value";
}

/** Words of an enum without what joins them: `고객_응대` and `고객 응대` are one. */
const alike = (text: string): string => plain(text).replace(/[\s_-]+/g, " ");
