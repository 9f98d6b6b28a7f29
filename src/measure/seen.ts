import type { Attempt } from "../domain/attempt.ts";

/** What figures are made from: an attempt without its text and its wire, of which a run has too many to keep. */
export type Seen = Pick<
  Attempt,
  | "tokenwon.attempt"
  | "tokenwon.target"
  | "tokenwon.trial"
  | "tokenwon.evidence"
  /** Its day. */
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

/** Names that come again with every attempt, each kept once. */
const names = new Map<string, string>();

/** Makes few of the strings of many attempts. */
function shared(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  // Ids of responses are no names: whatever never comes again is not kept for ever.
  if (names.size < 10_000) names.set(name, name);
  return name;
}

/** An attempt as figures see it, small enough to keep a hundred thousand. */
export const seen = (attempt: Attempt): Seen => ({
  "tokenwon.attempt": attempt["tokenwon.attempt"],
  "tokenwon.target": shared(attempt["tokenwon.target"]),
  "tokenwon.trial": attempt["tokenwon.trial"],
  "tokenwon.evidence": attempt["tokenwon.evidence"],
  "tokenwon.started": shared(attempt["tokenwon.started"].slice(0, 10)),
  "gen_ai.response.model": attempt["gen_ai.response.model"] && shared(attempt["gen_ai.response.model"]),
  "tokenwon.failure": attempt["tokenwon.failure"],
  "tokenwon.finish": attempt["tokenwon.finish"],
  "tokenwon.usage": attempt["tokenwon.usage"],
  "tokenwon.backoff_ms": attempt["tokenwon.backoff_ms"],
  "tokenwon.queued_ms": attempt["tokenwon.queued_ms"],
  "tokenwon.ttft_ms": attempt["tokenwon.ttft_ms"],
  "tokenwon.ttfvt_ms": attempt["tokenwon.ttfvt_ms"],
  "tokenwon.e2e_ms": attempt["tokenwon.e2e_ms"],
  "tokenwon.end_ms": attempt["tokenwon.end_ms"],
  "tokenwon.chars": attempt["tokenwon.chars"],
  "tokenwon.text": /\S/.exec(attempt["tokenwon.text"])?.[0] ?? "",
});
