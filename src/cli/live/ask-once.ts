import type { Attempt } from "../../domain/attempt.ts";
import type { Provider } from "../../domain/provider.ts";
import type { Question } from "../../domain/question.ts";
import type { StreamEvent } from "../../domain/stream-event.ts";
import type { WireLog } from "../../domain/wire.ts";
import { redact } from "../../log/redact.ts";
import { type AttemptResult, attempt } from "../../run/attempt.ts";
import type { Clock } from "../../run/clock.ts";
import type { Deadlines } from "../../run/deadlines.ts";
import { type Asked, record } from "../../run/record.ts";
import { newWireLog } from "../../transport/wire-log.ts";
import type { Place } from "./endpoint.ts";

/** What an attempt needs beside its question. */
export type Means = {
  /** A `fetch` for one exchange, which fills the log. */
  readonly fetch: (wire: WireLog) => typeof globalThis.fetch;
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  readonly signal: AbortSignal;
  /** Keys that nothing written down may hold, beside that of the place. */
  readonly secrets?: readonly string[];
};

/** What the line of the log says beside what happened. Asked for when the attempt is over. */
export type Known = Omit<Asked, "target" | "api">;

export type Told = { readonly result: AttemptResult; readonly line: Attempt; readonly wire: WireLog };

/** Asks a target once: one exchange, timed and written down, with no key in what is kept. */
export async function askOnce(
  { apiKey, baseUrl, target, api }: Place,
  provider: Provider,
  question: Question,
  { fetch, clock, deadlines, signal, secrets = [] }: Means,
  known: () => Known,
  onEvent?: (event: StreamEvent) => void,
): Promise<Told> {
  const wire = newWireLog();
  const result = await attempt({
    ask: (stop) => provider.ask(question, { fetch: fetch(wire), baseUrl, apiKey, signal: stop }),
    describe: provider.describe,
    wire,
    clock,
    deadlines,
    signal,
    ...(onEvent === undefined ? {} : { onEvent }),
  });
  const clean = (text: string): string => redact(text, [apiKey, ...secrets]);
  return { result, line: record({ ...known(), target, api }, result, wire, clean), wire };
}
