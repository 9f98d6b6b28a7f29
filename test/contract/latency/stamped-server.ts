import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What the server does with one request. */
export type Play =
  | {
      readonly does: "stream";
      readonly reads: readonly (string | Uint8Array)[];
      /** What then: the end, a broken connection, silence, or bytes without an event in them. */
      readonly then?: "end" | "close" | "reset" | "silence" | "pings";
    }
  | { readonly does: "refuse"; readonly status: number; readonly waitMs?: number }
  | { readonly does: "silence" }
  | { readonly does: "reset" };

/** What the server did with one request and when, by the clock of the client, which runs in the same process. */
export type Stamps = {
  /** Which of its connections, from 1. */
  readonly connection: number;
  readonly arrived: number;
  /** Before each read was written: nobody can have seen it earlier. */
  readonly reads: number[];
  /** When all reads had been taken: nobody can see one later. */
  through?: number;
  /** When the client left before the end. */
  left?: number;
};

export type StampedServer = {
  readonly url: string;
  readonly requests: readonly Stamps[];
  /** Closes the connections that nothing is asked over, and waits until the client has seen it. */
  readonly expire: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Between a read that was taken and the next one, in ms. */
const GAP_MS = 3;

/**
 * A server on a free local port that writes down when it wrote what. It writes a read only after the one before has been
 * taken, so that every figure of the client lies between two of its moments, however slow the machine is.
 * @param taken bytes that the client has read of this answer
 * @param onThrough told when nothing more comes of a request by itself
 */
export async function stampedServer(
  plays: readonly Play[],
  { taken, onThrough }: { readonly taken: () => number; readonly onThrough: () => void },
): Promise<StampedServer> {
  const requests: Stamps[] = [];
  const sockets: Socket[] = [];
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true, keepAlive: true }, (request, response) => {
    // Who leaves breaks the connection under our writes: that is what is tested.
    void handle(request, response).catch(() => response.destroy());
  });
  // It closes connections when it is told to, and announces no time.
  server.keepAliveTimeout = 0;
  server.on("connection", (socket) => {
    sockets.push(socket);
    open.add(socket);
    socket.on("close", () => open.delete(socket)).on("error", () => undefined);
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrived = performance.now();
    for await (const _ of request);
    const stamps: Stamps = { connection: sockets.indexOf(request.socket) + 1, arrived, reads: [] };
    const play = plays[requests.push(stamps) - 1];
    response.on("close", () => {
      if (!response.writableFinished) stamps.left = performance.now();
    });
    if (play === undefined) throw new Error("more was asked than is played");
    await perform(play, response, stamps, taken);
    stamps.through = performance.now();
    if (play.does === "stream") close(play.then ?? "end", response);
    onThrough();
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    expire: async () => {
      const closed = [...open].map((socket) => once(socket, "close"));
      for (const socket of open) socket.end();
      await Promise.all(closed);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function perform(play: Play, response: ServerResponse, stamps: Stamps, taken: () => number): Promise<void> {
  switch (play.does) {
    case "silence":
      return;
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "refuse":
      response.writeHead(play.status, {
        "content-type": "application/json",
        ...(play.waitMs === undefined ? {} : { "retry-after-ms": `${play.waitMs}` }),
      });
      response.end(JSON.stringify({ error: { type: "refused", message: "Not now." } }));
      return;
    case "stream": {
      response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
      let sent = 0;
      for (const read of play.reads) {
        stamps.reads.push(performance.now());
        response.write(read);
        sent += Buffer.byteLength(read);
        while (taken() < sent && stamps.left === undefined) await sleep(1);
        await sleep(GAP_MS);
      }
    }
  }
}

function close(then: NonNullable<Extract<Play, { does: "stream" }>["then"]>, response: ServerResponse): void {
  if (then === "end") response.end();
  else if (then === "close") response.socket?.destroy();
  else if (then === "reset") response.socket?.resetAndDestroy();
  else if (then === "pings") {
    const timer = setInterval(() => response.write(": ping\n\n"), GAP_MS);
    response.on("close", () => clearInterval(timer));
  }
}
