import { open, readFile } from "node:fs/promises";
import { RecordedAttempt, type RecordingHeader } from "../../domain/recording.ts";
import { writable } from "../writable.ts";

export type Origin = RecordingHeader["origin"];

/** Where attempts wait until their recording is written: those of a provider and those of the simulator apart. */
export const waitingPath = (path: string, origin: Origin): string => `${path}.${origin}.part`;

/** Attempts that a run which was stopped has left there, of this API; a line that it did not finish is lost. */
export async function waiting(path: string, origin: Origin, api: string): Promise<RecordedAttempt[]> {
  const text = await readFile(waitingPath(path, origin), "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    const read = parsed(line);
    const attempt = RecordedAttempt.safeParse(read?.attempt);
    return attempt.success && read?.api === api ? [attempt.data] : [];
  });
}

/** Adds one, on the disk when the promise is done. */
export const wait = (path: string, origin: Origin, api: string, attempt: RecordedAttempt): Promise<void> =>
  writable(
    "recording",
    "Free some space, or make the folder writable.",
    append(waitingPath(path, origin), `${JSON.stringify({ api, attempt })}\n`),
  );

async function append(part: string, line: string): Promise<void> {
  const file = await open(part, "a");
  try {
    await file.appendFile(line);
    await file.datasync();
  } finally {
    await file.close();
  }
}

function parsed(line: string): { readonly api?: unknown; readonly attempt?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
