import { monitorEventLoopDelay, performance } from "node:perf_hooks";

/** How a process fared: how late its timers were beyond their millisecond, and the share of the time in which it was at work. */
export type Strain = { readonly delayP99Ms: number; readonly utilisation: number };

/** Begins to watch this process; the answer ends it and says what was seen. */
export function watchStrain(): () => Strain {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const before = performance.eventLoopUtilization();
  return () => {
    delays.disable();
    const { utilization } = performance.eventLoopUtilization(before);
    return { delayP99Ms: Math.max(0, delays.percentile(99) / 1e6 - 1), utilisation: utilization };
  };
}
