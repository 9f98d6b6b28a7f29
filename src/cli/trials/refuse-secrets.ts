import { UserError } from "../../domain/error.ts";
import type { RecordedAttempt } from "../../domain/recording.ts";
import { scanRecording } from "../../transport/recordings/scan.ts";

/**
 * Refuses an attempt that holds what may be a secret: a key of this run in any form, the shape of a vendor's key, a bearer
 * token, or a long random word that nobody has accepted. All that would be written is looked at, the question included.
 * The message names the place and a fingerprint, never the secret.
 */
export function refuseSecrets(
  attempt: RecordedAttempt,
  known: readonly string[],
  accepted: ReadonlySet<string>,
  shown: string,
): void {
  const header = JSON.stringify({ accepted: [...accepted] });
  // As `fixtures verify` will look at it.
  const found = scanRecording(`${header}\n${JSON.stringify(attempt)}`, known).filter(({ line }) => line > 1);
  const [first] = found;
  if (first === undefined) return;
  const random = found.find(({ kind }) => kind === "entropy");
  throw new UserError("secret", `An answer holds what may be a secret, so ${shown} was not written.`, {
    details: found.map(({ kind, field, shown: begins, fingerprint }) => {
      const place = field === undefined ? "" : ` in "${field}"`;
      return `${attempt.trial}: ${WHAT[kind]}${place}, beginning ${begins}, fingerprint ${fingerprint}`;
    }),
    fix:
      first.kind === "entropy" && random !== undefined
        ? `Look at the answer with --mode live; if the word is no secret, record again with --accept ${random.fingerprint}.`
        : "Revoke the key if it is real, take it out of the question or have the server leave it out, and record again.",
  });
}

const WHAT = {
  known: "a key of this run",
  "key-shape": "what is shaped like a key",
  bearer: "a bearer token",
  entropy: "a random word",
} as const;
