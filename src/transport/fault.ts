import { never, unlessAborted } from "./abort.ts";
import { type BodyFault, brokenBody, type Sleep } from "./fault-body.ts";
import { brokenBy, fetchFailed, noSuchHost, type ResetCode } from "./network-error.ts";
import { asked, withBody } from "./response.ts";

/** What goes wrong in one exchange, in the shape in which `fetch` shows it. */
export type Fault =
  /** The connection breaks before any header. */
  | { readonly kind: "reset"; readonly code?: ResetCode }
  /** The host's name is not known. */
  | { readonly kind: "dns" }
  /** No answer, until the caller gives up. */
  | { readonly kind: "noheaders" }
  /** Another answer than the one asked for; nothing is asked. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | BodyFault;

/** `fetch` in which each call takes the next fault of the plan; undefined, or the end of the plan, is none. */
export function faulty(
  fetch: typeof globalThis.fetch,
  plan: readonly (Fault | undefined)[],
  sleep: Sleep,
): typeof globalThis.fetch {
  let next = 0;
  return async (input, init) => {
    const fault = plan[next++];
    if (fault === undefined) return fetch(input, init);
    const { href, signal } = asked(input, init);
    signal?.throwIfAborted();
    switch (fault.kind) {
      case "reset":
        throw fetchFailed(brokenBy(fault.code ?? "ECONNRESET"));
      case "dns":
        throw fetchFailed(noSuchHost(new URL(href).hostname));
      case "noheaders":
        return unlessAborted(signal, never());
      case "status": {
        const { status, headers = {}, body } = fault;
        const answer = new Response(body ?? null, { status, headers });
        // In one read, but by a body that obeys the signal.
        return broken(answer, { kind: "bytes", size: Number.POSITIVE_INFINITY }, signal, sleep);
      }
      default:
        return broken(await fetch(input, init), fault, signal, sleep);
    }
  };
}

function broken(response: Response, fault: BodyFault, signal: AbortSignal | undefined, sleep: Sleep): Response {
  if (response.body === null) return response;
  const encoding = fault.kind === "gzip-burst" ? { "content-encoding": "gzip" } : {};
  return withBody(response, brokenBody(response.body, fault, signal, sleep), encoding);
}
