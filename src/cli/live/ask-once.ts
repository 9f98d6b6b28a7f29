import { randomUUID } from "node:crypto";
import type { Attempt } from "../../domain/attempt.ts";
import type { Provider } from "../../domain/provider.ts";
import type { Question } from "../../domain/question.ts";
import type { StreamEvent } from "../../domain/stream-event.ts";
import { redact } from "../../log/redact.ts";
import { type AttemptResult, attempt } from "../../run/attempt.ts";
import type { Clock } from "../../run/clock.ts";
import type { Deadlines } from "../../run/deadlines.ts";
import { record } from "../../run/record.ts";
import type { LiveTransport } from "../../transport/live.ts";
import { logged, newWireLog } from "../../transport/wire-log.ts";
import type { Place } from "./endpoint.ts";

/** What an attempt needs beside its question. */
export type Means = {
  readonly live: LiveTransport;
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  readonly signal: AbortSignal;
  /** The wall clock, for the log alone. */
  readonly wall: () => Date;
};

export type Asked = { readonly result: AttemptResult; readonly line: Attempt };

/** Asks a target once over the network: one exchange, timed and written down, with no key in what is kept. */
export async function askOnce(
  place: Place,
  provider: Provider,
  question: Question,
  { live, clock, deadlines, signal, wall }: Means,
  onEvent?: (event: StreamEvent) => void,
): Promise<Asked> {
  await provider.ready();
  const wire = newWireLog();
  const fetch = logged(live.observed(wire), wire, clock.now);
  const started = wall().toISOString();
  const { apiKey, baseUrl, target, api } = place;
  const result = await attempt({
    ask: (stop) => provider.ask(question, { fetch, baseUrl, apiKey, signal: stop }),
    describe: provider.describe,
    wire,
    clock,
    deadlines,
    signal,
    ...(onEvent === undefined ? {} : { onEvent }),
  });
  const clean = (text: string): string => redact(text, [apiKey]);
  return { result, line: record({ id: randomUUID(), attempt: 1, started, target, api }, result, wire, clean) };
}
