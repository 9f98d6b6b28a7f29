import { UserError } from "../domain/error.ts";
import { didYouMean } from "../domain/suggest.ts";
import { Suite } from "../domain/suite.ts";
import { loadModule, moduleFile, moduleNames } from "./evals-modules.ts";

/** Names of the suites that there are. */
export const suiteNames = (root: string): Promise<string[]> => moduleNames(root);

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
  const parsed = Suite.safeParse(await loadModule(root, name));
  if (!parsed.success) {
    throw new UserError("data", `${moduleFile(name)} is not a suite.`, {
      details: parsed.error.issues.map((issue) => `${issue.path.join(".") || "default export"}: ${issue.message}`),
      fix: "Its default export must be defineSuite({ … }); see README, “Add a suite”.",
    });
  }
  if (parsed.data.name !== name) {
    throw new UserError("data", `${moduleFile(name)} names itself "${parsed.data.name}".`, {
      fix: "Give the suite the name of its file.",
    });
  }
  return parsed.data;
}
