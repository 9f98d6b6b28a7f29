import { findSecrets, type Suspicion } from "./secrets.ts";
import { toldIn } from "./told.ts";

/** A suspicion and the line it is on, from 1. */
export type Found = Suspicion & { readonly line: number };

/**
 * What may be a secret in the text of a recording's file, line by line; bodies in base64 are looked into, and
 * what a stream says in pieces is put together. The file need
 * not be whole or of the right form. The fingerprints that its first line accepts are passed over.
 */
export function scanRecording(text: string, known: readonly string[]): Found[] {
  const lines = text.split("\n");
  const accepted = acceptedIn(lines[0] ?? "");
  return lines.flatMap((line, i) => {
    const whole = findSecrets(line, known, accepted);
    const inBytes = bodiesIn(line).flatMap(({ bytes, at }) =>
      // Its places are those of bytes, not of the line's characters.
      findSecrets(bytes, known, accepted).map((found) => ({ ...found, at, field: found.field ?? "base64" })),
    );
    const seen = new Set(whole.map(({ fingerprint }) => fingerprint));
    const inPieces = findSecrets(toldIn(bodyIn(line)), known, accepted)
      .filter(({ fingerprint }) => !seen.has(fingerprint))
      .map((found) => ({ ...found, at: 0, field: "body" }));
    return [...whole, ...inBytes, ...inPieces].map((found) => ({ ...found, line: i + 1 }));
  });
}

function acceptedIn(line: string): ReadonlySet<string> {
  const list = /"accepted"\s*:\s*\[([^\]]*)\]/.exec(line)?.[1] ?? "";
  return new Set([...list.matchAll(/"([0-9a-f]{12})"/g)].map(([, fingerprint = ""]) => fingerprint));
}

/** The body of an attempt as text; empty where the line is no attempt. */
function bodyIn(line: string): string {
  try {
    const { body } = JSON.parse(line) as { readonly body?: unknown };
    return typeof body === "string" ? body : "";
  } catch {
    return "";
  }
}

const bodiesIn = (line: string): { readonly bytes: string; readonly at: number }[] =>
  [...line.matchAll(/"base64"\s*:\s*"([A-Za-z0-9+/=]+)"/g)].map(({ index, 1: base64 = "" }) => ({
    bytes: Buffer.from(base64, "base64").toString("latin1"),
    at: index,
  }));
