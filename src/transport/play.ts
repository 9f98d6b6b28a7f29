import type { Exchange } from "../domain/exchange.ts";
import { brokenBy, fetchFailed, terminated } from "./network-error.ts";

/** Time as an exchange is played by: a virtual clock, or the machine's. */
export type Pace = {
  readonly now: () => number;
  /** Throws the signal's reason as soon as it is aborted; an endless wait ends in no other way. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/**
 * Plays an exchange as `fetch` would show it: the same reads at the same moments, in an absolute schedule so that
 * lateness does not add up; nothing is read ahead of the reader.
 */
export async function play(exchange: Exchange, pace: Pace, signal: AbortSignal | undefined): Promise<Response> {
  signal?.throwIfAborted();
  const begun = pace.now();
  const stop = new AbortController();
  const halt = stop.signal;
  if (signal !== undefined) follow(signal, stop);
  const until = async (at: number): Promise<void> => {
    const left = begun + at - pace.now();
    halt.throwIfAborted();
    if (left > 0) await pace.sleep(left, halt);
  };
  const { head, reads, end } = exchange;
  if (head === undefined) {
    await until(end.how === "silence" ? Number.POSITIVE_INFINITY : end.at);
    throw fetchFailed(end.how === "error" ? brokenBy(end.code) : brokenBy("UND_ERR_SOCKET"));
  }
  await until(head.at);
  const { status, headers } = head;
  // A status without a body may not be given one.
  if (status === 204 || status === 205 || status === 304) return new Response(null, { status, headers });
  return new Response(bodyOf(reads, end, until, stop), { status, headers });
}

/** Nobody sees it: whoever cancels has left. */
const LEFT = new Error("the reader left");

/** As `AbortSignal.any` would, which takes longer than all the rest of an exchange. */
function follow(signal: AbortSignal, stop: AbortController): void {
  const onAbort = (): void => {
    stop.abort(signal.reason);
  };
  signal.addEventListener("abort", onAbort, { once: true, signal: stop.signal });
}

function bodyOf(
  reads: Exchange["reads"],
  end: Exchange["end"],
  until: (at: number) => Promise<void>,
  stop: AbortController,
): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const read = reads[next++];
        if (read !== undefined) {
          await until(read.at);
          controller.enqueue(read.bytes);
          return;
        }
        await until(end.how === "silence" ? Number.POSITIVE_INFINITY : end.at);
        if (end.how === "error") throw terminated(brokenBy(end.code));
        controller.close();
      },
      cancel(reason) {
        stop.abort(reason ?? LEFT);
      },
    },
    { highWaterMark: 0 },
  );
}
