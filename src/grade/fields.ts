import type { Fields } from "../domain/grade.ts";
import type { Comparison, Task, TaskItem } from "../domain/task.ts";
import { same, setScore } from "./same.ts";

/** By what the fields of an answer are judged. */
export type Rule = Pick<Task, "compare"> & Pick<TaskItem, "tolerance">;

type Place = {
  readonly path: string;
  /** The path without places in lists, as rules name it. */
  readonly pattern: string;
  /** Of the list that it stands in, where that has one. */
  readonly inherited?: Comparison;
};

/**
 * How many fields of a value are as expected. A field is what is expected to hold no others: a text, a number, null, an
 * empty list, a list compared as a set. Lists go item by item in their order; the fields of an item that is missing or
 * too many are all wrong. A field that the schema does not know is a fault of the schema, not a wrong field.
 */
export function fieldsRight(rule: Rule, expected: unknown, value: unknown): Fields {
  const fields = { right: 0, all: 0, wrong: [] as string[] };
  compare(rule, expected, value, { path: "", pattern: "" }, (path, right, count = 1) => {
    fields.right += right;
    fields.all += count;
    if (right < count) fields.wrong.push(path);
  });
  return fields;
}

type Told = (path: string, right: number, count?: number) => void;

function compare(rule: Rule, expected: unknown, value: unknown, place: Place, told: Told): void {
  const own = rule.compare[place.pattern];
  const comparison = own ?? place.inherited;
  if (own === "set" && Array.isArray(expected)) told(place.path, Array.isArray(value) ? setScore(expected, value) : 0);
  else if (Array.isArray(expected) && !isWhole(own)) compareLists(rule, expected, value, place, told);
  else if (isObject(expected) && !isWhole(own)) {
    for (const [key, inside] of Object.entries(expected)) {
      const given = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
      compare(rule, inside, given, below(place, place.path === "" ? key : `.${key}`, comparison), told);
    }
  } else {
    const right = same(expected, value, comparison ?? usual(expected), rule.tolerance?.[place.pattern]);
    told(place.path, right ? 1 : 0);
  }
}

function compareLists(rule: Rule, expected: readonly unknown[], value: unknown, place: Place, told: Told): void {
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  const inherited = rule.compare[place.pattern] ?? place.inherited;
  const at = (index: number): Place => ({
    ...below(place, "[]", inherited),
    path: `${place.path}[${index}]`,
  });
  // An empty list is a field of its own: null and a list that was left out are none.
  if (expected.length === 0 && given.length === 0) told(place.path, Array.isArray(value) ? 1 : 0);
  for (const [index, item] of expected.entries()) compare(rule, item, given[index], at(index), told);
  for (const [index, item] of given.entries())
    if (index >= expected.length) told(at(index).path, 0, countOf(rule, item, at(index)));
}

/** How many fields an item has that nobody expected. */
function countOf(rule: Rule, item: unknown, place: Place): number {
  let all = 0;
  compare(rule, item, undefined, place, (_path, _right, count = 1) => {
    all += count;
  });
  return Math.max(all, 1);
}

const isWhole = (comparison: Comparison | undefined): boolean => comparison === "exact" || comparison === "free";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const usual = (expected: unknown): Comparison =>
  typeof expected === "number" ? "number" : typeof expected === "string" ? "text" : "exact";

const below = ({ path, pattern }: Place, step: string, inherited: Comparison | undefined): Place => ({
  path: path + step,
  pattern: pattern + step,
  ...(inherited !== undefined && { inherited }),
});
