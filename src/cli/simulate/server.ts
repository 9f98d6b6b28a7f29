import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exchange } from "../../domain/exchange.ts";
import type { Simulator } from "../../domain/simulator.ts";
import { isPage, page } from "./page.ts";
import { play } from "./play.ts";
import { type Sent, sentLine } from "./sent.ts";

export type ServerOptions = {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** Monotonic, in ms. */
  readonly now: () => number;
  /** Told once of every request, when it ends. */
  readonly onSent: (sent: Sent) => void;
  /** Told of what must not happen: a fault of ours, not of a client. */
  readonly onFault: (error: unknown) => void;
};

export type SimulatorServer = {
  readonly url: string;
  readonly port: number;
  /** Ends everything at once; what was being answered is told as cancelled. */
  readonly close: () => Promise<void>;
};

/** Longest body of a request, in bytes. */
export const LONGEST_BODY = 20e6;

/**
 * How long an idle connection is kept, in ms. Longer than any client's own limit: who reuses a connection at the moment it
 * is closed sees a reset, which would pass for a simulated one.
 */
const KEEP_ALIVE_MS = 120_000;

/** A provider that does not exist, at an address: plays what the simulator answers, at the times it says. */
export async function serveSimulator(simulator: Simulator, options: ServerOptions): Promise<SimulatorServer> {
  const { port, host, now, onSent, onFault } = options;
  const start = now();
  let index = 0;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    if (body === LEFT) return;
    const { method = "", url: path = "" } = request;
    const arrivedAt = now();
    const stage = { request, response, arrived: arrivedAt, now };
    if (isPage(method, path)) {
      play(page(request.headers.host, url), { ...stage, onEnd: () => undefined });
      return;
    }
    const at = arrivedAt - start;
    const arrived = { index: ++index, method, url: path, body: body ?? "", at };
    const exchange = body === undefined ? TOO_LARGE : simulator.answer({ method, path, body, now: at });
    play(exchange, { ...stage, onEnd: (played) => onSent(sentLine(arrived, exchange, played, start)) });
  };

  const server = createServer({ noDelay: true, keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      request.socket.destroy();
      onFault(error);
    });
  });
  server.listen({ port, host, backlog: 4096 });
  await once(server, "listening");
  server.on("error", onFault);
  const { port: bound } = server.address() as AddressInfo;
  const url = `http://${reachable(host)}:${bound}`;
  return {
    url,
    port: bound,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The client was gone before its request was whole: there is nobody to answer. */
const LEFT = Symbol("left");

/** The body of a request; undefined when it is too long. It is read to its end even then: a client that is still writing would not see an answer. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined | typeof LEFT> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes <= LONGEST_BODY) parts.push(part);
      else parts.length = 0;
    }
  } catch {
    return LEFT;
  }
  return bytes > LONGEST_BODY ? undefined : Buffer.concat(parts).toString();
}

const TOO_LARGE: Exchange = {
  head: { at: 0, status: 413, headers: { "content-type": "application/json", "x-tokenwon-simulated": "1" } },
  reads: [
    {
      at: 0,
      bytes: Buffer.from(
        `{"error":{"type":"request_too_large","message":"The simulator takes ${LONGEST_BODY / 1e6} MB at most."}}`,
      ),
    },
  ],
  end: { at: 0, how: "eof" },
};

/** The host of a URL: an address that stands for all of them is reached on this machine's own. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
