import { findSecrets, type Suspicion } from "./secrets.ts";

/** A suspicion and the line it is on, from 1. */
export type Found = Suspicion & { readonly line: number };

/**
 * What may be a secret in the text of a recording's file, line by line; bodies in base64 are looked into. The file need
 * not be whole or of the right form. The fingerprints that its first line accepts are passed over.
 */
export function scanRecording(text: string, known: readonly string[]): Found[] {
  const lines = text.split("\n");
  const accepted = acceptedIn(lines[0] ?? "");
  return lines.flatMap((line, i) =>
    [
      ...findSecrets(line, known, accepted),
      ...bodiesIn(line).flatMap(({ bytes, at }) =>
        // Its places are those of bytes, not of the line's characters.
        findSecrets(bytes, known, accepted).map((found) => ({ ...found, at, field: found.field ?? "base64" })),
      ),
    ].map((found) => ({ ...found, line: i + 1 })),
  );
}

function acceptedIn(line: string): ReadonlySet<string> {
  const list = /"accepted"\s*:\s*\[([^\]]*)\]/.exec(line)?.[1] ?? "";
  return new Set([...list.matchAll(/"([0-9a-f]{12})"/g)].map(([, fingerprint = ""]) => fingerprint));
}

const bodiesIn = (line: string): { readonly bytes: string; readonly at: number }[] =>
  [...line.matchAll(/"base64"\s*:\s*"([A-Za-z0-9+/=]+)"/g)].map(({ index, 1: base64 = "" }) => ({
    bytes: Buffer.from(base64, "base64").toString("latin1"),
    at: index,
  }));
