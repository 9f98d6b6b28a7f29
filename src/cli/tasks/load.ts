import { join } from "node:path";
import { z } from "zod";
import { taskFaults } from "../../dataset/tasks/check-task.ts";
import { readTaskItems } from "../../dataset/tasks.ts";
import { UserError } from "../../domain/error.ts";
import { didYouMean } from "../../domain/suggest.ts";
import { Task, type TaskItem } from "../../domain/task.ts";
import { loadModule, moduleFile, moduleNames } from "../evals-modules.ts";

/** A task with all of its items. */
export type LoadedTask = { readonly task: Task; readonly items: readonly TaskItem[] };

const BELOW = "tasks";
const FIX = "Its default export must be defineTask({ … }); see README, “Add a task”.";

/** Names of the tasks that there are. */
export const taskNames = (root: string): Promise<string[]> => moduleNames(root, BELOW);

/** Loads and checks `evals/tasks/<name>.ts`. */
export async function loadTask(root: string, name: string): Promise<Task> {
  refuseUnknown([name], await taskNames(root));
  return taskOf(root, name);
}

/** Tasks with their items, in the order in which they are named; an unknown name is refused before any is loaded. */
export async function loadTasks(root: string, names: readonly string[]): Promise<readonly LoadedTask[]> {
  refuseUnknown(names, await taskNames(root));
  return Promise.all(
    names.map(async (name) => {
      const task = await taskOf(root, name);
      return { task, items: await readTaskItems(join(root, "datasets"), task) };
    }),
  );
}

function refuseUnknown(names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const meant = didYouMean(unknown, known);
  throw new UserError(
    "usage",
    `There is no task "${unknown}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    { fix: `Known tasks: ${known.join(", ")}. \`tokenwon list tasks\` describes them.` },
  );
}

async function taskOf(root: string, name: string): Promise<Task> {
  const file = moduleFile(name, BELOW);
  const parsed = Task.safeParse(await defaultExport(root, name, file));
  if (!parsed.success) throw notATask(file, parsed.error.issues);
  const task = parsed.data;
  if (task.name !== name) {
    throw new UserError("data", `${file} names itself "${task.name}".`, { fix: "Give the task the name of its file." });
  }
  const faults = taskFaults(task);
  if (faults.length === 0) return task;
  throw new UserError("data", `${file} has ${faults.length} ${faults.length === 1 ? "fault" : "faults"}.`, {
    details: faults,
    fix: "Mend what is named above; see README, “Add a task”.",
  });
}

/** Whatever a file of the user throws when it is loaded is a mistake in that file. */
async function defaultExport(root: string, name: string, file: string): Promise<unknown> {
  try {
    return await loadModule(root, name, BELOW);
  } catch (error) {
    if (error instanceof z.core.$ZodError) throw notATask(file, error.issues);
    const [first = "", ...rest] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new UserError("data", `${file} cannot be loaded: ${first}`, { details: rest, fix: FIX, cause: error });
  }
}

const notATask = (file: string, issues: readonly z.core.$ZodIssue[]): UserError =>
  new UserError("data", `${file} is not a task.`, {
    details: issues.map((issue) => `${issue.path.join(".") || "default export"}: ${issue.message}`),
    fix: FIX,
  });
