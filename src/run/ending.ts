import type { Deadline, Failure } from "../domain/failure.ts";
import type { ErrorFacts } from "../domain/stream-event.ts";
import type { WireLog } from "../domain/wire.ts";
import { classify, type Seen } from "./classify.ts";

/** All that tells how an exchange ended. */
export type End = {
  readonly passed: Deadline | undefined;
  readonly aborted: boolean;
  readonly error: ErrorFacts | undefined;
  readonly finished: boolean;
  readonly seen: Seen;
  readonly wire: WireLog;
};

/** What failed, if anything did: our own deadlines and aborts first, whatever the SDK makes of them. */
export function failureOf({ passed, aborted, error, finished, seen, wire }: End): Failure | undefined {
  const asked = wire.method !== "";
  const spent = seen.output ? "yes" : asked ? "unknown" : "no";
  // What had finished before somebody stopped it is an answer all the same.
  if (finished && error === undefined) return undefined;
  if (passed !== undefined) {
    return {
      kind: "timeout",
      deadline: passed,
      message: `No answer within the ${WORDS[passed]}.`,
      retry: passed !== "total",
      billed: spent,
    };
  }
  if (aborted) return { kind: "aborted", message: "Stopped by the caller.", retry: false, billed: spent };
  if (error !== undefined) return classify(error, wire, seen);
  return {
    kind: "truncated-stream",
    message: "The stream ended before the vendor said that the answer was whole.",
    retry: true,
    billed: spent,
  };
}

const WORDS = {
  headers: "time for response headers",
  "first-token": "time for the first token",
  idle: "time without a sign of life",
  total: "total time",
  vendor: "vendor's own time",
} as const;
