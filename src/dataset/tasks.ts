import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { UserError } from "../domain/error.ts";
import { flatIssues } from "../domain/issues.ts";
import { pathOf } from "../domain/path.ts";
import { LANGS } from "../domain/prompt.ts";
import { type Task, TaskItem } from "../domain/task.ts";
import { readIdLines } from "./id-lines.ts";
import { normalise } from "./normalise.ts";
import { shown } from "./shown.ts";
import { pathFaults } from "./tasks/check-task.ts";
import { type Place, placesOf } from "./tasks/places.ts";

const ENDING = ".jsonl";
const FORM =
  'A line is {"id": "<task>-01", "ko": {"text": "…", "expected": {…}}, "en": {"text": "…", "expected": {…}}}, the same content in both languages.';

/**
 * The items of a task from `datasets/tasks/<name>.jsonl`, in both languages and with right answers that fit its schema.
 * Bad lines are all found before the file is refused.
 */
export async function readTaskItems(datasets: string, task: Task): Promise<TaskItem[]> {
  const path = join(datasets, "tasks", task.name + ENDING);
  if (!existsSync(path)) {
    throw new UserError("data", `The task ${task.name} has no items: there is no file ${shown(path)}.`, { fix: FORM });
  }
  const places = placesOf(task.schema);
  const lineOf = new Map<string, number>();
  return readIdLines(
    path,
    (value, line) => {
      const parsed = TaskItem.safeParse(value);
      if (!parsed.success) return told(parsed.error.issues);
      const faults = [...itemFaults(parsed.data, task, places), ...sameTexts(parsed.data, line, lineOf)];
      return faults.length > 0 ? faults : parsed.data;
    },
    { what: "items", form: FORM },
  );
}

/** Names of the tasks that have a file below `datasets/tasks`. */
export async function listTaskItems(datasets: string): Promise<string[]> {
  const folder = join(datasets, "tasks");
  if (!existsSync(folder)) return [];
  const files = await readdir(folder);
  return files.flatMap((file) => (file.endsWith(ENDING) ? [file.slice(0, -ENDING.length)] : [])).sort();
}

type Issues = Parameters<typeof flatIssues>[0];

const told = (issues: Issues, at: readonly PropertyKey[] = []): string[] =>
  flatIssues(issues).map(({ path, message }) =>
    [pathOf([...at, ...path]), message].filter((part) => part !== "").join(": "),
  );

function itemFaults(item: TaskItem, task: Task, places: readonly Place[]): string[] {
  // One word after the name, so that no item of another task has the same id.
  const own = item.id.startsWith(`${task.name}-`) && /^[a-z0-9]+$/.test(item.id.slice(task.name.length + 1));
  return [
    ...(own ? [] : [`id: is not "${task.name}-" and one word or number, as in ${task.name}-01`]),
    ...LANGS.flatMap((lang) => expectedFaults(item[lang].expected, task, [lang, "expected"])),
    // Full-width content has full-width spaces.
    ...LANGS.flatMap((lang) => oddTexts(item[lang].text.replaceAll("\u3000", ""), [lang, "text"])),
    ...LANGS.flatMap((lang) => oddTexts(item[lang].expected, [lang, "expected"])),
    ...(/\p{Script=Hangul}/u.test(item.ko.text) ? [] : ["ko.text: holds no Hangul"]),
    ...(isMostlyHangul(item.en.text) ? ["en.text: is mostly Hangul"] : []),
    ...Object.keys(item.tolerance ?? {}).flatMap((path) => pathFaults("tolerance", path, places)),
  ];
}

function expectedFaults(expected: unknown, task: Task, at: readonly PropertyKey[]): string[] {
  const parsed = task.schema.safeParse(expected);
  if (!parsed.success) return told(parsed.error.issues, at);
  return isDeepStrictEqual(parsed.data, expected) ? [] : [`${pathOf(at)}: holds what the schema drops or changes`];
}

/** Places of texts that cost other tokens than they look. */
function oddTexts(value: unknown, at: readonly PropertyKey[]): string[] {
  if (typeof value === "string") {
    return value === normalise(value) ? [] : [`${pathOf(at)}: is not in NFC with plain spaces`];
  }
  if (Array.isArray(value)) return value.flatMap((each, i) => oddTexts(each, [...at, i]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => oddTexts(each, [...at, key]));
}

/** The same content under two ids would count twice. */
function sameTexts(item: TaskItem, line: number, lineOf: Map<string, number>): string[] {
  return LANGS.flatMap((lang) => {
    const key = `${lang} ${item[lang].text}`;
    const first = lineOf.get(key);
    if (first === undefined) lineOf.set(key, line);
    return first === undefined ? [] : [`${lang}.text: is that of line ${first} too`];
  });
}

function isMostlyHangul(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(/\p{Script=Hangul}/gu)?.length ?? 0) * 2 > letters;
}
