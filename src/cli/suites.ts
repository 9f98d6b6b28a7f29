import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { UserError } from "../domain/error.ts";
import { didYouMean } from "../domain/suggest.ts";
import { Suite } from "../domain/suite.ts";

/** From source a suite is `evals/<name>.ts`; a build holds them as JavaScript. */
const FROM_SOURCE = import.meta.url.endsWith(".ts");
const EXTENSION = FROM_SOURCE ? ".ts" : ".js";
const folderOf = (root: string): string => (FROM_SOURCE ? join(root, "evals") : join(root, "dist", "evals"));

/** Names of the suites that there are. */
export async function suiteNames(root: string): Promise<string[]> {
  const files = await readdir(folderOf(root));
  return files.flatMap((file) => (file.endsWith(EXTENSION) ? [file.slice(0, -EXTENSION.length)] : [])).sort();
}

/** Loads and checks `evals/<name>.ts`. */
export async function loadSuite(root: string, name: string | undefined): Promise<Suite> {
  const names = await suiteNames(root);
  if (name === undefined) {
    throw new UserError("usage", "No suite was named.", {
      fix: `Name one: --suite ${names.join(", --suite ")}. Or see \`--help\`.`,
    });
  }
  if (!names.includes(name)) {
    const meant = didYouMean(name, names);
    throw new UserError(
      "usage",
      `There is no suite "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
      {
        fix: `Known suites: ${names.join(", ")}. \`tokenwon list suites\` describes them.`,
      },
    );
  }
  const file = join(folderOf(root), name + EXTENSION);
  const module = (await import(pathToFileURL(file).href)) as { default?: unknown };
  const parsed = Suite.safeParse(module.default);
  if (!parsed.success) {
    throw new UserError("data", `evals/${name}${EXTENSION} is not a suite.`, {
      details: parsed.error.issues.map((issue) => `${issue.path.join(".") || "default export"}: ${issue.message}`),
      fix: "Its default export must be defineSuite({ … }); see README, “Add a suite”.",
    });
  }
  if (parsed.data.name !== name) {
    throw new UserError("data", `evals/${name}${EXTENSION} names itself "${parsed.data.name}".`, {
      fix: "Give the suite the name of its file.",
    });
  }
  return parsed.data;
}
