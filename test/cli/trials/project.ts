import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type CliRun, type Workplace, workplace } from "../run-cli.ts";

/** A project of its own, so that recordings are written there: datasets and suites are those of this one. */
export type Project = {
  readonly root: string;
  readonly cli: Workplace["cli"];
  /** The run's files below --out. */
  readonly path: Workplace["path"];
  readonly recording: (file: string) => string;
  /** All text in all files below the root that are not ours, and below the folder of the run. */
  readonly everything: () => string;
  readonly remove: () => void;
};

export function project(): Project {
  const root = mkdtempSync(join(tmpdir(), "tokenwon-root-"));
  mkdirSync(join(root, "datasets"));
  for (const name of readdirSync("datasets")) {
    // Prompts may be changed by a test, and counts be recorded by one.
    if (["prompts", "counts"].includes(name)) {
      cpSync(join("datasets", name), join(root, "datasets", name), { recursive: true });
    } else symlinkSync(resolve("datasets", name), join(root, "datasets", name));
  }
  mkdirSync(join(root, "evals"));
  for (const name of readdirSync("evals")) {
    // A link would be taken for a module of this folder, with nothing beside it.
    if (!name.endsWith(".ts")) continue;
    const file = JSON.stringify(resolve("evals", name));
    writeFileSync(join(root, "evals", name), `export { default } from ${file};\n`);
  }
  const place = workplace();
  const cli: Project["cli"] = (args, more): Promise<CliRun> => place.cli(args, { root, ...more });
  return {
    root,
    cli,
    path: place.path,
    recording: (file) => join(root, "evals", "recordings", "smoke", file),
    everything: () => [join(root, "evals"), place.folder].map(textBelow).join("\n"),
    remove: () => {
      rmSync(root, { recursive: true });
      place.remove();
    },
  };
}

const textBelow = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
