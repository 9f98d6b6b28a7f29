/** Time, as the loop takes it: monotonic milliseconds, and a timer that can be called off. */
export type Clock = {
  readonly now: () => number;
  /** Runs `what` after so many ms; the answer calls it off. */
  readonly after: (ms: number, what: () => void) => () => void;
};

export type SleepingClock = Clock & {
  /** Waits by this clock; an endless wait ends only by the signal, whose reason it throws. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** Waiting by the timers of a clock. */
export const sleeping = (clock: Clock): SleepingClock => ({
  ...clock,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error);
        return;
      }
      const onAbort = (): void => {
        cancel?.();
        reject(signal?.reason as Error);
      };
      const cancel = Number.isFinite(ms)
        ? clock.after(Math.max(0, ms), () => {
            signal?.removeEventListener("abort", onAbort);
            resolve();
          })
        : undefined;
      signal?.addEventListener("abort", onAbort, { once: true });
    }),
});
