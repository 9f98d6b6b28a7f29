import type { Exchange } from "../../domain/exchange.ts";
import { redact } from "../../log/redact.ts";
import type { Played, PlayedEnd } from "./play.ts";

/**
 * What the server did with one request, as a line of its log. Times in ms since the server started, by its own clock;
 * `planned_…` is when it meant to send. No header and no body: a key may stand there.
 */
export type Sent = {
  readonly simulated: true;
  /** Of the requests in the order of their arrival, from 1. */
  readonly index: number;
  readonly method: string;
  /** Without its query, which may hold a key. */
  readonly path: string;
  readonly model?: string;
  readonly status?: number;
  readonly bytes: number;
  readonly ended: PlayedEnd;
  readonly arrived_ms: number;
  readonly head_ms?: number;
  readonly first_ms?: number;
  readonly last_ms?: number;
  readonly end_ms: number;
  readonly planned_head_ms?: number;
  readonly planned_first_ms?: number;
  readonly planned_last_ms?: number;
  /** Undefined for a silence, which the client ends. */
  readonly planned_end_ms?: number;
};

/** A request as it came. */
export type Arrived = {
  readonly index: number;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  /** In ms since the start. */
  readonly at: number;
};

/** The line of a request that has been played. `start`: that of the server, on the clock of `played`. */
export function sentLine(arrived: Arrived, exchange: Exchange, played: Played, start: number): Sent {
  const since = (time: number | undefined): number | undefined =>
    time === undefined ? undefined : micro(time - start);
  const planned = (at: number | undefined): number | undefined =>
    at === undefined ? undefined : micro(arrived.at + at);
  const { head, reads, end } = exchange;
  const path = arrived.url.split("?")[0] ?? "";
  const times = {
    head_ms: since(played.head),
    first_ms: since(played.first),
    last_ms: since(played.last),
    end_ms: micro(played.end - start),
    planned_head_ms: planned(head?.at),
    planned_first_ms: planned(reads[0]?.at),
    planned_last_ms: planned(reads.at(-1)?.at),
    planned_end_ms: end.how === "silence" ? undefined : planned(end.at),
  };
  return defined({
    simulated: true as const,
    index: arrived.index,
    method: arrived.method,
    path: shown(path),
    model: modelOf(path, arrived.body),
    status: played.head === undefined ? undefined : head?.status,
    bytes: played.bytes,
    ended: played.ended,
    arrived_ms: micro(arrived.at),
    ...times,
  });
}

const micro = (ms: number): number => Math.round(ms * 1000) / 1000;

/** A key may have slipped into a path or a name; nothing of either is longer than this. */
const shown = (text: string): string => redact(text, []).slice(0, 200);

/** The model that a request names, in its path as Google has it or in its body; undefined where it names none. */
function modelOf(path: string, body: string): string | undefined {
  const named = /\/models\/([^/:]+):/.exec(path)?.[1];
  if (named !== undefined) return shown(named);
  try {
    const { model } = JSON.parse(body) as { readonly model?: unknown };
    return typeof model === "string" ? shown(model) : undefined;
  } catch {
    return undefined;
  }
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

const defined = <T extends Record<string, unknown>>(line: T): Defined<T> =>
  Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)) as Defined<T>;
