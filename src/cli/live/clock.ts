import { performance } from "node:perf_hooks";
import type { Clock } from "../../run/clock.ts";

/** Node takes a longer time for 1 ms. */
const LONGEST = 2 ** 31 - 1;

/** The machine's own clock, monotonic, and its timers. */
export const realClock: Clock = {
  now: () => performance.now(),
  after: (ms, what) => {
    const timer = setTimeout(what, Math.min(ms, LONGEST));
    return () => {
      clearTimeout(timer);
    };
  },
};
