import { readFile, stat } from "node:fs/promises";
import { UserError } from "../domain/error.ts";
import { shown } from "./shown.ts";

/** The longest file that is read: V8 holds no text above 512 MiB. */
const LARGEST = 400 * 2 ** 20;

/** The bytes of a file that the user named, or one clear sentence on why there are none. */
export async function readBytes(path: string): Promise<Buffer> {
  const name = shown(path);
  let size: number;
  let bytes: Buffer;
  try {
    size = (await stat(path)).size;
    bytes = size > LARGEST ? Buffer.alloc(0) : await readFile(path);
  } catch (error) {
    throw new UserError("input", problem(name, error), {
      fix: "Check the path; it is taken from the folder you are in.",
      cause: error,
    });
  }
  if (size > LARGEST) {
    throw new UserError("input", `${name} has ${Math.round(size / 2 ** 20)} MB; one file may have 400.`, {
      fix: "Split it into several files and give a part of them: a sample of documents measures the ratio as well.",
    });
  }
  return bytes;
}

function problem(name: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return `There is no file ${name}.`;
  if (code === "EISDIR") return `${name} is a folder, not a file.`;
  if (code === "EACCES") return `${name} may not be read: permission denied.`;
  return `${name} cannot be read: ${String(error)}`;
}
