import type { Clock } from "../../src/run/clock.ts";

export type FakeClock = Clock & {
  /** Lets so much time pass, and everything happen that falls into it, in its order. */
  readonly pass: (ms: number) => Promise<void>;
  /** Timers that were neither run nor called off. */
  readonly pending: () => number;
};

/** Time that passes only when it is told to. It does not begin at 0: nothing may depend on that. */
export function fakeClock(): FakeClock {
  let now = 1_000_000;
  const timers = new Set<{ readonly at: number; readonly what: () => void }>();
  /** Promises that wait for what has just happened take their turns. */
  const settle = (): Promise<void> => new Promise(setImmediate);
  return {
    now: () => now,
    after: (ms, what) => {
      const timer = { at: now + ms, what };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass: async (ms) => {
      const until = now + ms;
      await settle();
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        timers.delete(next);
        now = next.at;
        next.what();
        await settle();
      }
      now = until;
    },
    pending: () => timers.size,
  };
}
