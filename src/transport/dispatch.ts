import type { Agent, Dispatcher } from "undici";
import type { WireLog } from "../domain/wire.ts";
import { decoded } from "./decoded.ts";
import { fetchFailed, terminated } from "./network-error.ts";
import type { Observer } from "./wire-log.ts";

/** A request that can be sent as it is: SDKs ask with texts. */
export type PlainRequest = {
  readonly method: string;
  readonly href: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const WITHOUT_BODY = new Set([204, 205, 304]);
/** Bytes that may wait for a reader before the connection is held back. */
const MOST_WAITING = 1_000_000;

/**
 * What `fetch` does, by undici's own dispatcher: one request, no redirect, the errors that `fetch` has. It leaves out what
 * SDKs do not need, and with it processor time that at fifty streams an answer would wait for.
 */
export function dispatched(
  agent: Agent,
  { method, href, headers, body, signal }: PlainRequest,
  observer: Observer,
): Promise<Response> {
  const { origin, pathname, search } = new URL(href);
  return new Promise<Response>((resolve, reject) => {
    let connection: Dispatcher.DispatchController | undefined;
    let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
    let over = false;
    const finish = (how: NonNullable<WireLog["ended"]>, error?: unknown): boolean => {
      if (over) return false;
      over = true;
      signal?.removeEventListener("abort", onAbort);
      observer.end(how, error);
      return true;
    };
    const fail = (how: "error" | "cancel", error: unknown): void => {
      if (!finish(how, how === "error" ? error : undefined)) return;
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as `fetch`, which passes on any reason
      if (sink === undefined) reject(error);
      else sink.error(error);
    };
    const onAbort = (): void => {
      const { reason } = signal as { readonly reason: unknown };
      fail("cancel", reason);
      connection?.abort(reason as Error);
    };
    if (signal?.aborted === true) {
      fail("cancel", signal.reason);
      return;
    }
    signal?.addEventListener("abort", onAbort, { once: true });

    const bodyOf = (): ReadableStream<Uint8Array> =>
      new ReadableStream<Uint8Array>(
        {
          start: (controller) => {
            sink = controller;
          },
          pull: () => {
            if (connection?.paused === true) connection.resume();
          },
          cancel: (reason) => {
            finish("cancel");
            connection?.abort(reason instanceof Error ? reason : new Error("the reader left"));
          },
        },
        { highWaterMark: MOST_WAITING, size: (chunk) => chunk.byteLength },
      );
    agent.dispatch(
      {
        origin,
        path: pathname + search,
        method: method,
        headers: Object.fromEntries(headers),
        body: body ?? null,
      },
      {
        onRequestStart: (controller) => {
          connection = controller;
          if (over) controller.abort(new Error("the caller left"));
        },
        onResponseStart: (controller, status, raw) => {
          if (over || status < 200) return;
          const told = headersOf(raw);
          observer.head(status, told);
          if (REDIRECTS.has(status)) {
            fail("error", fetchFailed(new Error("unexpected redirect")));
            controller.abort(new Error("unexpected redirect"));
            return;
          }
          const stream = WITHOUT_BODY.has(status) ? null : decoded(bodyOf(), told.get("content-encoding"));
          const response = new Response(stream, { status, headers: told });
          Object.defineProperty(response, "url", { value: href });
          resolve(response);
        },
        onResponseData: (controller, chunk) => {
          if (over || sink === undefined) return;
          observer.read(chunk.byteLength);
          sink.enqueue(chunk);
          if ((sink.desiredSize ?? 0) <= 0) controller.pause();
        },
        onResponseEnd: () => {
          if (finish("eof")) sink?.close();
        },
        onResponseError: (_, error) => {
          fail("error", sink === undefined ? fetchFailed(error) : terminated(error));
        },
      },
    );
  });
}

function headersOf(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one);
    else if (value !== undefined) headers.append(name, value);
  }
  return headers;
}
