import type { z } from "zod";
import { UserError } from "../../domain/error.ts";
import { type RecordedAttempt, RecordingHeader } from "../../domain/recording.ts";
import { keyOf } from "./key.ts";

const AGAIN = "Take the file from git again, or record the target anew with --mode record.";

/** One sentence on what is wrong with a line. Nothing of the line is quoted: it may hold what nobody should see. */
export const damage = (at: string, what: string, fix: string = AGAIN): UserError =>
  new UserError("recording", `${at} ${what}.`, { fix });

/** The first line of a file: what was recorded, and by which version of this format. */
export function readHeader(line: string | undefined, shownPath: string): RecordingHeader {
  const at = `${shownPath}:1`;
  if (line === undefined || line.trim() === "")
    throw damage(shownPath, "is empty: it lacks the line that begins a recording");
  const value = jsonOf(line, at);
  const version = (value as { "tokenwon.recording"?: unknown } | null)?.["tokenwon.recording"];
  if (version === undefined) throw damage(at, 'does not begin a recording: it has no "tokenwon.recording"');
  if (version !== 1) {
    const named = typeof version === "number" ? `version ${version}` : "an unknown version";
    throw damage(
      at,
      `is of ${named}, and this tokenwon reads version 1`,
      "Update tokenwon, or record the target anew.",
    );
  }
  return checked(RecordingHeader, value, at);
}

/** The value on a line, checked by its schema. */
export const valueOf = <Schema extends z.ZodType>(
  schema: Schema,
  line: string,
  at: string,
  whole: (value: unknown) => unknown = (value) => value,
): z.infer<Schema> => checked(schema, whole(jsonOf(line, at)), at);

/** The key follows from the request: where it does not, one of them was edited, and replay would look for the other. */
export function refuseWrongKey({ key, request }: RecordedAttempt, at: string): void {
  if (keyOf(request) === key) return;
  throw damage(at, "has a key that is not that of its request", `Its request was edited. ${AGAIN}`);
}

/** A body stands once, and its reads are all of it. `bytes` is its length. */
export function refuseWrongBody({ head, body, base64, reads }: RecordedAttempt, bytes: number, at: string): void {
  if (body !== undefined && base64 !== undefined) throw damage(at, "holds its body twice: as text and as base64");
  if (body === undefined && base64 === undefined && head !== undefined) {
    throw damage(at, "has an answer without a body: an empty one is written as text");
  }
  const read = reads.reduce((sum, [, size]) => sum + size, 0);
  if (read === bytes) return;
  throw damage(at, `has reads of ${read} bytes in all, but its body has ${bytes}`, `Its body was edited. ${AGAIN}`);
}

/** Which of two recordings of one attempt is to be believed? */
export function refuseRepeats(attempts: readonly RecordedAttempt[], shownPath: string): void {
  const lines = new Map<string, number>();
  for (const [i, { trial, attempt }] of attempts.entries()) {
    const name = `attempt ${attempt} of trial ${trial}`;
    const before = lines.get(name);
    if (before !== undefined) throw damage(`${shownPath}:${i + 2}`, `holds ${name} again: line ${before} has it`);
    lines.set(name, i + 2);
  }
}

function jsonOf(line: string, at: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The parser's own message quotes the line.
    throw damage(at, "is not JSON: it was cut off or edited");
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, at: string): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.slice(0, 2).join(".") ?? "";
  // Names of fields that do not belong there are not repeated either.
  const what =
    issue?.code === "unrecognized_keys" ? "a field that it may not have" : (issue?.message ?? "a wrong value");
  throw damage(at, `is damaged: ${[field, what].filter((part) => part !== "").join(": ")}`);
}
