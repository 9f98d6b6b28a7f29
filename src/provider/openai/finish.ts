import type { FinishReason } from "../../domain/finish.ts";

/** `finish_reason` of a chat completion, and the reason that an incomplete response gives. */
const REASONS: Readonly<Record<string, FinishReason>> = {
  stop: "complete",
  length: "length",
  content_filter: "filter",
  tool_calls: "tool",
  function_call: "tool",
  max_output_tokens: "length",
};

/** How an answer ended. A refusal ends with `stop` or `completed` like any other answer: only its text tells. */
export const finishReason = (raw: string, refused: boolean): FinishReason =>
  refused ? "refusal" : Object.hasOwn(REASONS, raw) ? (REASONS[raw] as FinishReason) : "other";
