import { createHash, randomUUID } from "node:crypto";
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

/** Tells this process from one that had its number before: in a container every process may be number 1. */
const OWN = randomUUID();

/**
 * Takes a file for this process alone, by a file beside it that names the process; the answer lets go of it. Another run
 * that is alive is a UserError; what a killed one left is taken over.
 */
export async function lock(path: string, { held, refused }: LockWords): Promise<() => Promise<void>> {
  const file = `${path}.lock`;
  try {
    await mkdir(dirname(file), { recursive: true });
    const holder = await take(file);
    if (holder !== undefined) throw held(pidOf(holder));
  } catch (error) {
    throw error instanceof UserError ? error : refused(error);
  }
  return () => rm(file, { force: true });
}

/** Takes it, or answers what whoever has it wrote into it. */
async function take(file: string): Promise<string | undefined> {
  for (;;) {
    if (await put(file, link)) return undefined;
    const holder = await readFile(file, "utf8").catch(missing);
    // Let go of just now.
    if (holder === undefined) continue;
    if (isAlive(holder)) return holder;
    // Of those who find the same dead one, only who has the right to its place may take it: else one would take it from another.
    const right = `${file}.${createHash("sha256").update(holder).digest("hex").slice(0, 16)}`;
    const rival = await take(right);
    if (rival !== undefined) return rival;
    try {
      if ((await readFile(file, "utf8").catch(missing)) !== holder) continue;
      await put(file, rename);
      return undefined;
    } finally {
      await rm(right, { force: true });
    }
  }
}

/** Makes the file with the name of this process in it, at once, so that nobody sees it empty; false: it is there already. */
async function put(file: string, how: typeof link | typeof rename): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${process.pid} ${OWN}`);
  try {
    await how(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function missing(error: unknown): undefined {
  if (codeOf(error) !== "ENOENT") throw error;
}

const pidOf = (holder: string): number => Number(holder.split(" ")[0]);

function isAlive(holder: string): boolean {
  const pid = pidOf(holder);
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return holder.endsWith(OWN);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;
