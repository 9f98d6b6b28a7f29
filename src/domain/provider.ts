import type { Question } from "./question.ts";
import type { ErrorFacts, StreamEvent } from "./stream-event.ts";

/** Where and how a provider is reached. Everything it does on the wire goes through `fetch`. */
export type Endpoint = {
  readonly fetch: typeof globalThis.fetch;
  /** Undefined: the vendor's own. */
  readonly baseUrl: string | undefined;
  readonly apiKey: string;
  readonly signal: AbortSignal;
};

/** One wire: how a question is put, and what comes back. */
export type Provider = {
  /** Asks once: no retry, no continuation. Throws what the SDK throws; `describe` reads it. */
  readonly ask: (question: Question, endpoint: Endpoint) => AsyncIterable<StreamEvent>;
  /** Loads what a call needs, so that the first call is not timed with it. */
  readonly ready: () => Promise<void>;
  /** Input tokens by the vendor's own count endpoint; absent where there is none. */
  readonly count?: (question: Question, endpoint: Endpoint) => Promise<number>;
  /** What is known of an error that `ask` or `count` threw. */
  readonly describe: (error: unknown) => ErrorFacts;
};
