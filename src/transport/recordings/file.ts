import { join } from "node:path";
import { RecordedAttempt, type Recording, RecordingHeader } from "../../domain/recording.ts";
import { damage, readHeader, refuseRepeats, refuseWrongBody, refuseWrongKey, valueOf } from "./damage.ts";
import { canonical } from "./key.ts";

/** The recording in a file's text; the first line that is damaged is named, with what is wrong and what to do. */
export function parseRecording(text: string, shownPath: string): Recording {
  const lines = text.split("\n");
  // The last line ends as every other does; a file that was cut off inside of a line fails to parse there.
  if (lines.at(-1) === "") lines.pop();
  const header = readHeader(lines[0], shownPath);
  const requests: Requests = new Map();
  const attempts = lines.slice(1).map((line, i) => {
    const at = `${shownPath}:${i + 2}`;
    const attempt = valueOf(RecordedAttempt, line, at, (value) => withRequest(value, requests, at));
    refuseWrongKey(attempt, at);
    requests.set(attempt.key, attempt.request);
    refuseWrongBody(attempt, lengthOf(attempt), at);
    return attempt;
  });
  refuseRepeats(attempts, shownPath);
  return { header, attempts };
}

/**
 * The text of a recording's file: the header, then the attempts by trial and number, one a line, fields in the order of
 * the schema. A request stands in the first of the lines that have its key. The same recording gives the same bytes, in
 * whichever order its attempts came.
 */
export function renderRecording({ header, attempts }: Recording): string {
  const sorted = attempts.toSorted((a, b) => compare(a.trial, b.trial) || a.attempt - b.attempt);
  const written = new Set<string>();
  const lines = [
    inOrder(RecordingHeader, header),
    ...sorted.map((attempt) => {
      const again = written.has(attempt.key);
      written.add(attempt.key);
      return again ? { ...lineOf(attempt), request: undefined } : lineOf(attempt);
    }),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Requests of the lines above, by key. */
type Requests = Map<string, RecordedAttempt["request"]>;

/** A line that leaves its request out asked what a line above it did. */
function withRequest(value: unknown, requests: Requests, at: string): unknown {
  if (typeof value !== "object" || value === null || "request" in value || !("key" in value)) return value;
  const request = requests.get(String(value.key));
  if (request === undefined) throw damage(at, "leaves out its request, and no line above it asked the same");
  return { ...value, request };
}

/** The body of a recorded answer, byte for byte; empty where none came. */
export function bytesOf({ body, base64 }: Pick<RecordedAttempt, "body" | "base64">): Uint8Array {
  return base64 === undefined ? new TextEncoder().encode(body ?? "") : Uint8Array.from(Buffer.from(base64, "base64"));
}

/** How many bytes that is, without making them. */
const lengthOf = ({ body, base64 }: Pick<RecordedAttempt, "body" | "base64">): number =>
  base64 === undefined ? Buffer.byteLength(body ?? "") : bytesOf({ base64 }).length;

/** How a body stands in a recording: as text where the text gives the same bytes again, else in base64. */
export function bodyFields(bytes: Uint8Array): { readonly body: string } | { readonly base64: string } {
  try {
    return { body: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64") };
  }
}

/** `evals/recordings/<suite>/<provider>__<model>.jsonl`. No two targets share a file, and none leaves the folder. */
export function recordingPath(root: string, suite: string, target: string): string {
  const slash = target.indexOf("/");
  const provider = encoded(target.slice(0, slash)).replaceAll("_", "%5F");
  // A folder of dots alone is another folder: the one above, say.
  const folder = /^\.+$/.test(suite) ? suite.replaceAll(".", "%2E") : encoded(suite);
  return join(recordingsFolder(root), folder, `${provider}__${encoded(target.slice(slash + 1))}.jsonl`);
}

/** The folder of all recordings. */
export const recordingsFolder = (root: string): string => join(root, "evals", "recordings");

/** `%` and two hex digits for every byte of a character that a file's name had better not hold. */
const encoded = (name: string): string =>
  name.replace(/[^A-Za-z0-9._-]/gu, (character) =>
    Array.from(
      new TextEncoder().encode(character),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    ).join(""),
  );

function lineOf(attempt: RecordedAttempt): object {
  const { request, head, end } = RecordedAttempt.shape;
  return inOrder(RecordedAttempt, {
    ...attempt,
    request: inOrder(request, { ...attempt.request, body: canonical(attempt.request.body ?? null) }),
    head: attempt.head && inOrder(head.unwrap(), { ...attempt.head, headers: canonical(attempt.head.headers) }),
    end: inOrder(end, attempt.end),
  });
}

const inOrder = ({ shape }: { readonly shape: object }, value: object): object => {
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return Object.fromEntries(Object.keys(shape).map((name) => [name, fields[name]]));
};

/** By code units: the order may not depend on the language of the machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
