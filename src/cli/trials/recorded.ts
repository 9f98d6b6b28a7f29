import { randomUUID } from "node:crypto";
import type { Attempt } from "../../domain/attempt.ts";
import { UserError } from "../../domain/error.ts";
import type { RecordedAttempt } from "../../domain/recording.ts";
import type { Trial, Waits } from "../../domain/trial.ts";
import { virtualClock } from "../../run/virtual-clock.ts";
import type { LiveTransport } from "../../transport/live.ts";
import { type Captured, recorder } from "../../transport/record.ts";
import { recordedOf, ticks } from "../../transport/recordings/exchange.ts";
import { bodyFields } from "../../transport/recordings/file.ts";
import { keyOf } from "../../transport/recordings/key.ts";
import { logged } from "../../transport/wire-log.ts";
import { askOnce, type Known, type Means } from "../live/ask-once.ts";
import { realClock } from "../live/clock.ts";
import type { Place } from "../live/endpoint.ts";
import type { Asker } from "./asker.ts";
import { askingRecorded } from "./replayed.ts";
import { silentSimulator } from "./silent-simulator.ts";
import { speaking } from "./speaking.ts";
import type { Tape } from "./tape.ts";

/** How long an attempt may take, the person's wish to stop, and what must not be written. */
type Limits = Pick<Means, "deadlines" | "signal" | "secrets">;

/**
 * Asks a provider and keeps every exchange on a tape. The line of the log is read back from what was kept, through the
 * same SDK, so that what a recording says is what is reported from the first day on.
 */
export async function recordedAsker(place: Place, live: LiveTransport, tape: Tape, limits: Limits): Promise<Asker> {
  const provider = await speaking(place);
  let unwritable: unknown;
  return {
    target: place.target,
    ask: async (trial, { attempt, ...waits }) => {
      // What was paid for is in the log; nothing more is bought that would not be kept.
      if (unwritable !== undefined) throw unwritable as Error;
      const told: Known = { id: randomUUID(), attempt, started: new Date().toISOString(), trial, waits };
      let capture: (() => Captured | undefined) | undefined;
      const called = realClock.now();
      const fetch: Means["fetch"] = (wire) => {
        const recording = recorder(live.observed(wire), realClock.now);
        capture = recording.captured;
        return logged(recording.fetch, wire, realClock.now);
      };
      const means: Means = { fetch, clock: realClock, ...limits };
      const asked = await askOnce(place, provider, { ...trial.question, model: place.model }, means, () => told);
      // What Ctrl-C cut short is no behaviour of the provider's.
      limits.signal.throwIfAborted();
      const captured = capture?.();
      if (captured === undefined) return asked.line;
      const kept = recordedAttempt(captured, told, trial, called, asked.wire);
      const simulated = asked.line["tokenwon.evidence"] === "simulated" || (await silentSimulator(asked, place, live));
      try {
        await tape.keep(kept, simulated ? "simulated" : "live");
      } catch (error) {
        if (!(error instanceof UserError) || error.kind !== "write") throw error;
        unwritable = error;
      }
      return readBack(kept, place, trial, simulated, limits);
    },
    close: async () => {
      const said = await tape.save();
      if (unwritable !== undefined) throw unwritable as Error;
      return said;
    },
  };
}

function recordedAttempt(
  { request, called, exchange }: Captured,
  { id, attempt, started, waits }: Known,
  trial: Trial,
  begun: number,
  { sent, connectionReused }: { readonly sent?: number; readonly connectionReused?: boolean },
): RecordedAttempt {
  return {
    key: keyOf(request),
    trial: trial.id,
    attempt,
    id,
    started,
    request,
    ...recordedWaits(waits),
    called: ticks(called - begun),
    ...(sent === undefined ? {} : { sent: ticks(sent) }),
    ...(connectionReused === undefined ? {} : { reused: connectionReused }),
    ...bodyFields(Buffer.concat(exchange.reads.map(({ bytes }) => bytes))),
    ...recordedOf(exchange),
  };
}

/** To the microsecond, as the log has them. */
function recordedWaits({ backoffMs, backoffWhy, queuedMs }: Waits = {}): Pick<RecordedAttempt, "waits"> {
  const waits = {
    ...(backoffMs === undefined ? {} : { backoff: backoffMs }),
    ...(backoffWhy === undefined ? {} : { why: backoffWhy }),
    ...(queuedMs === undefined ? {} : { queued: Math.round(queuedMs * 1000) / 1000 }),
  };
  return Object.keys(waits).length === 0 ? {} : { waits };
}

async function readBack(
  kept: RecordedAttempt,
  place: Place,
  trial: Trial,
  simulated: boolean,
  limits: Limits,
): Promise<Attempt> {
  const clock = virtualClock((what) => void setImmediate(what));
  const header = { target: place.target, api: place.api, origin: simulated ? "simulated" : "live" } as const;
  const ask = await askingRecorded({ header, attempts: [kept] }, { clock, ...limits }, { replayed: false });
  const line = await clock.during(() => ask(trial, kept));
  if ("miss" in line) throw new Error(`${trial.id} asks otherwise each time, so it cannot be recorded`);
  return line;
}
