import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { UserError } from "../../domain/error.ts";
import type { Recording } from "../../domain/recording.ts";
import { parseRecording, recordingPath } from "../../transport/recordings/file.ts";

/** A recording, and the SHA-256 of its file. */
export type ReadRecording = { readonly recording: Recording; readonly sha256: string };

/** The recording of a target; a UserError that says how to make one where there is none. */
export async function readRecording(root: string, suite: string, target: string): Promise<ReadRecording> {
  const shown = recordingPath("", suite, target).replace(/^\//, "");
  let text: string;
  try {
    text = await readFile(recordingPath(root, suite, target), "utf8");
  } catch (error) {
    throw new UserError("recording", `There is no recording of ${target} for ${suite} (${shown}).`, {
      fix: `Record it with a key: npm run eval -- --suite ${suite} --mode record --target ${target}`,
      cause: error,
    });
  }
  const recording = parseRecording(text, shown);
  const { header } = recording;
  if (header.target === target && header.suite === suite) {
    return { recording, sha256: createHash("sha256").update(text).digest("hex") };
  }
  throw new UserError("recording", `${shown} is of ${header.target} for ${header.suite}, by its first line.`, {
    fix: "Take the file from git again, or record the target anew.",
  });
}
