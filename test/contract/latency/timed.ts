import { expect } from "vitest";
import { askOnce, type Known, type Means } from "../../../src/cli/live/ask-once.ts";
import { realClock } from "../../../src/cli/live/clock.ts";
import { Attempt } from "../../../src/domain/attempt.ts";
import type { Question } from "../../../src/domain/question.ts";
import type { WireLog } from "../../../src/domain/wire.ts";
import { providerOf } from "../../../src/provider/index.ts";
import type { Clock } from "../../../src/run/clock.ts";
import type { Deadlines } from "../../../src/run/deadlines.ts";
import { liveTransport } from "../../../src/transport/live.ts";
import { providerOver, type Spoken } from "../wires.ts";
import { type Play, type StampedServer, type Stamps, stampedServer } from "./stamped-server.ts";

/** No test that ends by itself comes near these. */
const AMPLE: Deadlines = { headers: 30_000, firstToken: 30_000, idle: 30_000, total: 30_000 };
/** Times are written to the microsecond. */
export const ROUNDING = 0.001;

/** One attempt: its line, the moment of its call, and what the server did. */
export type Timed = { readonly line: Attempt; readonly called: number; readonly stamps: Stamps };

export type Conditions = {
  readonly known?: Partial<Known>;
  readonly deadlines?: Partial<Deadlines>;
  readonly question?: Partial<Question>;
};

/** Asks once as a run does, and keeps the moment of the call. */
export async function askTimed(
  { provider: name, model, api, key: apiKey, under }: Spoken,
  url: string,
  { fetch, clock = realClock }: { readonly fetch: Means["fetch"]; readonly clock?: Clock },
  { known, deadlines, question }: Conditions = {},
): Promise<Omit<Timed, "stamps">> {
  const place = { target: `${name}/${model}`, model, entry: providerOf(name), api, baseUrl: url + under, apiKey };
  const provider = await providerOver({ provider: name, api });
  // The loading of an SDK is none of an answer's time.
  await provider.ready();
  const noted = noting(clock);
  const { line } = await askOnce(
    place,
    provider,
    { model, messages: [{ role: "user", text: "서울 날씨는?" }], stream: true, ...question },
    { fetch, clock: noted, deadlines: { ...AMPLE, ...deadlines }, signal: new AbortController().signal },
    () => ({ id: "a", attempt: 1, started: "2026-11-25T00:00:00.000Z", ...known }),
  );
  return { line: Attempt.parse(JSON.parse(JSON.stringify(line))), called: noted.first() };
}

export type Asker = { readonly ask: (conditions?: Conditions) => Promise<Timed>; readonly server: StampedServer };

/** A client of one API, over one transport, and the server that it asks: as many times as there are plays. */
export async function asking(
  spoken: Spoken,
  plays: readonly Play[],
  use: (asker: Asker) => Promise<void>,
): Promise<void> {
  let underWay: WireLog | undefined;
  let through = (): void => undefined;
  const server = await stampedServer(plays, { taken: () => underWay?.bytes ?? 0, onThrough: () => through() });
  const live = liveTransport({ now: realClock.now });
  const ask: Asker["ask"] = async (conditions) => {
    // A run writes an answer down before it asks again: until then the client has its connection back.
    await new Promise(setImmediate);
    const quiet = new Promise<void>((resolve) => {
      through = resolve;
    });
    const fetch: Means["fetch"] = (wire) => {
      underWay = wire;
      return live.logged(wire);
    };
    const clock = patient(realClock, quiet);
    const timed = await askTimed(spoken, server.url, { fetch, clock }, conditions);
    const stamps = server.requests.at(-1);
    if (stamps === undefined) throw new Error("nothing was asked");
    return { ...timed, stamps };
  };
  try {
    await use({ ask, server });
  } finally {
    await live.close();
    await server.close();
  }
}

/** A clock that keeps the first moment it told: that of the call. */
function noting(clock: Clock): Clock & { readonly first: () => number } {
  let first: number | undefined;
  return {
    ...clock,
    now: () => {
      const now = clock.now();
      first ??= now;
      return now;
    },
    first: () => first ?? Number.NaN,
  };
}

/** Timers that never run out before the server is through: a machine that is slow meets no deadline too early. */
const patient = (clock: Clock, quiet: Promise<void>): Clock => ({
  now: clock.now,
  after: (ms, what) => {
    let off = false;
    const cancel = clock.after(ms, () => void quiet.then(() => (off ? undefined : what())));
    return () => {
      off = true;
      cancel();
    };
  },
});

/** The figure is the moment at which the client took that read: after it was written, before the next one was. */
export function expectTaken({ called, stamps }: Timed, figure: number | undefined, read: number | undefined): void {
  if (read === undefined) {
    expect(figure).toBeUndefined();
    return;
  }
  const moment = called + (figure ?? Number.NaN);
  expect(moment).toBeGreaterThanOrEqual((stamps.reads[read] ?? Number.NaN) - ROUNDING);
  expect(moment).toBeLessThanOrEqual((stamps.reads[read + 1] ?? stamps.through ?? Number.NaN) + ROUNDING);
}
