import type { Comparison } from "../domain/task.ts";
import { sameMoment } from "./normal/date.ts";
import { numberIn } from "./normal/number.ts";
import { plain } from "./normal/text.ts";

/** Whether a single field is right; `set` is not for single fields and is taken as exact. Null is only ever null. */
export function same(expected: unknown, given: unknown, comparison: Comparison, tolerance = 0): boolean {
  if (expected === null || given === null || given === undefined) return expected === given;
  switch (comparison) {
    case "number":
      return sameNumber(expected, given, tolerance);
    case "date":
      return typeof expected === "string" && typeof given === "string" && sameMoment(expected, given);
    case "text":
      return typeof expected === "string" && typeof given === "string"
        ? plain(expected) === plain(given)
        : canonical(expected) === canonical(given);
    case "free":
      return typeof given === typeof expected && Array.isArray(given) === Array.isArray(expected) && !isBlank(given);
    default:
      return canonical(expected) === canonical(given);
  }
}

/** F1 of the members of a list, as texts and each as often as it stands: twice the share found and right together. */
export function setScore(expected: readonly unknown[], given: readonly unknown[]): number {
  if (expected.length + given.length === 0) return 1;
  const left = new Map<string, number>();
  for (const member of expected) left.set(memberText(member), (left.get(memberText(member)) ?? 0) + 1);
  let found = 0;
  for (const text of given.map(memberText)) {
    const count = left.get(text) ?? 0;
    if (count > 0) found++;
    left.set(text, count - 1);
  }
  return (2 * found) / (expected.length + given.length);
}

const memberText = (member: unknown): string => (typeof member === "string" ? plain(member) : canonical(member));

function sameNumber(expected: unknown, given: unknown, tolerance: number): boolean {
  const [wanted, found] = [expected, given].map((value) => (typeof value === "string" ? numberIn(value) : value));
  if (typeof wanted !== "number" || typeof found !== "number") return false;
  // Room for what binary fractions lose: 0.1 + 0.2 is 0.3.
  return Math.abs(wanted - found) <= tolerance + 1e-9 * Math.abs(wanted);
}

const isBlank = (value: unknown): boolean => typeof value === "string" && value.trim() === "";

/** A value as JSON whose keys are in order, so that their order says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inside: unknown) =>
    typeof inside === "object" && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  );
}
