import { z } from "zod";

/** Times of a recording are whole tenths of a millisecond. */
export const TICKS_PER_MS = 10;
const Ticks = z.int().nonnegative();

/** The first line of `evals/recordings/<suite>/<provider>__<model>.jsonl`. */
export const RecordingHeader = z.strictObject({
  "tokenwon.recording": z.literal(1),
  suite: z.string(),
  target: z.string(),
  api: z.string(),
  /** Who answered: a provider, or the simulator, whose answers are never evidence. */
  origin: z.enum(["live", "simulated"]),
  /** There where the machine that recorded was late itself in a run that made a part of it: its times are no provider's. */
  limited: z.literal(true).optional(),
  /** Fingerprints of strings that look like secrets and were accepted by a person. */
  accepted: z.array(z.string()).optional(),
});
export type RecordingHeader = z.infer<typeof RecordingHeader>;

/** Every other line: one attempt, failed ones as well, without any key, cookie or account. */
export const RecordedAttempt = z.strictObject({
  /** SHA-256 of method, path and canonical body: what the request is found by. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  trial: z.string(),
  attempt: z.int().positive(),
  /** Id of the attempt in the log of the run that recorded it, and when it began. */
  id: z.string(),
  started: z.iso.datetime(),
  request: z.strictObject({ method: z.string(), path: z.string(), body: z.unknown() }),
  /** How long it waited before it was made, in ms, and why. */
  waits: z
    .strictObject({
      backoff: z.number().nonnegative().optional(),
      why: z.enum(["hint", "back-off"]).optional(),
      queued: z.number().nonnegative().optional(),
    })
    .optional(),
  /** Ticks from the call of the SDK to that of `fetch`. */
  called: Ticks,
  /** Ticks from there to the last byte of the request, and whether its connection had served before. */
  sent: Ticks.optional(),
  reused: z.boolean().optional(),
  /** Missing where no answer came. */
  head: z
    .strictObject({ at: Ticks, status: z.int().min(200).max(599), headers: z.record(z.string(), z.string()) })
    .optional(),
  /** The body as text; where it is not UTF-8, `base64`. */
  body: z.string().optional(),
  base64: z.string().optional(),
  /** Reads of the body as [ticks after the one before (or the head), bytes]. */
  reads: z.array(z.tuple([Ticks, z.int().nonnegative()])),
  /** Ticks after the last read. `silence`: we gave up waiting. */
  end: z.strictObject({ after: Ticks, how: z.enum(["eof", "error", "silence"]), code: z.string().optional() }),
});
export type RecordedAttempt = z.infer<typeof RecordedAttempt>;

export type Recording = { readonly header: RecordingHeader; readonly attempts: readonly RecordedAttempt[] };
