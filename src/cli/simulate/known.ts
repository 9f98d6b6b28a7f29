import type { Task, TaskItem } from "../../domain/task.ts";
import type { Known, KnownAnswer } from "../../simulate/json/known.ts";

type Indexed = { readonly text: string; readonly answer: KnownAnswer };

/** Finds the right answer to a prompt that holds the text of a committed item, in either language. */
export function knownAnswers(tasks: readonly { readonly task: Task; readonly items: readonly TaskItem[] }[]): Known {
  // By how texts begin: most places of a prompt are told at a glance not to be the beginning of any.
  const beginnings: (Indexed[] | undefined)[] = Array.from({ length: PLACES });
  for (const { task, items } of tasks) {
    const { names, values, schema } = task;
    const takes = (value: unknown): boolean => schema.safeParse(value).success;
    for (const { ko, en } of items)
      for (const { text, expected } of [ko, en])
        (beginnings[placeOf(text, 0)] ??= []).push({ text, answer: { value: expected, values, names, takes } });
  }
  return (prompt) => {
    let found: Indexed | undefined;
    for (let at = 0; at < prompt.length; at++) {
      const some = beginnings[placeOf(prompt, at)];
      if (some === undefined) continue;
      // The longest, should one text be a part of another.
      for (const item of some)
        if (item.text.length > (found?.text.length ?? 0) && prompt.startsWith(item.text, at)) found = item;
    }
    return found?.answer;
  };
}

const PLACES = 65_536;

/** Two characters of a text as a number below 65,536; others may share it. */
const placeOf = (text: string, at: number): number =>
  (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (PLACES - 1);
