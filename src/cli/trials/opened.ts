import type { Attempt } from "../../domain/attempt.ts";
import type { HealthWindow } from "../../domain/health.ts";
import type { Simulator } from "../../domain/simulator.ts";
import type { Trial, Turn } from "../../domain/trial.ts";
import type { SleepingClock } from "../../run/clock.ts";
import type { Deadlines } from "../../run/deadlines.ts";
import type { RunEvent } from "../../run/events.ts";
import type { Miss } from "../../transport/replay.ts";
import type { PlaceFlags } from "../live/endpoint.ts";
import type { Streams } from "../processes/how-many.ts";
import type { Mode } from "./modes.ts";
import type { ReadRecording } from "./read-recording.ts";

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
  /** Whether this machine has been late itself while too much was asked, for what is kept at the end. */
  readonly isLimited?: () => boolean;
  /** How much is asked at a time, and in how many processes; default: in this one. */
  readonly streams?: Streams;
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
  /** Processes that ask. */
  readonly processes: number;
  /** Makes ready what the first requests would be timed with, at no cost; nothing where no provider is asked. */
  readonly warmUp: (connections: number, onEvent: (event: RunEvent) => void) => Promise<void>;
  /** Watches how those fare that time the answers, until all is closed; nothing where no time passes. */
  readonly watch: (keep: (window: HealthWindow) => void) => void;
  /** Keeps what is to be kept, lets go of everything; the sentences that say so. */
  readonly close: () => Promise<readonly string[]>;
};
