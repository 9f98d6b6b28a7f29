import type { Profile } from "../../domain/profile.ts";
import { USUAL_DEADLINES } from "../../run/deadlines.ts";
import type { RunEvent } from "../../run/events.ts";
import { simulator } from "../../simulate/simulator.ts";
import type { LiveTransport } from "../../transport/live.ts";
import { asked } from "../../transport/response.ts";
import { simulating } from "../../transport/simulate.ts";
import { logged } from "../../transport/wire-log.ts";
import { askOnce } from "../live/ask-once.ts";
import { realClock } from "../live/clock.ts";
import type { Place } from "../live/endpoint.ts";
import { speaking } from "./speaking.ts";

export type WarmUp = {
  readonly places: readonly Place[];
  readonly laneOf: (target: string) => string;
  readonly live: LiveTransport;
  /** Connections of a lane to open beforehand. */
  readonly connections: number;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
};

/** Answers that each SDK reads before the first that counts: its modules are loaded and its code is compiled by then. */
const READ_FIRST = 3;
/** Most connections that are opened beforehand. */
const MOST_CONNECTIONS = 64;
const LONGEST_MS = 5000;

/**
 * Makes ready what a first request would be timed with, at no cost: every SDK reads a few answers that are made up in this
 * process, and every lane opens its connections by requests without a question and without a key.
 */
export async function warmUp({ places, laneOf, live, connections, signal, onEvent }: WarmUp): Promise<void> {
  const origins = new Map<string, string>();
  const apis = new Map<string, Place>();
  for (const place of places) apis.set(`${place.entry.name} ${place.api} ${place.baseUrl ?? ""}`, place);
  for (const place of apis.values()) {
    const begun = realClock.now();
    const origin = await readMadeUp(place, signal);
    const lane = laneOf(place.target);
    if (origin !== undefined) origins.set(lane, origin);
    const ms = whole(realClock.now() - begun);
    onEvent({ event: "warm-up", what: "sdk", lane, count: READ_FIRST, ms, failed: 0 });
  }
  const count = Math.min(connections, MOST_CONNECTIONS);
  await Promise.all(
    [...origins].map(async ([lane, origin]) => {
      const begun = realClock.now();
      const all = await Promise.allSettled(Array.from({ length: count }, () => connect(origin, live, signal)));
      const failed = all.filter(({ status }) => status === "rejected").length;
      onEvent({ event: "warm-up", what: "connections", lane, count, ms: whole(realClock.now() - begun), failed });
    }),
  );
}

const whole = (ms: number): number => Math.round(ms);

/** Reads made-up answers through the SDK; the address that it would have asked. */
async function readMadeUp(place: Place, signal: AbortSignal): Promise<string | undefined> {
  const provider = await speaking(place);
  const answers = simulator([profileOf(place)], { seed: 1, count: (_, text) => text.length });
  const fetch = simulating(answers, { now: realClock.now, sleep: () => Promise.resolve() });
  let origin: string | undefined;
  const question = { model: place.model, messages: [{ role: "user" as const, text: "안녕하세요" }], stream: true };
  for (let i = 0; i < READ_FIRST; i++) {
    const watching: typeof globalThis.fetch = (input, init) => {
      origin = new URL(asked(input, init).href).origin;
      return fetch(input, init);
    };
    const means = {
      fetch: (wire: Parameters<typeof logged>[1]) => logged(watching, wire, realClock.now),
      clock: realClock,
      deadlines: USUAL_DEADLINES,
      signal,
    };
    await askOnce(place, provider, { ...question, maxOutputTokens: 16 }, means, () => ({
      id: "warm-up",
      attempt: 1,
      started: "1970-01-01T00:00:00.000Z",
    }));
  }
  return origin;
}

/** No key goes along, and nobody looks at the answer. */
async function connect(origin: string, live: LiveTransport, signal: AbortSignal): Promise<void> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
  const answer = await live.fetch(`${origin}/`, { headers: { purpose: "preconnect" }, signal: limit });
  await answer.text();
}

const WIRES: Readonly<Record<string, Profile["wire"]>> = { messages: "anthropic", generateContent: "google" };

/** A model that answers a few words at once. */
const profileOf = ({ target, api }: Place): Profile => ({
  target,
  wire: WIRES[api] ?? "openai",
  ttft_ms: { low: 1, high: 1 },
  tokens_per_second: { low: 1000, high: 1000 },
  tokens_per_chunk: 2,
  output_tokens: { low: 8, high: 8 },
  failures: {},
  endings: {},
  json: {},
  json_alike: 0,
  fields_wrong: 0,
  tokenizer: "characters",
  evidence: {},
});
