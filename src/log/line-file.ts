import { writeSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/** A file that whole lines are added to. */
export type LineFile = {
  /** Done when the line is with the system: a killed process does not lose it. Lines keep the order of the calls. */
  readonly add: (line: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The longest that a line may wait for the disk itself, in ms: a machine that fails loses no more than that. */
const SYNC_MS = 1000;

/**
 * Opens a file for adding lines. A line is handed to the system at once, which takes some hundredths of a millisecond: what
 * has ended is never only in the memory of this process. After a write that failed nothing more is written, so that no line
 * is glued to half of another.
 */
export async function openLines(path: string, flags: "a" | "w", now: () => number): Promise<LineFile> {
  const file = await open(path, flags);
  let broken: { readonly error: unknown } | undefined;
  let synced = now();
  let syncing: Promise<void> = Promise.resolve();
  return {
    add: (line) => {
      try {
        if (broken !== undefined) throw broken.error;
        writeAll(file, Buffer.from(line));
      } catch (error) {
        broken ??= { error };
        return Promise.reject(error instanceof Error ? error : new Error(String(error)));
      }
      if (now() - synced >= SYNC_MS) {
        synced = now();
        syncing = file.datasync().catch((error: unknown) => void (broken ??= { error }));
      }
      return Promise.resolve();
    },
    close: async () => {
      try {
        await syncing;
        await synchronised(file);
      } finally {
        await file.close();
      }
    },
  };
}

/** A full disk takes a part of a line, and says so only when it is asked for the rest. */
function writeAll({ fd }: FileHandle, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}

/** A device has no disk behind it. */
async function synchronised(file: FileHandle): Promise<void> {
  try {
    await file.datasync();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EINVAL") throw error;
  }
}
