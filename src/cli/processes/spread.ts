import type { Attempt } from "../../domain/attempt.ts";
import { UserError } from "../../domain/error.ts";
import type { HealthWindow } from "../../domain/health.ts";
import type { Trial, Turn } from "../../domain/trial.ts";
import type { Clock } from "../../run/clock.ts";
import type { RunEvent } from "../../run/events.ts";
import { type Caller, caller, ProcessEnded } from "./caller.ts";
import { leastBusy } from "./how-many.ts";
import type { Lost } from "./lost-attempt.ts";
import type { AskingProcess, Setting } from "./port.ts";

export type SpreadInput = {
  readonly processes: readonly AskingProcess[];
  readonly setting: Omit<Setting, "process">;
  /** Aborted when what is under way must end at once. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** The longest that an attempt may take by its deadlines, in ms. */
  readonly longestMs: number;
  /** The moment as a date. */
  readonly started: () => string;
  /** The line of an attempt whose process ended. */
  readonly lost: (lost: Omit<Lost, "api" | "simulated">) => Promise<Attempt>;
  /** Told of a process that ended before it was let go. */
  readonly onEnded: (process: number, how: string) => void;
};

/** Trials that are asked by several processes. */
export type Spread = {
  readonly ask: (trial: Trial, turn: Turn) => Promise<Attempt>;
  readonly warmUp: (connections: number, onEvent: (event: RunEvent) => void) => Promise<void>;
  readonly watch: (keep: (window: HealthWindow) => void) => void;
  /** Lets all of them go, when each has said its last word. */
  readonly close: () => Promise<void>;
};

/** How much longer than that, or than a stop, a process may take before it is taken for one that hangs, in ms. */
const GRACE_MS = 30_000;

/**
 * Opens all of them; the first that cannot be is thrown, with none left behind. A process that ends before its time is not
 * replaced: what it had under way failed, and the others go on. One that no longer answers is ended, so that a run never hangs
 * on it.
 */
export async function spread({ processes, setting, signal, ...effects }: SpreadInput): Promise<Spread> {
  const { clock, longestMs, started, lost, onEnded } = effects;
  let onWindow = (_: HealthWindow): void => undefined;
  let onEvent = (_: RunEvent): void => undefined;
  const told = { onWindow: (window: HealthWindow) => onWindow(window), onEvent: (event: RunEvent) => onEvent(event) };
  const callers = processes.map((process) => caller(process, told));
  const each = (what: (caller: Caller, at: number) => Promise<unknown>): Promise<unknown> =>
    Promise.all(callers.map(what));
  let cancel = (): void => undefined;
  const stop = (): void => {
    for (const { call } of callers) call({ does: "stop" }).catch(() => undefined);
    cancel = clock.after(GRACE_MS, () => {
      callers.forEach(({ underWay }, at) => {
        if (underWay() > 0) processes[at]?.kill();
      });
    });
  };
  signal.addEventListener("abort", stop, { once: true });
  const release = async (): Promise<void> => {
    signal.removeEventListener("abort", stop);
    cancel();
    for (const process of processes) process.release();
    await Promise.all(processes.map(({ ended }) => ended));
  };
  try {
    await each(({ call }, at) => call({ does: "open", setting: { ...setting, process: at + 1 } }));
  } catch (error) {
    await release();
    throw error instanceof ProcessEnded ? notStarted(error) : error;
  }
  if (signal.aborted) stop();
  let closing = false;
  processes.forEach(({ ended }, at) => {
    void ended.then((how) => {
      if (!closing) onEnded(at + 1, how);
    });
  });

  let last = -1;
  return {
    ask: async (trial, turn) => {
      const at = leastBusy(
        callers.map((one) => (one.ended() === undefined ? one.underWay() : undefined)),
        last,
      );
      const one = at === undefined ? undefined : callers[at];
      if (at === undefined || one === undefined) throw allEnded();
      last = at;
      const process = at + 1;
      const [date, begun] = [started(), clock.now()];
      const done = clock.after(longestMs + GRACE_MS, () => processes[at]?.kill());
      try {
        const line = await one.call({ does: "ask", trial, turn });
        if (line === undefined) throw new Error("a question was answered without an attempt");
        return { ...line, "tokenwon.process": process };
      } catch (error) {
        if (!(error instanceof ProcessEnded)) throw error;
        return await lost({ trial, turn, started: date, ms: clock.now() - begun, process, how: error.message });
      } finally {
        done();
      }
    },
    warmUp: async (connections, listen) => {
      onEvent = listen;
      const own = Math.ceil(connections / callers.length);
      await each(({ call }) => call({ does: "warm-up", connections: own }).catch(unlessEnded));
    },
    watch: (keep) => {
      onWindow = keep;
      void each(({ call }) => call({ does: "watch" }).catch(() => undefined));
    },
    close: async () => {
      closing = true;
      const hangs = clock.after(GRACE_MS, () => {
        for (const process of processes) process.kill();
      });
      try {
        await each(({ call }) => call({ does: "close" }).catch(unlessEnded));
      } finally {
        hangs();
        await release();
      }
    },
  };
}

/** One that has ended does nothing more, and the run goes on without it. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof ProcessEnded)) throw error;
}

const notStarted = (error: ProcessEnded): UserError =>
  new UserError("incomplete", `A process that was to ask ended before it could: ${error.message}.`, {
    fix: "Ask from one process: --processes 1.",
    cause: error,
  });

const allEnded = (): UserError => new UserError("incomplete", "Every process that asked has ended.");
