import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { text } from "node:stream/consumers";
import { seeded } from "../../measure/random.ts";
import { type AnswerLoad, loadOf } from "./answer-load.ts";
import { ending, ROLE, stamped } from "./frames.ts";
import { wheel } from "./wheel.ts";

export type StampingServer = {
  /** Where the API is. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache",
  "x-tokenwon-simulated": "1",
};

/**
 * A server whose times are known: the text of each chunk says when it was written, by the server's own clock. It need not be
 * punctual: whoever compares takes what it says, not what it was to do.
 */
export async function serveStamps({ seed }: { readonly seed: number }): Promise<StampingServer> {
  const now = (): number => performance.now();
  const random = seeded(seed);
  const { at, stop } = wheel(now);
  const known = new WeakSet<Socket>();

  const answer = (response: ServerResponse, socket: Socket, load: AnswerLoad, received: number): void => {
    const isFirst = !known.has(socket);
    known.add(socket);
    const chunks = load.parted && isFirst ? Math.ceil(random() * load.chunks) : load.chunks;
    let sent = 0;
    let due = received + load.ttft;
    let left = false;
    response.once("close", () => (left = true));
    const step = (): void => {
      if (left) return;
      // Written to the socket itself, in chunks that are coded already: a third of the work of `response.write`.
      const microseconds = Math.round((now() - received) * 1000);
      if (sent === 0) {
        socket.cork();
        response.writeHead(200, HEADERS);
        response.flushHeaders();
        socket.write(ROLE);
      }
      if (sent < chunks) {
        socket.write(stamped(microseconds));
        if (sent === 0) socket.uncork();
        sent++;
        due += load.gap * (0.5 + random());
        at(due, step);
        return;
      }
      socket.cork();
      socket.write(ending(chunks));
      response.end();
      socket.uncork();
    };
    at(due, step);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Whoever only opens a connection, or looks who is here.
    if (request.method !== "POST") {
      response.writeHead(404, { ...HEADERS, "content-type": "application/json" }).end("{}");
      return;
    }
    const { model } = JSON.parse(await text(request)) as { readonly model: unknown };
    answer(response, request.socket, loadOf(String(model)), now());
  };
  const server = createServer({ noDelay: true, keepAliveTimeout: 120_000 }, (request, response) => {
    // Whoever does not ask for an answer of a model is no client of ours.
    handle(request, response).catch(() => request.socket.destroy());
  });
  server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 });
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: async () => {
      stop();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
