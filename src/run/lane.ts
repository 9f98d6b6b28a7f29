import PQueue from "p-queue";
import type { Attempt } from "../domain/attempt.ts";
import { adaptiveLimit, type LimitChange } from "./adaptive-limit.ts";
import { LONGEST_HINT_MS } from "./backoff.ts";
import type { SleepingClock } from "./clock.ts";
import type { RunEvent } from "./events.ts";
import { levelsOf } from "./rate-headers.ts";
import { room, type Ticket } from "./room.ts";

export type LaneOptions = {
  readonly name: string;
  /** Attempts at a time: at first, and at most. */
  readonly start: number;
  readonly most: number;
  readonly clock: SleepingClock;
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onEvent: (event: RunEvent) => void;
};

/** An attempt that was let through. */
export type Pass = { readonly at: number; readonly ticket: Ticket };

export type Lane = {
  /** Resolves when nobody waits for a place. */
  readonly drained: () => Promise<void>;
  /** Does work in a place of the lane; who was there before goes first. Work decides itself when it lets an attempt through. */
  readonly place: <T>(work: () => Promise<T>, before: boolean) => Promise<T>;
  /**
   * Waits until the lane and the vendor's limits have room, and takes it; throws the signal's reason, by which every wait
   * ends.
   */
  readonly enter: (signal: AbortSignal) => Promise<Pass>;
  /** The attempt is over; undefined: nothing came of it that says anything about the vendor. */
  readonly leave: (pass: Pass, line: Attempt | undefined) => void;
  readonly inFlight: () => number;
  readonly limit: () => number;
};

/** Refusals with no answer between them after which the whole lane waits as long as the vendor asks. */
const IN_A_ROW = 3;
/** How long it waits then if the vendor does not say, or asks for longer than anybody waits, in ms. */
const HOLD_MS = 5000;

/** The way to one provider by one key: its limits are those of all targets behind it. */
export function lane({ name, start, most, clock, during, onEvent }: LaneOptions): Lane {
  const limit = adaptiveLimit({ start, most });
  const queue = new PQueue({ concurrency: limit.value() });
  const space = room();
  let flying = 0;
  /** Those that wait for an attempt to be over. */
  let waiting: (() => void)[] = [];
  let refusals = 0;
  let heldUntil = Number.NEGATIVE_INFINITY;

  const apply = (change: LimitChange | undefined): void => {
    if (change === undefined) return;
    queue.concurrency = change.to;
    onEvent({ event: "limit", lane: name, ...change });
  };
  const left = (end: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        end.removeEventListener("abort", wake);
        resolve();
      };
      end.addEventListener("abort", wake);
      waiting.push(wake);
    });
  const refused = (kind: "rate-limit" | "overloaded", hint: number | undefined, pass: Pass): void => {
    const now = clock.now();
    apply(limit.refused(kind, pass.at, now));
    if (++refusals < IN_A_ROW) return;
    refusals = 0;
    const ms = Math.ceil(hint === undefined || hint > LONGEST_HINT_MS ? HOLD_MS : hint);
    heldUntil = Math.max(heldUntil, now + ms);
    onEvent({ event: "hold", lane: name, ms, why: `${IN_A_ROW} refusals in a row` });
  };
  return {
    drained: () => queue.onSizeLessThan(1),
    place: (work, before) => queue.add(work, { priority: before ? 1 : 0 }),
    enter: async (signal) => {
      for (let told = false; ; told = true) {
        // It was cut after this one had taken its place.
        while (flying >= limit.value() && !signal.aborted) await left(signal);
        signal.throwIfAborted();
        const now = clock.now();
        const wait = space.wait(now);
        // A vendor that asks for so much says so itself when it is asked.
        const level = wait > LONGEST_HINT_MS ? 0 : wait;
        const ms = Math.ceil(Math.max(level, heldUntil - now));
        if (ms <= 0) {
          // At once: nobody else may take the same room.
          flying++;
          return { at: now, ticket: space.sent(now) };
        }
        if (!told && level >= 1) onEvent({ event: "hold", lane: name, ms, why: "rate-limit headers" });
        await during(() => clock.sleep(ms, signal));
      }
    },
    leave: (pass, line) => {
      const before = flying--;
      const all = waiting;
      waiting = [];
      for (const wake of all) wake();
      if (line === undefined) return;
      const { headers, kept } = line["tokenwon.wire"];
      // The levels are those of the moment at which the headers came: the answer may have taken long after that.
      space.note(levelsOf(kept), pass.ticket, headers === undefined ? clock.now() : pass.at + headers);
      const failure = line["tokenwon.failure"];
      if (failure?.kind === "rate-limit" || failure?.kind === "overloaded") {
        refused(failure.kind, failure.retryAfterMs, pass);
        return;
      }
      if (failure !== undefined) return;
      refusals = 0;
      const [input, output] = [line["gen_ai.usage.input_tokens"], line["gen_ai.usage.output_tokens"]];
      if (input !== undefined && output !== undefined) space.took({ input, output });
      apply(limit.answered(before));
    },
    inFlight: () => flying,
    limit: limit.value,
  };
}
