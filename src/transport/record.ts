import type { Exchange, ExchangeEnd } from "../domain/exchange.ts";
import type { RecordedAttempt } from "../domain/recording.ts";
import { errorCode } from "./error-code.ts";
import { keptHeaders } from "./recordings/headers.ts";
import { requestOf } from "./recordings/request.ts";
import { scrub } from "./recordings/scrub.ts";
import { asked, withBody } from "./response.ts";

/** A request and what came of it. */
export type Captured = {
  readonly request: RecordedAttempt["request"];
  /** When `fetch` was called, by the clock that was given. */
  readonly called: number;
  readonly exchange: Exchange;
};

export type Recorder = {
  /** Passes one exchange on as it is, byte for byte and read for read. */
  readonly fetch: typeof globalThis.fetch;
  /** What it saw, once the exchange is over or given up; undefined where nothing was asked. */
  readonly captured: () => Captured | undefined;
};

/** Writes down one exchange of `fetch`: no header of the request, and of the answer only those that are on the list. */
export function recorder(fetch: typeof globalThis.fetch, now: () => number): Recorder {
  let request: Captured["request"] | undefined;
  let called = 0;
  let head: Exchange["head"];
  const reads: { at: number; bytes: Uint8Array }[] = [];
  let end: ExchangeEnd | undefined;
  const since = (): number => now() - called;
  const broken = (error: unknown, signal: AbortSignal | undefined): void => {
    if (end !== undefined) return;
    const code = errorCode(error) ?? "UND_ERR_SOCKET";
    // What we ended ourselves would have gone on.
    end = signal?.aborted === true ? { at: since(), how: "silence" } : { at: since(), how: "error", code };
  };
  return {
    fetch: async (input, init) => {
      if (request !== undefined) throw new Error("a recorder holds one exchange, and a second was asked for");
      called = now();
      const { signal } = asked(input, init);
      request = requestOf(input, init);
      let response: Response;
      try {
        response = await fetch(input, init);
      } catch (error) {
        broken(error, signal);
        throw error;
      }
      head = { at: since(), status: response.status, headers: keptHeaders(response.headers) };
      if (response.body === null) {
        end = { at: since(), how: "eof" };
        return response;
      }
      const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
      return withBody(
        response,
        new ReadableStream<Uint8Array>(
          {
            async pull(controller) {
              try {
                const { done, value } = await reader.read();
                if (done) {
                  end ??= { at: since(), how: "eof" };
                  controller.close();
                  return;
                }
                reads.push({ at: since(), bytes: value.slice() });
                controller.enqueue(value);
              } catch (error) {
                broken(error, signal);
                throw error;
              }
            },
            cancel(reason) {
              end ??= { at: since(), how: "silence" };
              return reader.cancel(reason);
            },
          },
          { highWaterMark: 0 },
        ),
      );
    },
    captured: () => {
      if (request === undefined) return undefined;
      const over = end ?? { at: since(), how: "silence" };
      return { request, called, exchange: { head, reads: scrubbed(reads), end: over } };
    },
  };
}

/** The reads with the names of accounts taken out; a name may be cut by the edge of a read, so all are looked at as one. */
function scrubbed(reads: readonly { readonly at: number; readonly bytes: Uint8Array }[]): Exchange["reads"] {
  const clean = scrub(Buffer.concat(reads.map(({ bytes }) => bytes)));
  let from = 0;
  return reads.map(({ at, bytes: { length } }) => {
    from += length;
    return { at, bytes: clean.subarray(from - length, from) };
  });
}
