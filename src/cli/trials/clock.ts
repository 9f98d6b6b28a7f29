import { type VirtualClock, virtualClock } from "../../run/virtual-clock.ts";

/**
 * The clock of a run without a provider. Time jumps as soon as everything under way has been done; with a speed it passes
 * as slowly as that, for people who want to watch, and what is written down is the same.
 */
export const unhurried = (speed: number | undefined): VirtualClock =>
  virtualClock((what, ms) => {
    if (speed === undefined) setImmediate(what);
    else setTimeout(what, ms / speed);
  });
