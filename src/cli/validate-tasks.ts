import { join } from "node:path";
import { listTaskItems } from "../dataset/tasks.ts";
import { UserError } from "../domain/error.ts";
import { loadTasks, taskNames } from "./tasks/load.ts";

/** A check of every task: its file, its schema and its items. */
export async function taskChecks(root: string): Promise<{ what: string; check: () => Promise<string> }[]> {
  const names = await taskNames(root);
  const itemsOf = await listTaskItems(join(root, "datasets"));
  return [
    ...names.map((name) => ({
      what: `task ${name}`,
      check: async () => {
        const loaded = await loadTasks(root, [name]);
        const count = loaded.reduce((sum, { items }) => sum + items.length, 0);
        return `${count} ${count === 1 ? "item" : "items"}`;
      },
    })),
    ...itemsOf.filter((name) => !names.includes(name)).map((name) => ({ what: `task ${name}`, check: orphan(name) })),
  ];
}

const orphan = (name: string) => (): Promise<string> =>
  Promise.reject(
    new UserError("data", `datasets/tasks/${name}.jsonl holds items of a task that is not there.`, {
      fix: `Write evals/tasks/${name}.ts, or remove the items; see README, “Add a task”.`,
    }),
  );
