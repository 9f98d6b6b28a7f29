import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** From source a module is `evals/<name>.ts`; a build holds them as JavaScript. */
const FROM_SOURCE = import.meta.url.endsWith(".ts");
const EXTENSION = FROM_SOURCE ? ".ts" : ".js";
const folderOf = (root: string, below: string): string => join(root, FROM_SOURCE ? "evals" : "dist/evals", below);

/** Names of the modules in a folder below `evals/`, itself when `below` is empty. */
export async function moduleNames(root: string, below = ""): Promise<string[]> {
  const folder = folderOf(root, below);
  if (!existsSync(folder)) return [];
  const files = await readdir(folder);
  return files.flatMap((file) => (file.endsWith(EXTENSION) ? [file.slice(0, -EXTENSION.length)] : [])).sort();
}

/** A module as people name it, as in `evals/smoke.ts`. */
export const moduleFile = (name: string, below = ""): string => join("evals", below, name + EXTENSION);

/** The default export of a module. */
export async function loadModule(root: string, name: string, below = ""): Promise<unknown> {
  const file = join(folderOf(root, below), name + EXTENSION);
  return ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
}
