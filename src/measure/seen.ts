import type { Attempt } from "../domain/attempt.ts";

/** What figures are made from: an attempt without its text and its wire, of which a run has too many to keep. */
export type Seen = Pick<
  Attempt,
  | "tokenwon.attempt"
  | "tokenwon.target"
  | "tokenwon.trial"
  | "tokenwon.evidence"
  | "tokenwon.started"
  | "gen_ai.response.model"
  | "tokenwon.failure"
  | "tokenwon.finish"
  | "tokenwon.usage"
  | "tokenwon.backoff_ms"
  | "tokenwon.queued_ms"
  | "tokenwon.ttft_ms"
  | "tokenwon.ttfvt_ms"
  | "tokenwon.e2e_ms"
  | "tokenwon.end_ms"
  | "tokenwon.chars"
  /** Its first visible character: whether there is any. */
  | "tokenwon.text"
>;
