import type { Exchange } from "../../domain/exchange.ts";
import { type RecordedAttempt, TICKS_PER_MS } from "../../domain/recording.ts";
import { bytesOf } from "./file.ts";

/** A recorded attempt as an exchange, times in ms after the request was handed over. */
export function exchangeOf(attempt: RecordedAttempt): Exchange {
  const { head, reads, end } = attempt;
  const bytes = bytesOf(attempt);
  let tick = head?.at ?? 0;
  let done = 0;
  const played = reads.map(([delay, size]) => {
    tick += delay;
    done += size;
    return { at: tick / TICKS_PER_MS, bytes: bytes.subarray(done - size, done) };
  });
  const at = (tick + end.after) / TICKS_PER_MS;
  return {
    head: head && { at: head.at / TICKS_PER_MS, status: head.status, headers: head.headers },
    reads: played,
    end: end.how === "error" ? { at, how: "error", code: end.code ?? "UND_ERR_SOCKET" } : { at, how: end.how },
  };
}

/** The parts of a recorded attempt that say what came and when; times are rounded each by itself, so errors do not add up. */
export function recordedOf({ head, reads, end }: Exchange): Pick<RecordedAttempt, "head" | "reads" | "end"> {
  let last = head === undefined ? 0 : ticks(head.at);
  const step = (at: number): number => {
    const delay = Math.max(0, ticks(at) - last);
    last += delay;
    return delay;
  };
  return {
    ...(head === undefined ? {} : { head: { at: ticks(head.at), status: head.status, headers: { ...head.headers } } }),
    reads: reads.map(({ at, bytes }) => [step(at), bytes.length]),
    end: { after: step(end.at), how: end.how, ...(end.how === "error" ? { code: end.code } : {}) },
  };
}

/** Whole tenths of a millisecond. */
export const ticks = (ms: number): number => Math.max(0, Math.round(ms * TICKS_PER_MS));
