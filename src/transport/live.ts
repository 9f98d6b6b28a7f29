import { Agent, fetch as undiciFetch } from "undici";
import type { WireLog } from "../domain/wire.ts";
import { watchConnections } from "./connection.ts";
import { dispatched, type PlainRequest } from "./dispatch.ts";
import { asked, hrefOf } from "./response.ts";
import { logged, observing } from "./wire-log.ts";

/**
 * Connections are kept for a minute: undici's own 4 s would put a new handshake into every slow sequential run. Silence is
 * not limited here: undici's own 300 s would end a model that thinks long, and the deadlines of a run are kept elsewhere.
 */
export const AGENT_OPTIONS = {
  keepAliveTimeout: 60_000,
  headersTimeout: 0,
  bodyTimeout: 0,
  connect: { timeout: 30_000 },
} as const satisfies Agent.Options;

export type LiveTransport = {
  /** Goes over the network. Nobody writes down what it does. */
  readonly fetch: typeof globalThis.fetch;
  /** Writes `sent` and `connectionReused` of the request made within `work`, which must call `fetch` itself. */
  readonly observe: <T>(log: WireLog, work: () => T) => T;
  /** `fetch` for the exchange of one log, which it writes whole, at the moments at which things came. */
  readonly logged: (log: WireLog) => typeof globalThis.fetch;
  /** `fetch` for the exchange of one log, observed; `logged` around it writes the rest. */
  readonly observed: (log: WireLog) => typeof globalThis.fetch;
  /** Ends every connection, those in use as well. */
  readonly close: () => Promise<void>;
};

/** The one way to the network, on a client of its own: neither the global dispatcher nor the global `fetch` is touched. */
export function liveTransport({ now }: { readonly now: () => number }): LiveTransport {
  const agent = new Agent(AGENT_OPTIONS);
  const connections = watchConnections(now);
  const { observe, tie } = connections;

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input : undefined;
    // A compressed stream comes in bursts, and its times are those of the compressor.
    const headers = new Headers(init?.headers ?? request?.headers);
    headers.set("accept-encoding", "identity");
    // A redirect would carry the key to another host: no vendor sends one.
    const own = { headers: [...headers], redirect: "error" as const, dispatcher: agent };
    const options = { ...(request && parts(request)), ...init, ...own };
    // Node declares the types of the undici inside it; ours is the same interface, of another version.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- and so is its answer
    return await undiciFetch(hrefOf(input), options as Parameters<typeof undiciFetch>[1]);
  };
  return {
    fetch,
    observe,
    logged: (log) => async (input, init) => {
      const request = plain(input, init);
      if (request === undefined)
        return await logged((...args) => observe(log, () => fetch(...args)), log, now)(input, init);
      const observer = observing(log, now, request);
      return await tie(log, () => dispatched(agent, request, observer));
    },
    observed: (log) => (input, init) => observe(log, () => fetch(input, init)),
    close: async () => {
      connections.close();
      await agent.destroy();
    },
  };
}

/** A request that the dispatcher takes as it is; undefined for one with a body that is no text, or that has its own form. */
function plain(input: string | URL | Request, init: RequestInit | undefined): PlainRequest | undefined {
  const body = init?.body ?? undefined;
  if (input instanceof Request || (body !== undefined && typeof body !== "string")) return undefined;
  const headers = new Headers(init?.headers);
  // A compressed stream comes in bursts, and its times are those of the compressor.
  headers.set("accept-encoding", "identity");
  return { ...asked(input, init), headers, body };
}

/** A `Request` of Node's own undici, taken apart: another undici does not know it for one. */
const parts = ({ method, body, signal, redirect }: Request): RequestInit => ({
  method,
  body,
  signal,
  redirect,
  duplex: "half",
});
