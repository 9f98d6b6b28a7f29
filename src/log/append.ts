import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { Attempt } from "../domain/attempt.ts";

/** A log that lines are added to. */
export type AttemptLog = { readonly append: (attempt: Attempt) => Promise<void>; readonly close: () => Promise<void> };

/**
 * Opens `attempts.jsonl` for appending. A line is one write, in the order of the calls, and is on the disk when its
 * promise is done; what a killed process left half-written is closed with a line break first, so that nothing is glued
 * to it.
 */
export async function openLog(path: string): Promise<AttemptLog> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "a+");
  if (!(await endsInLineBreak(file))) await file.appendFile("\n");
  let last: Promise<void> = Promise.resolve();
  return {
    append: (attempt) => {
      const line = `${JSON.stringify(attempt)}\n`;
      const written = last.then(() => file.appendFile(line)).then(() => file.datasync());
      last = written.catch(() => undefined);
      return written;
    },
    close: async () => {
      await last;
      await file.close();
    },
  };
}

async function endsInLineBreak(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString("latin1") === "\n";
}
