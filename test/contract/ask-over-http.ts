import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect } from "vitest";
import { askOnce } from "../../src/cli/live/ask-once.ts";
import { realClock } from "../../src/cli/live/clock.ts";
import { Attempt } from "../../src/domain/attempt.ts";
import type { Question } from "../../src/domain/question.ts";
import type { StreamEvent } from "../../src/domain/stream-event.ts";
import { providerOf } from "../../src/provider/index.ts";
import type { AttemptResult } from "../../src/run/attempt.ts";
import type { Deadlines } from "../../src/run/deadlines.ts";
import { liveTransport } from "../../src/transport/live.ts";
import { type Received, type Script, serve, type TestServer } from "../transport/server.ts";
import { providerOver, type Spoken } from "./wires.ts";

/** No test that ends by itself comes near these. */
const AMPLE: Deadlines = { headers: 10_000, firstToken: 10_000, idle: 10_000, total: 10_000 };
/** Within this every case is over, whatever its deadline: a test that takes longer has hung. */
export const BOUND_MS = 8_000;

export type Conditions = {
  readonly deadlines?: Partial<Deadlines>;
  readonly signal?: AbortSignal;
  readonly question?: Partial<Question>;
  readonly onEvent?: (event: StreamEvent) => void;
  /** Another address than that of the server. */
  readonly baseUrl?: string;
};

export type Outcome = {
  readonly result: AttemptResult;
  readonly line: Attempt;
  readonly requests: readonly Received[];
  readonly accepted: number;
  /** Connections still open after an attempt that we ended, before the client was closed. */
  readonly leftOpen: number;
};

/**
 * Asks once as `ask` does, through the vendor's SDK and the real transport, a server that follows `script`. Afterwards the
 * client is closed, and no connection may be left open.
 */
export async function askOverHttp(spoken: Spoken, script: Script, conditions: Conditions = {}): Promise<Outcome> {
  const provider = await providerOver(spoken);
  const server = await serve(script);
  const live = liveTransport({ now: realClock.now });
  const { provider: name, model, api, key: apiKey } = spoken;
  const baseUrl = conditions.baseUrl ?? server.url + spoken.under;
  const question: Question = {
    model,
    messages: [{ role: "user", text: "서울 날씨는?" }],
    stream: true,
    ...conditions.question,
  };
  try {
    const { result, line } = await askOnce(
      { target: `${name}/${model}`, model, entry: providerOf(name), api, baseUrl, apiKey },
      provider,
      question,
      {
        fetch: (wire) => live.logged(wire),
        clock: realClock,
        deadlines: { ...AMPLE, ...conditions.deadlines },
        signal: conditions.signal ?? new AbortController().signal,
      },
      () => ({ id: "attempt-1", attempt: 1, started: "2026-11-25T00:00:00.000Z" }),
      conditions.onEvent,
    );
    const kept = Attempt.parse(JSON.parse(JSON.stringify(line)));
    const { accepted } = server.sockets();
    return { result, line: kept, requests: server.requests, accepted, leftOpen: await leftOpen(result, server) };
  } finally {
    await live.close();
    await server.close();
  }
}

/** A connection is closed by the side that gave up; that the other side sees it takes a moment. */
async function leftOpen({ failure }: AttemptResult, { sockets }: TestServer): Promise<number> {
  if (failure?.kind !== "timeout" && failure?.kind !== "aborted") return 0;
  if (failure.deadline === "vendor") return 0;
  for (let waited = 0; sockets().open > 0 && waited < 500; waited += 5) await sleep(5);
  return sockets().open;
}

/** Fails the file when a promise was rejected in it and nobody took the error. */
export function watchRejections(): void {
  const rejections: unknown[] = [];
  const note = (reason: unknown): void => void rejections.push(reason);
  beforeAll(() => {
    process.on("unhandledRejection", note);
  });
  afterAll(async () => {
    // What is still under way is given a few turns to fail.
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
    process.off("unhandledRejection", note);
    expect(rejections).toEqual([]);
  });
}
