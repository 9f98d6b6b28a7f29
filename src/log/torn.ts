import { type FileHandle, open } from "node:fs/promises";

/** The rest of a line that was never finished. */
export type Torn = { readonly bytes: number; readonly text: string };

/** Longest part of it that is shown. */
const SHOWN = 200;

const LINE_BREAK = 0x0a;

/**
 * Takes a half-written last line out of a file that nobody else writes; one that only lacks its line break is whole, and
 * given one. Undefined where nothing was taken out.
 */
export const mendLastLine = (path: string): Promise<Torn | undefined> =>
  withRest(path, async (file, start, size) => {
    const { buffer } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    const text = buffer.toString();
    if (isJson(text)) {
      await file.write("\n", size);
      return undefined;
    }
    await file.truncate(start);
    return { bytes: size - start, text: text.slice(0, SHOWN) };
  });

/** Gives the last line of a file its line break if it has none: another process may be writing it just now. */
export const closeLastLine = (path: string): Promise<void> =>
  withRest(path, async (file, _start, size) => {
    await file.write("\n", size);
    return undefined;
  });

/** Does something about what stands after the last line break of a file, if anything does. */
async function withRest<Told>(
  path: string,
  work: (file: FileHandle, start: number, size: number) => Promise<Told | undefined>,
): Promise<Told | undefined> {
  let file: FileHandle;
  try {
    file = await open(path, "r+");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const stats = await file.stat();
    // A device has no lines.
    if (!stats.isFile()) return undefined;
    const start = await startOfLastLine(file, stats.size);
    return start === stats.size ? undefined : await work(file, start, stats.size);
  } finally {
    await file.close();
  }
}

/** Where the bytes after the last line break begin. */
async function startOfLastLine(file: FileHandle, size: number): Promise<number> {
  const step = Buffer.alloc(65_536);
  for (let end = size; end > 0; end -= step.length) {
    const from = Math.max(0, end - step.length);
    const { bytesRead } = await file.read(step, 0, end - from, from);
    const found = step.subarray(0, bytesRead).lastIndexOf(LINE_BREAK);
    if (found >= 0) return from + found + 1;
  }
  return 0;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
