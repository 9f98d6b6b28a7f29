import type { Failure } from "../domain/failure.ts";
import type { FinishReason } from "../domain/finish.ts";
import type { ErrorFacts, StreamEvent } from "../domain/stream-event.ts";
import type { Usage } from "../domain/usage.ts";
import type { WireLog } from "../domain/wire.ts";
import { aftermath } from "./aftermath.ts";
import type { Clock } from "./clock.ts";
import { type Deadlines, watch } from "./deadlines.ts";
import { eachEvent } from "./each-event.ts";
import { failureOf } from "./ending.ts";

/** ms after the call. */
export type Times = {
  /** First event of any kind. */
  event0?: number;
  /** First output of the model: visible, thinking or tool arguments. */
  any?: number;
  /** First visible text. */
  visible?: number;
  /** Last output. */
  last?: number;
  /** When the stream was done with, well or not. */
  end: number;
};

/** One HTTP exchange, as it went. */
export type AttemptResult = {
  readonly times: Times;
  readonly text: string;
  readonly reasoning: string;
  readonly tool: string;
  /** Events that carried output, and when each came. */
  readonly outputs: number;
  readonly outputTimes: readonly number[];
  readonly model: string | undefined;
  readonly responseId: string | undefined;
  readonly usage: Usage | undefined;
  readonly usageRaw: unknown;
  readonly finish: { readonly reason: FinishReason; readonly raw: string } | undefined;
  readonly failure: Failure | undefined;
};

export type AttemptInput = {
  /** Asks once, through a fetch that fills `wire`. */
  readonly ask: (signal: AbortSignal) => AsyncIterable<StreamEvent>;
  readonly describe: (error: unknown) => ErrorFacts;
  readonly wire: WireLog;
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  /** The person's own wish to stop. */
  readonly signal: AbortSignal;
  readonly onEvent?: (event: StreamEvent) => void;
};

/** Made once: to make an error is dear. */
const DONE = new DOMException("the attempt is over", "AbortError");

/**
 * Asks once and watches how it goes. An answer is complete only when the vendor's terminal signal came: a stream that
 * merely ends is a truncated one, and one that we ended is a timeout or an abort, whatever the SDK makes of it.
 * Never throws: every end is told in the result.
 */
export async function attempt(input: AttemptInput): Promise<AttemptResult> {
  const { clock, wire, signal, describe, onEvent } = input;
  const begun = clock.now();
  const since = (): number => clock.now() - begun;
  const stop = new AbortController();
  const onAbort = (): void => {
    stop.abort(signal.reason);
  };
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  const guard = watch(input.deadlines, wire, clock, () => {
    stop.abort(new DOMException("a deadline passed", "AbortError"));
  });

  const times: Times = { end: 0 };
  const got = { text: "", reasoning: "", tool: "", outputs: 0, outputTimes: [] as number[] };
  let model: string | undefined;
  let responseId: string | undefined;
  let usage: Usage | undefined;
  let usageRaw: unknown;
  let finish: AttemptResult["finish"];
  let error: ErrorFacts | undefined;
  let frame = false;
  const tail = aftermath(clock, () => {
    stop.abort(new DOMException("the answer is whole", "AbortError"));
  });
  const take = (event: StreamEvent): void => {
    const now = since();
    times.event0 ??= now;
    times.end = now;
    guard.alive();
    switch (event.kind) {
      case "start":
        model = event.model ?? model;
        responseId = event.id ?? responseId;
        break;
      case "text":
      case "reasoning":
      case "tool":
        guard.firstToken();
        got[event.kind] += event.text;
        got.outputs++;
        got.outputTimes.push(now);
        times.any ??= now;
        times.last = now;
        if (event.kind === "text") times.visible ??= now;
        break;
      case "usage":
        ({ usage, raw: usageRaw } = event);
        break;
      case "finish":
        finish = { reason: event.reason, raw: event.raw };
        guard.stop();
        tail.begin();
        break;
      case "error":
        error = event.error;
        frame = true;
        break;
      case "other":
        break;
    }
    onEvent?.(event);
  };

  try {
    await eachEvent(input.ask(stop.signal), stop.signal, take);
  } catch (thrown) {
    if (!tail.left()) error ??= describe(thrown);
  }
  // What was left open ended with its last event.
  if (!tail.left()) times.end = since();
  tail.stop();
  guard.stop();
  signal.removeEventListener("abort", onAbort);

  const output = got.outputs > 0;
  const failure = failureOf({
    passed: guard.passed(),
    aborted: signal.aborted,
    error,
    finished: finish !== undefined,
    seen: { output, frame },
    wire,
  });
  // Whatever is still open is closed: an answer that was taken whole leaves nothing to close.
  if (wire.ended === undefined) stop.abort(DONE);
  return { times, ...got, model, responseId, usage, usageRaw, finish, failure };
}
