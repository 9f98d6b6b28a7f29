import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "../../domain/error.ts";

/** What to say to those who cannot have the file. */
export type LockWords = {
  /** Another run has it. */
  readonly held: (pid: number) => UserError;
  /** It cannot be taken at all. */
  readonly refused: (error: unknown) => UserError;
};

/**
 * Takes a file for this process alone, by a file beside it that names the process; the answer lets go of it. Another run
 * that is alive is a UserError; what a killed one left is taken over.
 */
export async function lock(path: string, { held, refused }: LockWords): Promise<() => Promise<void>> {
  const file = `${path}.lock`;
  try {
    await mkdir(dirname(file), { recursive: true });
    if (!(await take(file))) {
      const holder = await holderOf(file);
      if (isAlive(holder) && !isOurs(holder, file)) throw held(holder);
      await moveAway(file, holder);
      if (!(await take(file))) throw held(await holderOf(file));
    }
  } catch (error) {
    throw error instanceof UserError ? error : refused(error);
  }
  taken.add(file);
  return async () => {
    taken.delete(file);
    await rm(file, { force: true });
  };
}

/** Those that this process holds. */
const taken = new Set<string>();

/** Our number, and not our lock: one before us had the same, as the first processes of containers do. */
const isOurs = (holder: number, file: string): boolean => holder === process.pid && !taken.has(file);

/** Makes the file with the name of this process in it, at once, so that nobody sees it empty; false: it is there already. */
async function take(file: string): Promise<boolean> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, String(process.pid));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

const holderOf = async (file: string): Promise<number> => Number(await readFile(file, "utf8").catch(() => ""));

/** Removes what a killed process has left, and nothing that another has put in its place meanwhile. */
async function moveAway(file: string, holder: number): Promise<void> {
  const aside = `${file}.${process.pid}.old`;
  await rename(file, aside).catch(() => undefined);
  if ((await holderOf(aside)) !== holder) await rename(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
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
