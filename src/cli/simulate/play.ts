import type { IncomingMessage, ServerResponse } from "node:http";
import type { Exchange } from "../../domain/exchange.ts";

/** How the playing ended: as planned, or `cancelled` because the client left before. */
export type PlayedEnd = Exchange["end"]["how"] | "cancelled";

/** What was sent and when: times in ms of the clock `now`, taken when the write was called; undefined: never sent. */
export type Played = {
  readonly head: number | undefined;
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly end: number;
  /** Bytes of the body. */
  readonly bytes: number;
  readonly ended: PlayedEnd;
};

export type Stage = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** When the request arrived: every time of the exchange counts from here, so that lateness does not add up. */
  readonly arrived: number;
  /** Monotonic, in ms. */
  readonly now: () => number;
  /** Called once. */
  readonly onEnd: (played: Played) => void;
};

/** Does to a client what the exchange says, in real time and never too early, until it is over or the client leaves. */
export function play(exchange: Exchange, { request, response, arrived, now, onEnd }: Stage): void {
  const { head, reads, end } = exchange;
  const { socket } = request;
  const sent: { head?: number; first?: number; last?: number; bytes: number } = { bytes: 0 };
  let next = 0;
  let timer: NodeJS.Timeout | undefined;
  let over = false;

  const finish = (ended: PlayedEnd): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    onEnd({ head: sent.head, first: sent.first, last: sent.last, end: now(), bytes: sent.bytes, ended });
  };

  /** When the next thing is to be done; undefined: nothing is, and the connection is held. */
  const due = (): number | undefined => {
    if (head !== undefined && sent.head === undefined) return head.at;
    const read = head === undefined ? undefined : reads[next];
    if (read !== undefined) return read.at;
    return end.how === "silence" ? undefined : end.at;
  };

  const act = (time: number): void => {
    const read = reads[next];
    if (head !== undefined && sent.head === undefined) {
      sent.head = time;
      response.writeHead(head.status, passable(head.headers));
      response.flushHeaders();
    } else if (head !== undefined && read !== undefined) {
      sent.first ??= time;
      sent.last = time;
      sent.bytes += read.bytes.length;
      next++;
      response.write(read.bytes);
    } else {
      finish(end.how);
      if (head !== undefined && end.how === "eof") response.end();
      // A reset would take back what the client has not read yet: after the head the connection just ends.
      else if (head !== undefined) socket.destroySoon();
      else socket.resetAndDestroy();
    }
  };

  const wait = (ms: number): void => {
    if (ms > SHORT_MS) timer = setTimeout(step, Math.min(Math.round(ms), LONGEST_MS));
    else setImmediate(() => (over ? undefined : step()));
  };

  const step = (): void => {
    // Things that are due together leave in one packet.
    socket.cork();
    let at = due();
    for (; !over && at !== undefined && arrived + at <= now(); at = due()) act(now());
    socket.uncork();
    if (!over && at !== undefined) wait(arrived + at - now());
  };

  // A write to a client that has just gone is nobody's loss: its leaving is told by the next line.
  response.on("error", () => undefined);
  response.once("close", () => finish(due() === undefined ? "silence" : "cancelled"));
  if (socket.destroyed) finish("cancelled");
  else step();
}

/** A timer comes early by less than this, in ms, and set once more it would be late by a whole one: turns of the loop fill it. */
const SHORT_MS = 0.3;

/** Node takes a longer time for 1 ms. */
const LONGEST_MS = 2 ** 31 - 1;

/** What belongs to a connection and not to an answer, and what Node must say itself of a body in pieces. */
const OF_THE_CONNECTION = new Set(["connection", "keep-alive", "transfer-encoding", "content-length"]);

const passable = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name.toLowerCase())));
