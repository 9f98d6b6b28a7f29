import type { Failure } from "../../domain/failure.ts";
import { redact } from "../../log/redact.ts";
import { classify } from "../../run/classify.ts";
import type { Clock } from "../../run/clock.ts";
import type { LiveTransport } from "../../transport/live.ts";
import { newWireLog } from "../../transport/wire-log.ts";
import type { Counter } from "./counter.ts";
import { failureError } from "./failure-error.ts";

/** What a count endpoint said of one text, message wrapper included. */
export type Answer = {
  readonly tokens: number;
  /** Method, host and path. */
  readonly endpoint: string;
  /** True where a simulator answered. */
  readonly simulated: boolean;
};

/** What counting over the network needs. */
export type CountMeans = {
  readonly live: LiveTransport;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told before every wait that a vendor asks for. */
  readonly onWait?: (ms: number) => void;
};

/** A count takes well below a second. */
const PATIENCE_MS = 60_000;
/** How often a vendor may ask to wait for one text. */
const MOST_WAITS = 5;
const ADVICE = { timeout: "Ask again.", otherwise: "Check the address and the model's name." };

/**
 * Counts a text by a target's endpoint. Where the vendor asks to wait it waits as long as it is told to (else 1, 2, 4 …
 * seconds), at most five times; any other failure is a UserError. Throws the signal's reason when it is aborted.
 */
export async function countOnce(counter: Counter, text: string, means: CountMeans): Promise<Answer> {
  for (let waits = 0; ; waits++) {
    const answer = await exchange(counter, text, means);
    if (!("kind" in answer)) return answer;
    if (answer.kind !== "rate-limit" || !answer.retry || waits === MOST_WAITS) {
      throw failureError(answer, counter.place, ADVICE);
    }
    const ms = answer.retryAfterMs ?? 1000 * 2 ** waits;
    means.onWait?.(ms);
    await sleep(ms, means);
  }
}

async function exchange(
  { place: { model, apiKey, baseUrl }, count, describe }: Counter,
  text: string,
  { live, clock, signal }: CountMeans,
): Promise<Answer | Failure> {
  signal.throwIfAborted();
  const wire = newWireLog();
  const late = new AbortController();
  const inTime = clock.after(PATIENCE_MS, () => {
    late.abort();
  });
  const fetch = live.logged(wire);
  const question = { model, messages: [{ role: "user", text }], stream: false } as const;
  try {
    const tokens = await count(question, { fetch, baseUrl, apiKey, signal: AbortSignal.any([signal, late.signal]) });
    const simulated = wire.kept["x-tokenwon-simulated"] !== undefined;
    if (Number.isSafeInteger(tokens) && tokens >= 0)
      return { tokens, endpoint: `${wire.method} ${wire.url}`, simulated };
    return { kind: "client", message: "The answer holds no count.", retry: false, billed: "no" };
  } catch (error) {
    signal.throwIfAborted();
    if (late.signal.aborted) {
      const message = `No answer within ${PATIENCE_MS / 1000} s.`;
      return { kind: "timeout", deadline: "total", message, retry: true, billed: "no" };
    }
    const failure = classify(describe(error), wire, { output: false, frame: false });
    return { ...failure, message: redact(failure.message, [apiKey]) };
  } finally {
    inTime();
  }
}

/** Waits by the clock, or throws the signal's reason as soon as it is aborted. */
function sleep(ms: number, { clock, signal }: CountMeans): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      cancel();
      reject(signal.reason as Error);
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    });
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
}
