import type { Attempt } from "../../domain/attempt.ts";
import type { Simulator } from "../../domain/simulator.ts";
import type { Trial, Turn } from "../../domain/trial.ts";
import { type SleepingClock, sleeping } from "../../run/clock.ts";
import { type Deadlines, USUAL_DEADLINES } from "../../run/deadlines.ts";
import type { RunEvent } from "../../run/events.ts";
import { type LiveTransport, liveTransport } from "../../transport/live.ts";
import type { Miss } from "../../transport/replay.ts";
import type { Effects } from "../effects.ts";
import { realClock } from "../live/clock.ts";
import { keysIn, type Place, type PlaceFlags } from "../live/endpoint.ts";
import { keysOf } from "../live/keys-of.ts";
import { placesOf } from "../live/places.ts";
import { targetParts } from "../live/target-parts.ts";
import type { Asker } from "./asker.ts";
import { unhurried } from "./clock.ts";
import { liveAsker } from "./live.ts";
import type { Mode } from "./modes.ts";
import { type ReadRecording, readRecording } from "./read-recording.ts";
import { recordedAsker } from "./recorded.ts";
import { refuseKeysInAddresses } from "./refuse-address.ts";
import { askingRecorded } from "./replayed.ts";
import { simulatedAsker } from "./simulated.ts";
import { openTape } from "./tape.ts";
import { warmUp } from "./warm-up.ts";

export type OpenInput = {
  readonly suite: string;
  readonly targets: readonly string[];
  readonly mode: Mode;
  readonly flags: PlaceFlags & { readonly speed?: number; readonly accept: readonly string[] };
  /** Default: those of every command. A recording is replayed by the deadlines that it was made by. */
  readonly deadlines?: Deadlines;
  /** Recordings that were read already, by target. */
  readonly recordings?: ReadonlyMap<string, ReadRecording>;
  /** Loaded only where it is needed. */
  readonly simulator: () => Promise<{ readonly provider: Simulator; readonly from: unknown }>;
};

/** All that a mode needs, ready before the first question. */
export type Opened = {
  /** What the answers come from, so far as it is known beforehand: the same gives the same answers. */
  readonly from: unknown;
  readonly ask: (trial: Trial, turn: Turn) => Promise<Attempt | { readonly miss: Miss }>;
  /** The clock that attempts are timed and waits are waited by, and work during which it stands still if it is virtual. */
  readonly clock: SleepingClock;
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** The way that a target shares with others: those of one provider, address and key. */
  readonly laneOf: (target: string) => string;
  /** Makes ready what the first requests would be timed with, at no cost; nothing where no provider is asked. */
  readonly warmUp: (connections: number, onEvent: (event: RunEvent) => void) => Promise<void>;
  /** Keeps what is to be kept, lets go of everything; the sentences that say so. */
  readonly close: () => Promise<readonly string[]>;
};

/** Opens every target in a mode. Whatever cannot work is said before anything is asked. */
export async function openTargets(input: OpenInput, effects: Effects): Promise<Opened> {
  switch (input.mode) {
    case "simulate":
      return simulate(input, effects);
    case "replay":
      return replay(input, effects);
    default:
      return overTheNetwork(input, effects);
  }
}

async function simulate({ targets, flags, simulator, deadlines }: OpenInput, { signal }: Effects): Promise<Opened> {
  const clock = unhurried(flags.speed);
  const { provider, from } = await simulator();
  const askers = await byTarget(targets, (target) =>
    simulatedAsker(target, provider, { clock, signal, deadlines: deadlines ?? USUAL_DEADLINES }),
  );
  return {
    from,
    ask: (trial, turn) => askerOf(askers, trial).ask(trial, turn),
    clock,
    during: clock.during,
    laneOf: providerIn,
    warmUp: () => Promise.resolve(),
    close: () => closeAll(askers),
  };
}

async function replay(
  { suite, targets, flags, deadlines, recordings: known }: OpenInput,
  { root, signal }: Effects,
): Promise<Opened> {
  const clock = unhurried(flags.speed);
  const recordings: ReadRecording[] = [];
  // One after the other, so that of several that lack the first is told, each time.
  for (const target of targets) recordings.push(known?.get(target) ?? (await readRecording(root, suite, target)));
  const askers = await byTarget(recordings, async ({ recording }) => ({
    target: recording.header.target,
    ask: await askingRecorded(recording, { clock, signal, deadlines: deadlines ?? USUAL_DEADLINES }),
  }));
  return {
    from: recordings.map(({ sha256 }) => sha256),
    ask: (trial, turn) => askerOf(askers, trial).ask(trial, turn),
    clock,
    during: clock.during,
    laneOf: providerIn,
    warmUp: () => Promise.resolve(),
    close: () => Promise.resolve([]),
  };
}

async function overTheNetwork(input: OpenInput, effects: Effects): Promise<Opened> {
  const { suite, targets, mode, flags, deadlines = USUAL_DEADLINES } = input;
  const { root, signal } = effects;
  // Keys and addresses of all are looked at before any is asked.
  const places = await placesOf(targets, flags, effects);
  // Any of them may tell the key of any other.
  const inFile = await keysIn(flags.keys, effects.cwd);
  const secrets = [...new Set([...keysOf(effects.env), ...keysOf(inFile), ...places.map(({ apiKey }) => apiKey)])];
  refuseKeysInAddresses(places, secrets);
  const live: LiveTransport = liveTransport({ now: realClock.now });
  const limits = { signal, deadlines, secrets };
  const laneOf = lanesOf(places);
  const askers = new Map<string, Asker>();
  try {
    for (const place of places) {
      const header = { suite, target: place.target, api: place.api };
      const asker =
        mode === "live"
          ? await liveAsker(place, live, limits)
          : await recordedAsker(place, live, await openTape(root, { header, secrets, accept: flags.accept }), limits);
      askers.set(asker.target, asker);
    }
  } catch (error) {
    // What was opened before is let go of.
    await closeAll(askers);
    await live.close();
    throw error;
  }
  return {
    from: undefined,
    ask: (trial, turn) => askerOf(askers, trial).ask(trial, turn),
    clock: sleeping(realClock),
    during: (work) => work(),
    laneOf,
    warmUp: (connections, onEvent) => warmUp({ places, laneOf, live, connections, signal, onEvent }),
    close: async () => {
      try {
        return await closeAll(askers);
      } finally {
        await live.close();
      }
    },
  };
}

const providerIn = (target: string): string => targetParts(target).provider;

/** By provider, and where one is asked at several addresses or by several keys, numbered. */
function lanesOf(places: readonly Place[]): Opened["laneOf"] {
  const names = new Map<string, string>();
  const byTarget = new Map<string, string>();
  for (const { target, entry, baseUrl, apiKey } of places) {
    const way = JSON.stringify([entry.name, baseUrl, apiKey]);
    const alike = [...names.values()].filter((name) => name.split(" ")[0] === entry.name).length;
    const name = names.get(way) ?? (alike === 0 ? entry.name : `${entry.name} ${alike + 1}`);
    names.set(way, name);
    byTarget.set(target, name);
  }
  return (target) => byTarget.get(target) ?? providerIn(target);
}

async function byTarget<Item, One extends Pick<Asker, "target">>(
  items: readonly Item[],
  open: (item: Item) => Promise<One>,
): Promise<ReadonlyMap<string, One>> {
  const opened = new Map<string, One>();
  for (const item of items) {
    const one = await open(item);
    opened.set(one.target, one);
  }
  return opened;
}

function askerOf<One>(askers: ReadonlyMap<string, One>, { target }: Trial): One {
  const asker = askers.get(target);
  if (asker === undefined) throw new Error(`${target} was not opened`);
  return asker;
}

/** Every one of them, whatever happens to another; the first failure is thrown when all are done. */
async function closeAll(askers: ReadonlyMap<string, Asker>): Promise<string[]> {
  const said: string[] = [];
  const failures: unknown[] = [];
  for (const asker of askers.values()) {
    try {
      said.push(...[await asker.close()].filter((line) => line !== undefined));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return said;
}
