import type { Clock, SleepingClock } from "./clock.ts";
import { Timers } from "./timers.ts";

/** Lets `what` happen after everything that is under way now, and after so many ms of its own time. */
export type Schedule = (what: () => void, ms: number) => void;

export type VirtualClock = SleepingClock & {
  /** Does work during which time may pass only while it sleeps: what the machine takes for it takes no time. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
};

/**
 * Time that passes only when nobody has anything left to do: it jumps to the next moment that somebody waits for, so that
 * an hour of answers takes as long as reading them does, and the same run takes the same times on every machine. Reading
 * and writing files is work, not time: whoever does it stands inside `during`.
 */
export function virtualClock(schedule: Schedule): VirtualClock {
  const timers = new Timers();
  let now = 0;
  let busy = 0;
  let scheduled = false;

  // Not at once: promises that wait for what has just happened take their turns first.
  const look = (): void => {
    const next = timers.next;
    if (busy > 0 || scheduled || next === undefined) return;
    scheduled = true;
    schedule(() => {
      scheduled = false;
      if (busy > 0) return;
      const due = timers.take();
      if (due !== undefined) {
        now = due.at;
        due.what();
      }
      look();
    }, next - now);
  };
  const rest = (): void => {
    busy--;
    look();
  };
  const after: Clock["after"] = (ms, what) => {
    const cancel = timers.add(now + Math.max(0, ms), what);
    look();
    return cancel;
  };
  return {
    now: () => now,
    after,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason as Error);
          return;
        }
        const wake = (): void => {
          busy++;
          signal?.removeEventListener("abort", onAbort);
        };
        const onAbort = (): void => {
          wake();
          cancel?.();
          reject(signal?.reason as Error);
        };
        const cancel = Number.isFinite(ms)
          ? timers.add(now + Math.max(0, ms), () => {
              wake();
              resolve();
            })
          : undefined;
        signal?.addEventListener("abort", onAbort);
        rest();
      }),
    during: async (work) => {
      busy++;
      try {
        return await work();
      } finally {
        rest();
      }
    },
  };
}
