import type { WireLog } from "../domain/wire.ts";
import { errorCode } from "./error-code.ts";
import { begin, since } from "./exchange-clock.ts";
import { limitHeaders, REQUEST_IDS } from "./recordings/headers.ts";
import { asked, withBody } from "./response.ts";

/** A log of an exchange that has not begun. */
export const newWireLog = (): WireLog => ({ method: "", url: "", chunks: [], bytes: 0, kept: {} });

/**
 * `fetch` for one exchange, which writes down in `log` what goes over the wire. The body passes as it comes: byte for
 * byte, read for read, and nothing is read that was not asked for, so the times are those at which the reader was served.
 * A second call is an error: it means that an SDK asks again by itself, and would be neither counted nor billed.
 */
export function logged(fetch: typeof globalThis.fetch, log: WireLog, clock: () => number): typeof globalThis.fetch {
  return async (input, init) => {
    if (log.method !== "") throw new Error("a wire log holds one exchange, and a second was asked for");
    begin(log, clock());
    const { method, href, signal } = asked(input, init);
    Object.assign(log, { method, url: hostAndPath(href) });
    const now = (): number => since(log, clock());
    const end = ending(log, now, signal);
    let response: Response;
    try {
      response = await fetch(input, init);
    } catch (error) {
      end("error", error);
      throw error;
    }
    log.headers = now();
    readHead(response, log);
    if (response.body === null) {
      end("eof");
      return withBody(response, null);
    }
    return withBody(response, watched(response.body, log, now, end));
  };
}

/** Without query, name or password: keys may stand there. */
const hostAndPath = (href: string): string => {
  if (!URL.canParse(href)) return "";
  const { host, pathname } = new URL(href);
  return host + pathname;
};

function readHead({ status, headers }: Response, log: WireLog): void {
  log.status = status;
  const encoding = headers.get("content-encoding");
  if (encoding !== null && encoding !== "identity") log.contentEncoding = encoding;
  const id = REQUEST_IDS.map((name) => headers.get(name)).find((value) => value !== null);
  if (id !== undefined) log.requestId = id;
  Object.assign(log.kept, limitHeaders(headers));
}

type End = (how: NonNullable<WireLog["ended"]>, error?: unknown) => void;

/** Writes down how an exchange ended, once. What ends because the caller's signal said so was ended by us. */
function ending(log: WireLog, now: () => number, signal: AbortSignal | undefined): End {
  const onAbort = (): void => end("cancel");
  const end: End = (how, error) => {
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
  log: WireLog,
  now: () => number,
  end: End,
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
          const at = now();
          if (value.byteLength > 0) log.firstByte ??= at;
          log.chunks.push({ at, bytes: value.byteLength });
          log.bytes += value.byteLength;
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
