import { never, unlessAborted } from "./abort.ts";
import { brokenBy, type ResetCode, terminated } from "./network-error.ts";

/** Waits; may give up when the signal is aborted. Given from outside, so that faults hold no timer. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** What goes wrong once an answer has begun. A body shorter than `after` bytes breaks at its end. */
export type BodyFault =
  /** The connection breaks after so many bytes. */
  | { readonly kind: "cut"; readonly after: number; readonly code?: ResetCode }
  /** The body ends well after so many bytes, as if that were all. */
  | { readonly kind: "end"; readonly after: number }
  /** After so many bytes nothing more comes, until the caller gives up. */
  | { readonly kind: "stall"; readonly after: number }
  /** After so many bytes comes something that does not belong there, then the rest. */
  | { readonly kind: "inject"; readonly after: number; readonly frame: string }
  /** Every read takes so much longer. */
  | { readonly kind: "slow"; readonly ms: number }
  /** The same bytes in reads of so many. */
  | { readonly kind: "bytes"; readonly size: number }
  /** All in one read, as from a compressor that does not flush; the header says so, the bytes are plain. */
  | { readonly kind: "gzip-burst" };

/** The body with the fault in it. Reads only what is asked for, and lets go of the source whatever happens. */
export function brokenBody(
  body: ReadableStream<Uint8Array>,
  fault: BodyFault,
  signal: AbortSignal | undefined,
  sleep: Sleep,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const stop = new AbortController();
  const halt = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const letGo = (reason?: unknown): Promise<void> => reader.cancel(reason).catch(() => undefined);
  const bytes = broken(chunks(reader), fault, halt, sleep);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          signal?.throwIfAborted();
          const { done, value } = await bytes.next();
          if (!done) {
            controller.enqueue(value);
            return;
          }
        } catch (error) {
          void letGo(error);
          throw error;
        }
        void letGo();
        controller.close();
      },
      cancel(reason) {
        stop.abort(reason);
        return letGo(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

type Bytes = AsyncGenerator<Uint8Array, void, undefined>;

async function* chunks(reader: ReadableStreamDefaultReader<Uint8Array>): Bytes {
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

async function* broken(source: Bytes, fault: BodyFault, halt: AbortSignal, sleep: Sleep): Bytes {
  switch (fault.kind) {
    case "bytes":
      for await (const chunk of source)
        for (let at = 0; at < chunk.length; at += fault.size) yield chunk.subarray(at, at + fault.size);
      return;
    case "slow":
      for await (const chunk of source) {
        await unlessAborted(halt, sleep(fault.ms, halt));
        yield chunk;
      }
      return;
    case "gzip-burst": {
      const all: Uint8Array[] = [];
      for await (const chunk of source) all.push(chunk);
      if (all.length > 0) yield Buffer.concat(all);
      return;
    }
    default:
      yield* brokenAt(source, fault, halt);
  }
}

async function* brokenAt(source: Bytes, fault: Extract<BodyFault, { after: number }>, halt: AbortSignal): Bytes {
  let rest: Uint8Array | undefined;
  for (let left = fault.after; left > 0; ) {
    const { done, value } = await source.next();
    if (done) break;
    const head = value.subarray(0, left);
    left -= head.length;
    if (head.length < value.length) rest = value.subarray(head.length);
    yield head;
  }
  switch (fault.kind) {
    case "cut":
      throw terminated(brokenBy(fault.code ?? "UND_ERR_SOCKET"));
    case "end":
      return;
    case "stall":
      await unlessAborted(halt, never());
      return;
    case "inject":
      yield Buffer.from(fault.frame);
      if (rest !== undefined) yield rest;
      yield* source;
  }
}
