import type { WireLog } from "../domain/wire.ts";
import { errorCode } from "./error-code.ts";
import { begin, since } from "./exchange-clock.ts";
import { limitHeaders, REQUEST_IDS } from "./recordings/headers.ts";
import { type Asked, asked, withBody } from "./response.ts";

/** A log of an exchange that has not begun. */
export const newWireLog = (): WireLog => ({ method: "", url: "", chunks: [], bytes: 0, kept: {} });

/**
 * `fetch` for one exchange, which writes down in `log` what goes over the wire. The body passes as it comes: byte for
 * byte, read for read, and nothing is read that was not asked for, so the times are those at which the reader was served.
 * A second call is an error: it means that an SDK asks again by itself, and would be neither counted nor billed.
 */
export function logged(fetch: typeof globalThis.fetch, log: WireLog, clock: () => number): typeof globalThis.fetch {
  return async (input, init) => {
    const { head, read, end } = observing(log, clock, asked(input, init));
    let response: Response;
    try {
      response = await fetch(input, init);
    } catch (error) {
      end("error", error);
      throw error;
    }
    head(response.status, response.headers);
    if (response.body === null) {
      end("eof");
      return withBody(response, null);
    }
    return withBody(response, watched(response.body, read, end));
  };
}

/** Told what comes over the wire, at the moment at which it comes. */
export type Observer = {
  readonly head: (status: number, headers: Headers) => void;
  readonly read: (bytes: number) => void;
  /** Counts once. What ends because the caller's signal said so was ended by us. */
  readonly end: (how: NonNullable<WireLog["ended"]>, error?: unknown) => void;
};

/** Begins the log of an exchange, and writes into it what the observer is told. */
export function observing(log: WireLog, clock: () => number, { method, href, signal }: Asked): Observer {
  if (log.method !== "") throw new Error("a wire log holds one exchange, and a second was asked for");
  begin(log, clock());
  Object.assign(log, { method, url: hostAndPath(href) });
  const now = (): number => since(log, clock());
  return {
    head: (status, headers) => {
      log.headers = now();
      readHead(status, headers, log);
    },
    read: (bytes) => {
      const at = now();
      if (bytes > 0) log.firstByte ??= at;
      log.chunks.push({ at, bytes });
      log.bytes += bytes;
    },
    end: ending(log, now, signal),
  };
}

/** Without query, name or password: keys may stand there. */
const hostAndPath = (href: string): string => {
  if (!URL.canParse(href)) return "";
  const { host, pathname } = new URL(href);
  return host + pathname;
};

function readHead(status: number, headers: Headers, log: WireLog): void {
  log.status = status;
  const encoding = headers.get("content-encoding");
  if (encoding !== null && encoding !== "identity") log.contentEncoding = encoding;
  const id = REQUEST_IDS.map((name) => headers.get(name)).find((value) => value !== null);
  if (id !== undefined) log.requestId = id;
  Object.assign(log.kept, limitHeaders(headers));
}

/** Writes down how an exchange ended, once. What ends because the caller's signal said so was ended by us. */
function ending(log: WireLog, now: () => number, signal: AbortSignal | undefined): Observer["end"] {
  const onAbort = (): void => end("cancel");
  const end: Observer["end"] = (how, error) => {
    if (log.ended !== undefined) return;
    signal?.removeEventListener("abort", onAbort);
    log.end = now();
    log.ended = how === "error" && signal?.aborted === true ? "cancel" : how;
    const code = log.ended === "error" ? errorCode(error) : undefined;
    if (code !== undefined) log.errorCode = code;
  };
  signal?.addEventListener("abort", onAbort);
  return end;
}

/** The body, with every read of it written down. Holds nothing back and reads nothing ahead. */
function watched(
  body: ReadableStream<Uint8Array>,
  read: Observer["read"],
  end: Observer["end"],
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            end("eof");
            controller.close();
            return;
          }
          read(value.byteLength);
          controller.enqueue(value);
        } catch (error) {
          end("error", error);
          throw error;
        }
      },
      cancel(reason) {
        end("cancel");
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
