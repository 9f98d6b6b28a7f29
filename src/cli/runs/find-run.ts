import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../domain/error.ts";
import { didYouMean } from "../../domain/suggest.ts";
import { AboutRun, differences, ofAnotherPlan, type RunPlan } from "./run-plan.ts";

/** The file beside a log that says what was run. */
export const RUN_FILE = "run.json";

/** What a folder says of the run in it; undefined where there is none, or it cannot be read. */
export async function aboutRunIn(folder: string): Promise<AboutRun | undefined> {
  try {
    const parsed = AboutRun.safeParse(JSON.parse(await readFile(join(folder, RUN_FILE), "utf8")));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export type FindRun = {
  /** The folder of all runs. */
  readonly runs: string;
  /** The folder of this one, where the person has said which. */
  readonly folder: string | undefined;
  /** Its name; true: the last one of the same plan. */
  readonly named: string | true;
  readonly plan: RunPlan;
};

/** The run to go on with. A UserError where there is none, or where it is of another plan. */
export async function findRun({ runs, folder, named, plan }: FindRun): Promise<AboutRun> {
  if (folder !== undefined || named !== true) {
    const shown = folder ?? join("runs", String(named));
    const about = await aboutRunIn(folder ?? join(runs, String(named)));
    if (about === undefined) throw await notThere(runs, folder, String(named));
    if (named !== true && about.run !== named) {
      throw new UserError("usage", `${shown} holds the run ${about.run}, not ${named}.`, {
        fix: "Give its name, or --resume alone.",
      });
    }
    const differ = differences(about.plan, plan);
    if (differ.length > 0) throw ofAnotherPlan(shown, differ);
    return about;
  }
  const all = await runsIn(runs);
  const same = all.filter((about) => differences(about.plan, plan).length === 0);
  const last = same.toSorted((a, b) => (a.started ?? "").localeCompare(b.started ?? "")).at(-1);
  if (last !== undefined) return last;
  const near = all
    .filter(({ suite }) => suite === plan.suite)
    .map((about) => ({ about, differ: differences(about.plan, plan) }))
    .toSorted((a, b) => a.differ.length - b.differ.length)[0];
  throw new UserError("usage", `There is no run of ${plan.suite} with this plan to go on with.`, {
    details: near === undefined ? [] : [`nearest is ${near.about.run}: ${near.differ.join("; ")}`],
    fix: "Leave --resume out to begin one, or give the flags of the run that you mean.",
  });
}

async function runsIn(runs: string): Promise<AboutRun[]> {
  const names = await readdir(runs).catch(() => []);
  const all = await Promise.all(names.map((name) => aboutRunIn(join(runs, name))));
  return all.filter((about) => about !== undefined);
}

async function notThere(runs: string, folder: string | undefined, named: string): Promise<UserError> {
  if (folder !== undefined) {
    return new UserError("usage", `There is no run in ${folder} to go on with.`, {
      fix: "Leave --resume out to begin one there.",
    });
  }
  const known = (await runsIn(runs)).map(({ run }) => run);
  const meant = didYouMean(named, known);
  return new UserError("usage", `There is no run ${named}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`, {
    fix: "Give the name of a folder in runs/, or --resume alone for the last one of the same plan.",
  });
}
