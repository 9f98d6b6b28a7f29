import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { taskFaults } from "../../../src/dataset/tasks/check-task.ts";
import { listTaskItems, readTaskItems } from "../../../src/dataset/tasks.ts";
import type { Task } from "../../../src/domain/task.ts";

const names = readdirSync(join("evals", "tasks")).map((file) => file.replace(/\.ts$/, ""));

it("every task has items, and all items have a task", async () => {
  expect(await listTaskItems("datasets")).toEqual(names.toSorted());
});

it.each(names)("%s: the task and its items are in order, and what is English holds no Hangul", async (name) => {
  const task = ((await import(`../../../evals/tasks/${name}.ts`)) as { readonly default: Task }).default;
  expect(task.name).toBe(name);
  expect(taskFaults(task)).toEqual([]);
  const items = await readTaskItems("datasets", task);
  expect(items).toHaveLength(22);
  for (const { en } of items) expect(en.text).not.toMatch(/\p{Script=Hangul}/u);
});
