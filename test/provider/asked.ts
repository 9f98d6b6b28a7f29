import { readFileSync } from "node:fs";
import type { Endpoint, Provider } from "../../src/domain/provider.ts";
import type { Question } from "../../src/domain/question.ts";
import type { StreamEvent } from "../../src/domain/stream-event.ts";
import type { Usage } from "../../src/domain/usage.ts";
import { feed } from "./feed.ts";

export const KEY = "sk-ant-not-a-real-key";

/** A request as it would have gone out. */
export type Sent = { readonly url: string; readonly headers: Headers; readonly body: Record<string, unknown> };

export const endpoint = (fetch: typeof globalThis.fetch, signal = new AbortController().signal): Endpoint => ({
  fetch,
  baseUrl: undefined,
  apiKey: KEY,
  signal,
});

export async function eventsOf(
  provider: Provider,
  question: Question,
  fetch: typeof globalThis.fetch,
): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const event of provider.ask(question, endpoint(fetch))) events.push(event);
  return events;
}

/** What an answer came to. */
export type Answer = {
  readonly text: string;
  readonly reasoning: string;
  readonly tool: string;
  readonly usage: Usage | undefined;
  readonly finish: string | undefined;
  readonly error: string | undefined;
};

export function answerOf(events: readonly StreamEvent[]): Answer {
  const said = (kind: "text" | "reasoning" | "tool"): string =>
    events.map((event) => (event.kind === kind ? event.text : "")).join("");
  const last = <K extends StreamEvent["kind"]>(kind: K): Extract<StreamEvent, { kind: K }> | undefined =>
    events.findLast((event): event is Extract<StreamEvent, { kind: K }> => event.kind === kind);
  const finish = last("finish");
  return {
    text: said("text"),
    reasoning: said("reasoning"),
    tool: said("tool"),
    usage: last("usage")?.usage,
    finish: finish && `${finish.reason} ${finish.raw}`,
    error: last("error")?.error.code,
  };
}

export const SSE = { "content-type": "text/event-stream" };
export const JSON_TYPE = { "content-type": "application/json" };

/** The sizes of read that every body is fed in. */
export const SIZES = [undefined, 1, 7] as const;

/** The events of one answer, which have to be the same however its bytes are cut. */
export async function eventsAtEverySize(
  provider: Provider,
  question: Question,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = SSE,
): Promise<{ readonly events: StreamEvent[]; readonly others: readonly StreamEvent[][] }> {
  const [events = [], ...others] = await Promise.all(
    SIZES.map((size) =>
      eventsOf(provider, question, feed(bytes, { headers, ...(size === undefined ? {} : { size }) })),
    ),
  );
  return { events, others };
}

export const frames = (vendor: "anthropic" | "google", name: string): Uint8Array =>
  readFileSync(new URL(`frames/${vendor}/${name}.sse`, import.meta.url));

/** Notes what was asked, and answers by `answer`. */
export function noting(answer: typeof fetch): { readonly sent: Sent[]; readonly fetch: typeof fetch } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push({
        url: request.url,
        headers: request.headers,
        body: (await request.json()) as Record<string, unknown>,
      });
      return answer(input, init);
    },
  };
}
