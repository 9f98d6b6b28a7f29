import type { Endpoint, Provider } from "../../src/domain/provider.ts";
import type { Question } from "../../src/domain/question.ts";
import type { ErrorFacts, StreamEvent } from "../../src/domain/stream-event.ts";

export const QUESTION: Question = { model: "m", messages: [{ role: "user", text: "안녕" }], stream: true };

export const endpoint = (fetch: typeof globalThis.fetch, more: Partial<Endpoint> = {}): Endpoint => ({
  fetch,
  baseUrl: "http://127.0.0.1:1/v1",
  apiKey: "sk-test-0123456789",
  signal: new AbortController().signal,
  ...more,
});

/** All that a provider said, and what is known of the error that it threw, if it threw. */
export type Answer = { readonly events: readonly StreamEvent[]; readonly thrown: ErrorFacts | undefined };

export async function answer(provider: Provider, question: Question, at: Endpoint): Promise<Answer> {
  const events: StreamEvent[] = [];
  try {
    for await (const event of provider.ask(question, at)) events.push(event);
    return { events, thrown: undefined };
  } catch (error) {
    return { events, thrown: provider.describe(error) };
  }
}

/** The text of all events of a kind. */
export const textOf = (events: readonly StreamEvent[], kind: "text" | "reasoning" | "tool"): string =>
  events.map((event) => (event.kind === kind ? event.text : "")).join("");

/** An event on a line. */
export function line(event: StreamEvent): string {
  switch (event.kind) {
    case "start":
      return `start ${event.model ?? "-"} ${event.id ?? "-"}`;
    case "text":
    case "reasoning":
    case "tool":
      return `${event.kind} ${event.text}`;
    case "usage":
      return `usage ${Object.entries(event.usage)
        .filter(([, tokens]) => tokens > 0)
        .map(([bucket, tokens]) => `${bucket}=${tokens}`)
        .join(" ")}`;
    case "finish":
      return `finish ${event.reason} (${event.raw})`;
    case "error":
      return `error ${event.error.status ?? "-"} ${event.error.code ?? "-"}: ${event.error.message}`;
    case "other":
      return "other";
  }
}
