import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Task, TaskItem } from "../../../src/domain/task.ts";

export type CommittedTask = { readonly task: Task; readonly items: readonly TaskItem[] };

/** Every committed task with its items. */
export async function committedTasks(): Promise<CommittedTask[]> {
  const files = readdirSync(join("evals", "tasks")).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const { default: task } = (await import(`../../../evals/tasks/${file.replace(/\.ts$/, "")}.ts`)) as {
        readonly default: Task;
      };
      const lines = readFileSync(join("datasets", "tasks", `${task.name}.jsonl`), "utf8").trimEnd();
      return { task, items: lines.split("\n").map((line) => TaskItem.parse(JSON.parse(line))) };
    }),
  );
}
