import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

const OWN = ["tasks", "pairs"];

/** The checkout by links in a folder of its own: without pairs, and with evals and items of tasks to be written. */
export function projectIn(root: string): string {
  for (const part of OWN) mkdirSync(join(root, "datasets", part), { recursive: true });
  mkdirSync(join(root, "evals", "tasks"), { recursive: true });
  for (const part of readdirSync("datasets").filter((name) => !OWN.includes(name)))
    symlinkSync(resolve("datasets", part), join(root, "datasets", part));
  for (const part of ["src", "node_modules"]) symlinkSync(resolve(part), join(root, part));
  return root;
}
