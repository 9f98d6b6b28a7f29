import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../domain/error.ts";
import { reasonOf } from "./writable.ts";

/**
 * Writes files below a folder so that a reader never sees half of one: all are written beside their place first and
 * moved there last. When anything fails before the move, or `signal` aborts, nothing is left behind.
 */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  signal: AbortSignal,
  what: "report" | "price book" | "file of counts" | "recording" | "log" | "calibration" = "report",
): Promise<void> {
  signal.throwIfAborted();
  // Beside the target, so that the move stays on one disk.
  const draft = join(folder, `.draft-${process.pid}`);
  let created: string | undefined;
  let moved = 0;
  try {
    created = await mkdir(folder, { recursive: true });
    for (const [name, text] of files) {
      signal.throwIfAborted();
      await mkdir(dirname(join(draft, name)), { recursive: true });
      await writeFile(join(draft, name), text, { flush: true });
    }
    signal.throwIfAborted();
    for (const name of files.keys()) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await rename(join(draft, name), join(folder, name));
      moved++;
    }
    await removeQuietly(draft);
  } catch (error) {
    await removeQuietly(moved === 0 && created !== undefined ? created : draft);
    if (signal.aborted) throw error;
    const done = moved === 0 ? "nothing there was changed" : `${moved} of ${files.size} files were replaced`;
    // Those have one place each.
    const fixedPlace = what === "file of counts" || what === "recording" || what === "calibration";
    const place = fixedPlace ? "make the folder writable" : "give another place with --out";
    throw new UserError("write", `The ${what} could not be written to ${folder}: ${reasonOf(error)}.`, {
      fix: `Free some space or ${place}; ${done}.`,
      cause: error,
    });
  }
}

/** Removes a folder of ours; what stands in the way was the reason of a failure that is told already. */
async function removeQuietly(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
