import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createGzip } from "node:zlib";

type Headers = Readonly<Record<string, string>>;

/** What the server does with one request. */
export type Behaviour =
  | { readonly does: "answer"; readonly status: number; readonly headers?: Headers; readonly body?: string }
  /** Closes the connection before any header, or resets it. */
  | { readonly does: "hang-up"; readonly how: "close" | "reset" }
  | { readonly does: "no-headers" }
  | Stream;

export type Stream = {
  readonly does: "stream";
  readonly frames: readonly string[];
  /** Bytes per write; without it, a frame per write. */
  readonly cut?: number;
  /** Wait before every write. */
  readonly gapMs?: number;
  /** How many frames are sent; without it, all. */
  readonly after?: number;
  /** What then: the end, a broken connection, silence, or half of the next frame and the end. */
  readonly then?: "end" | "close" | "reset" | "stall" | "half";
  readonly headers?: Headers;
  /** Compressed, and handed out only when all is there. */
  readonly gzip?: boolean;
};

/** A request that arrived. */
export type Received = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

/** What each request gets: the next of a list (the last one again when it is at its end), or as a function says. */
export type Script = readonly Behaviour[] | ((request: Received, index: number) => Behaviour);

export type TestServer = {
  readonly url: string;
  readonly requests: readonly Received[];
  /** Connections accepted so far, and those that are open now. */
  readonly sockets: () => { readonly accepted: number; readonly open: number };
  /** Stops, and throws when a client has left a connection open: close the client first. */
  readonly close: () => Promise<void>;
};

/** How long the closing of a connection may take to be seen here. */
const GRACE_MS = 500;

/** A real HTTP server on a free local port that behaves, and misbehaves, as told. */
export async function serve(script: Script): Promise<TestServer> {
  const requests: Received[] = [];
  const open = new Set<Socket>();
  let accepted = 0;
  const server = createServer((request, response) => {
    // A client that gives up breaks the connection under our writes: that is what is being tested.
    void handle(request, response).catch(() => response.destroy());
  });
  server.on("connection", (socket) => {
    accepted++;
    open.add(socket);
    socket.on("close", () => open.delete(socket)).on("error", () => undefined);
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = "", url = "", headers } = request;
    // What opens connections beforehand asks nothing.
    if (headers["purpose"] === "preconnect") {
      response.writeHead(404).end();
      return;
    }
    const received = { method, url, headers, body: Buffer.concat(parts).toString() };
    const index = requests.push(received) - 1;
    const behaviour =
      typeof script === "function" ? script(received, index) : script[Math.min(index, script.length - 1)];
    if (behaviour === undefined) throw new Error("the script is empty");
    await behave(behaviour, response);
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    sockets: () => ({ accepted, open: open.size }),
    close: async () => {
      for (let waited = 0; open.size > 0 && waited < GRACE_MS; waited += 5) await sleep(5);
      const left = open.size;
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      if (left > 0) throw new Error(`${left} of ${accepted} connections were left open`);
    },
  };
}

async function behave(behaviour: Behaviour, response: ServerResponse): Promise<void> {
  switch (behaviour.does) {
    case "answer":
      response.writeHead(behaviour.status, { "content-type": "application/json", ...behaviour.headers });
      response.end(behaviour.body ?? "");
      return;
    case "hang-up":
      hangUp(response, behaviour.how);
      return;
    case "no-headers":
      return;
    case "stream":
      await stream(behaviour, response);
  }
}

async function stream(told: Stream, response: ServerResponse): Promise<void> {
  const { frames, cut, gapMs = 0, after = frames.length, then = "end", gzip = false } = told;
  const encoding = gzip ? { "content-encoding": "gzip" } : {};
  response.writeHead(200, { "content-type": "text/event-stream", ...encoding, ...told.headers });
  if (!gzip) response.flushHeaders();
  const sink = gzip ? createGzip() : response;
  if (sink !== response) sink.pipe(response);
  const next = frames[after] ?? "";
  const sent = then === "half" ? [...frames.slice(0, after), next.slice(0, next.length / 2)] : frames.slice(0, after);
  for (const bytes of writes(sent, cut)) {
    // Without a wait, at least a turn of the loop: otherwise all goes out in one packet.
    await sleep(gapMs);
    sink.write(bytes);
  }
  if (then === "end" || then === "half") sink.end();
  else if (then !== "stall") {
    await sleep(1);
    hangUp(response, then);
  }
}

function* writes(frames: readonly string[], cut: number | undefined): Generator<Buffer> {
  if (cut === undefined) {
    yield* frames.map((frame) => Buffer.from(frame));
    return;
  }
  const bytes = Buffer.from(frames.join(""));
  for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
}

function hangUp({ socket }: ServerResponse, how: "close" | "reset"): void {
  if (how === "close") socket?.destroy();
  else socket?.resetAndDestroy();
}
