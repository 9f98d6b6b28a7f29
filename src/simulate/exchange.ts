import type { Exchange, ExchangeEnd } from "../domain/exchange.ts";
import type { SimulatedFailure } from "../domain/profile.ts";
import type { Random } from "../measure/random.ts";
import { wholeBetween } from "./draw.ts";
import type { Frame } from "./wire/wire.ts";

type Head = NonNullable<Exchange["head"]>;

/** What breaks an answer that has begun. */
export type Breakage = Extract<SimulatedFailure, "cut" | "truncated" | "stall" | "stream-error">;

/** What undici says when the other side hangs up in the middle of a body. */
const HUNG_UP = "UND_ERR_SOCKET";

/** A body that comes at once with the head, and the end right after it. */
export const whole = (head: Head, body: string): Exchange =>
  exchange(head, [{ at: head.at, text: body }], eof(head.at));

/** A whole answer that is broken after a part of its body: it is no JSON then, however it ends. */
export function brokenWhole(
  head: Head,
  body: string,
  how: Exclude<Breakage, "stream-error">,
  random: Random,
): Exchange {
  const characters = Array.from(body);
  const part = characters.slice(0, wholeBetween(1, Math.max(1, characters.length - 2), random)).join("");
  return exchange(head, [{ at: head.at, text: part }], endOf(how, head.at));
}

/** Every frame of a stream at its time. */
export const streamed = (head: Head, frames: readonly Frame[]): Exchange =>
  exchange(head, frames, eof(frames.at(-1)?.at ?? head.at));

/**
 * A stream that breaks after a part of its output, at the moment when the next frame would have come. What ends the answer
 * is never sent.
 */
export function brokenStream(
  head: Head,
  frames: readonly Frame[],
  how: Breakage,
  errorFrame: string,
  random: Random,
): Exchange {
  const opening = frames.filter(({ part }) => part === "opening").length;
  const output = frames.filter(({ part }) => part === "output").length;
  const sent = opening + wholeBetween(Math.min(1, output), output, random);
  const at = frames[sent]?.at ?? head.at;
  const before = frames.slice(0, sent);
  return how === "stream-error"
    ? exchange(head, [...before, { at, text: errorFrame }], eof(at))
    : exchange(head, before, endOf(how, how === "stall" ? (before.at(-1)?.at ?? head.at) : at));
}

/** A connection that breaks before anything came. */
export const reset = (at: number): Exchange => ({
  head: undefined,
  reads: [],
  end: { at: tenth(at), how: "error", code: "ECONNRESET" },
});

const eof = (at: number): ExchangeEnd => ({ at, how: "eof" });

function endOf(how: Exclude<Breakage, "stream-error">, at: number): ExchangeEnd {
  switch (how) {
    case "cut":
      return { at, how: "error", code: HUNG_UP };
    case "truncated":
      return eof(at);
    case "stall":
      return { at, how: "silence" };
  }
}

/** Frames that are sent at the same time are read at once. */
function exchange(
  head: Head,
  frames: readonly { readonly at: number; readonly text: string }[],
  end: ExchangeEnd,
): Exchange {
  const encoder = new TextEncoder();
  const reads: { at: number; text: string }[] = [];
  for (const { at, text } of frames) {
    const last = reads.at(-1);
    if (last?.at === tenth(at)) last.text += text;
    else reads.push({ at: tenth(at), text });
  }
  return {
    head: { ...head, at: tenth(head.at) },
    reads: reads.flatMap(({ at, text }) => (text === "" ? [] : [{ at, bytes: encoder.encode(text) }])),
    end: { ...end, at: tenth(end.at) },
  };
}

/** Times are whole tenths of a millisecond, as recordings keep them. */
const tenth = (ms: number): number => Math.round(ms * 10) / 10;
