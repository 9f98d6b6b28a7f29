import { open, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { RecordingHeader } from "../../domain/recording.ts";
import { recordingPath } from "../../transport/recordings/file.ts";

/**
 * The targets that a suite has recordings of, with who answered, by the first line of each file. A file whose first line
 * is damaged is passed over here: `fixtures verify` names it, and so does whoever asks for its target.
 */
export async function recordedTargets(
  root: string,
  suite: string,
): Promise<Pick<RecordingHeader, "target" | "origin">[]> {
  const folder = dirname(recordingPath(root, suite, "any/any"));
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.flatMap((entry) => (entry.isFile() && entry.name.endsWith(".jsonl") ? [entry.name] : []));
  const headers = await Promise.all(names.map(async (name) => headerOf(await firstLine(join(folder, name)))));
  return headers.flatMap((header) => header ?? []).sort((a, b) => (a.target < b.target ? -1 : 1));
}

/** Longer than any first line: the rest of the file is large, and read only where it is replayed. */
const LONGEST = 65_536;

async function firstLine(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST), 0, LONGEST, 0);
    return buffer.toString("utf8", 0, bytesRead).split("\n", 1)[0] ?? "";
  } finally {
    await file.close();
  }
}

function headerOf(line: string): RecordingHeader | undefined {
  try {
    return RecordingHeader.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
