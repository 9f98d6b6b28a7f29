import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../domain/error.ts";
import { Scenario } from "../domain/scenario.ts";
import { didYouMean } from "../domain/suggest.ts";
import { readJson } from "./json.ts";

/** Names of the scenarios below `datasets/scenarios`, the article's A, B and C first. */
export async function listScenarios(datasets: string): Promise<string[]> {
  const files = await readdir(join(datasets, "scenarios"));
  const names = files.flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -".json".length)] : []));
  const place = (name: string): number => ((at) => (at < 0 ? FIRST.length : at))(FIRST.indexOf(name));
  return names.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}
const FIRST = ["support", "documents", "coding"];

/** A scenario by name, or by path when `name` ends in .json. */
export async function readScenario(datasets: string, name: string): Promise<Scenario> {
  if (name.endsWith(".json")) return readJson(name, Scenario);
  const known = await listScenarios(datasets);
  if (!known.includes(name)) {
    const meant = didYouMean(name, known);
    throw new UserError(
      "usage",
      `There is no scenario "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
      {
        fix: `Known scenarios: ${known.join(", ")}; or give the path of a .json file of your own.`,
      },
    );
  }
  return readJson(join(datasets, "scenarios", `${name}.json`), Scenario);
}

/** All of them. */
export const readScenarios = async (datasets: string): Promise<Scenario[]> =>
  Promise.all((await listScenarios(datasets)).map((name) => readScenario(datasets, name)));
