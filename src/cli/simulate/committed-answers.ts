import { UserError } from "../../domain/error.ts";
import type { Known } from "../../simulate/json/known.ts";
import { type LoadedTask, loadTasks, taskNames } from "../tasks/load.ts";
import { knownAnswers } from "./known.ts";

/** The right answers to the items of all tasks that can be read; `validate` names what is wrong with the others. */
export async function committedAnswers(root: string): Promise<Known> {
  const names = await taskNames(root);
  const tasks = await Promise.all(names.map((name) => loadTasks(root, [name]).catch(unreadable)));
  return knownAnswers(tasks.flat());
}

function unreadable(error: unknown): readonly LoadedTask[] {
  if (error instanceof UserError) return [];
  throw error;
}
