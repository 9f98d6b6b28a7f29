import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SHARED = fileURLToPath(new URL("../../shared/", import.meta.url));

/** Public texts and facts that stand beside the checkout where the project is built; no user has them. */
export const sharedFile = (path: string): string => SHARED + path;

/** True when a shared file is there; says loudly when the tests that need it are skipped. */
export function hasShared(path: string): boolean {
  const there = existsSync(sharedFile(path));
  if (!there)
    process.stderr.write(
      `\n*** SKIPPED: shared/${path} is not beside this checkout; tests that need it do not run. ***\n`,
    );
  return there;
}

export type ParallelRow = { readonly ko: string; readonly en: string; readonly doc: string };

/** Rows of a parallel corpus of the shared data. */
export const readParallel = (name: string): ParallelRow[] =>
  readFileSync(sharedFile(`data/parallel/${name}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ParallelRow);
