import type { FinishReason } from "./finish.ts";
import type { Usage } from "./usage.ts";

/** What is known of an error, whichever SDK threw it or whichever frame carried it. */
export type ErrorFacts = {
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** The vendor's code or type, as in `insufficient_quota`, `overloaded_error`, `RESOURCE_EXHAUSTED`; or that of a socket error. */
  readonly code?: string;
  readonly message: string;
  /** What the body asks to wait, as in Google's RetryInfo. */
  readonly retryAfterMs?: number;
};

/** What an answer is made of, whichever vendor sends it. */
export type StreamEvent =
  | { readonly kind: "start"; readonly model?: string; readonly id?: string }
  /** Visible answer; never empty. */
  | { readonly kind: "text"; readonly text: string }
  /** Thinking that the vendor shows; never empty. */
  | { readonly kind: "reasoning"; readonly text: string }
  /** Arguments of a tool call; never empty. */
  | { readonly kind: "tool"; readonly text: string }
  /** Running totals: the last one counts. */
  | { readonly kind: "usage"; readonly usage: Usage; readonly raw: unknown }
  /** Only on the vendor's own terminal signal: an answer without it is not complete, however its stream ended. */
  | { readonly kind: "finish"; readonly reason: FinishReason; readonly raw: string }
  /** An error inside a stream that began well. */
  | { readonly kind: "error"; readonly error: ErrorFacts }
  /** A frame without output: a role, a ping. */
  | { readonly kind: "other" };
