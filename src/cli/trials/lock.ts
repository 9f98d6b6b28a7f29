import { mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "../../domain/error.ts";
import { unwritable } from "../writable.ts";

/**
 * Takes a file for this process alone, by a file beside it that names the process; the answer lets go of it. Another run
 * that is alive is a UserError; what a killed one left is taken over.
 */
export async function lock(path: string, shown: string): Promise<() => Promise<void>> {
  const file = `${path}.lock`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await take(file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw refused(shown, error);
    const holder = Number(await readFile(file, "utf8").catch(() => ""));
    if (isAlive(holder)) {
      throw new UserError("write", `Another run (process ${holder}) is recording ${shown}.`, {
        fix: "Wait for it, or record another target.",
      });
    }
    await rm(file, { force: true });
    await take(file).catch((second: unknown) => {
      throw refused(shown, second);
    });
  }
  return () => rm(file, { force: true });
}

async function take(file: string): Promise<void> {
  const handle = await open(file, "wx");
  await handle.writeFile(String(process.pid));
  await handle.close();
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;

const refused = (shown: string, error: unknown): UserError =>
  unwritable(`recording ${shown}`, "Make the folder evals/recordings writable.", error);
