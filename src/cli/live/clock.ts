import { performance } from "node:perf_hooks";
import type { Clock } from "../../run/clock.ts";

/** The machine's own clock, monotonic, and its timers. */
export const realClock: Clock = {
  now: () => performance.now(),
  after: (ms, what) => {
    const timer = setTimeout(what, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
