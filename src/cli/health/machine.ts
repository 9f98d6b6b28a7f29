import { availableParallelism, loadavg } from "node:os";
import { monitorEventLoopDelay, PerformanceObserver, performance } from "node:perf_hooks";

/** How late timers were, in ms. */
export type Delays = { readonly p50: number; readonly p99: number; readonly max: number };

/** What can be read of this process and its machine. */
export type Machine = {
  /** Milliseconds since 1970. */
  readonly wall: () => number;
  /** Since the last time that it was asked for, as are the next two. */
  readonly utilisation: () => number;
  readonly delays: () => Delays;
  readonly gcMs: () => number;
  /** The load average of one minute. */
  readonly load: () => number;
  readonly cores: number;
  readonly rssMb: () => number;
  readonly sockets: () => number;
  /** Calls every so many ms; the answer calls it off. */
  readonly every: (ms: number, what: () => void) => () => void;
  /** Ends what is measured all the time. */
  readonly end: () => void;
};

/**
 * Of the timer by which delay is measured, in ms: research/latency.md, section 8. It takes 4.6 ms of processor time a second
 * where nothing else goes on, 0.9 ms at a resolution of 10 ms, and both are lost in the noise where something does. The
 * finer one sees a hundred times a second what a window's p99 is made of.
 */
const RESOLUTION_MS = 1;
const NS = 1e6;

/** This process, watched from now on. */
export function thisMachine(): Machine {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let before = performance.eventLoopUtilization();
  let gcMs = 0;
  const add = (entries: readonly { readonly duration: number }[]): void => {
    for (const { duration } of entries) gcMs += duration;
  };
  const observer = new PerformanceObserver((list) => {
    add(list.getEntries());
  });
  observer.observe({ entryTypes: ["gc"] });
  // What is recorded is the time from one firing to the next: that of the timer itself is no delay.
  const delay = (ns: number): number => Math.max(0, ns / NS - RESOLUTION_MS);
  return {
    wall: Date.now,
    utilisation: () => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      return utilization;
    },
    delays: () => {
      const delays = {
        p50: delay(histogram.percentile(50)),
        p99: delay(histogram.percentile(99)),
        max: delay(histogram.max),
      };
      histogram.reset();
      return delays;
    },
    gcMs: () => {
      // What is waiting to be told of is of this time too.
      add(observer.takeRecords());
      const ms = gcMs;
      gcMs = 0;
      return ms;
    },
    load: () => loadavg()[0] ?? 0,
    cores: availableParallelism(),
    rssMb: () => process.memoryUsage.rss() / 2 ** 20,
    // One over TLS stands on one of these.
    sockets: () => process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length,
    every: (ms, what) => {
      const timer = setInterval(what, ms);
      timer.unref();
      return () => {
        clearInterval(timer);
      };
    },
    end: () => {
      histogram.disable();
      observer.disconnect();
    },
  };
}
