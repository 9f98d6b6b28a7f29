import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Task, TaskItem } from "../../src/domain/task.ts";
import type { Asked } from "../../src/grade/grade.ts";

/** An item of the committed tasks in one language, to grade answers against. */
export type Item = { readonly id: string; readonly asked: Asked & { readonly task: Task } };

/** Every committed item in both languages. */
export async function committedItems(): Promise<Item[]> {
  const items: Item[] = [];
  for (const file of readdirSync(join("evals", "tasks")).toSorted()) {
    const name = file.replace(/\.ts$/, "");
    const { default: task } = (await import(`../../evals/tasks/${name}.ts`)) as { readonly default: Task };
    const lines = readFileSync(join("datasets", "tasks", `${task.name}.jsonl`), "utf8")
      .trimEnd()
      .split("\n");
    for (const line of lines) {
      const { id, tolerance, ...sides } = TaskItem.parse(JSON.parse(line));
      for (const lang of ["ko", "en"] as const) {
        const expected = sides[lang].expected;
        items.push({ id: `${id}.${lang}`, asked: { task, expected, ...(tolerance && { tolerance }) } });
      }
    }
  }
  return items;
}
