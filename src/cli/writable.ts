import { UserError } from "../domain/error.ts";

/**
 * Does something with a file, or says in a sentence that it cannot be written.
 * @param what what it is, as in `log runs/log.jsonl`
 */
export async function writable<T>(what: string, fix: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw unwritable(what, fix, error);
  }
}

export const unwritable = (what: string, fix: string, error: unknown): UserError =>
  new UserError("write", `The ${what} cannot be written: ${reasonOf(error)}.`, { fix, cause: error });

/** Why the disk refused, in words; what is rare in those of the system, without the names of its calls. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC") return "the disk is full";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "EROFS") return "the disk is read-only";
  if (code === "ENOTDIR" || code === "EEXIST") return "a file stands where a folder must be";
  if (code === "EISDIR") return "a folder stands where a file must be";
  return error instanceof Error ? error.message.replace(/,.*/, "") : String(error);
}
