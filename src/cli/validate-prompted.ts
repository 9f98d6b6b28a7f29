import { join } from "node:path";
import { readPriceBook } from "../dataset/books.ts";
import { readClaims } from "../dataset/claims.ts";
import { listProfiles, readProfiles } from "../dataset/profiles.ts";
import { listPrompts, readPrompts } from "../dataset/prompts.ts";
import { UserError } from "../domain/error.ts";
import type { AskingSuite } from "../domain/suite.ts";
import { loadTasks } from "./tasks/load.ts";

type Check = { readonly what: string; readonly check: () => Promise<string> };

/** A check of every list of prompts and of every book of profiles: what is asked, and how the simulator answers. */
export async function promptedChecks(datasets: string): Promise<Check[]> {
  return [
    ...(await listPrompts(datasets)).map((name) => ({
      what: `prompts ${name}`,
      check: async () => `${(await readPrompts(datasets, name)).length} prompts`,
    })),
    ...(await listProfiles(datasets)).map((name) => ({
      what: `profiles ${name}`,
      check: async () => `${(await readProfiles(datasets, name)).profiles.length} targets`,
    })),
  ];
}

/** What a suite that asks models names must be there, and the simulator must know whom it asks without a key. */
export async function checkPrompted(root: string, suite: AskingSuite): Promise<void> {
  const datasets = join(root, "datasets");
  const [book] = await Promise.all([
    there(readProfiles(datasets, suite.profiles)),
    there(readPriceBook(datasets, suite.prices)),
    suite.kind === "json-validity" ? there(loadTasks(root, suite.tasks)) : there(readPrompts(datasets, suite.prompts)),
    suite.kind === "json-validity" && suite.claims !== undefined
      ? there(readClaims(datasets, suite.claims))
      : undefined,
  ]);
  const strange = suite.targets.filter((target) => book?.profiles.every((profile) => profile.target !== target));
  if (strange.length === 0) return;
  throw new UserError("data", `The profiles ${suite.profiles} have none of ${strange.join(", ")}.`, {
    fix: `Take ${strange.length === 1 ? "it" : "them"} out of evals/${suite.name}.ts, or write a profile.`,
  });
}

/** Undefined for a file that is there and has faults: a check of its own names them. */
const there = <Read>(reading: Promise<Read>): Promise<Read | undefined> =>
  reading.catch((error: unknown) => {
    if (error instanceof UserError && error.kind === "data") return undefined;
    throw error;
  });
