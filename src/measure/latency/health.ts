import type { HealthWindow } from "../../domain/health.ts";

/**
 * From where on a process is late itself (research/latency.md, sections 7 and 8): up to here its times were right to 10 ms
 * in 99 of 100, and above they were those of its own queue. A window that is shorter than the last of these says too little:
 * a single late timer is its p99.
 */
export const LATE = { utilisation: 0.5, delayP99Ms: 3, shortestMs: 250 } as const;

/** Share of late trials above which a run is limited by its client: from a hundredth on they can move a p99. */
export const LIMITED_SHARE = 0.01;

/** How the processes that timed the answers fared, over a run. */
export type ClientHealth = {
  /** Those that timed answers. */
  readonly processes: number;
  readonly windows: number;
  readonly late: number;
  readonly lateTrials: number;
  readonly trials: number;
  readonly limited: boolean;
  readonly worstDelayMs: number;
  readonly mostUtilisation: number;
  readonly gcMs: number;
  readonly mostLoad: number;
  readonly cores: number;
  /** Of one process. */
  readonly mostSockets: number;
};

export const isLate = ({ from, to, utilisation, delay_p99_ms }: HealthWindow): boolean =>
  to - from >= LATE.shortestMs && (utilisation > LATE.utilisation || delay_p99_ms > LATE.delayP99Ms);

/** When attempts were under way, in ms since 1970, and in which process each was timed. */
export type Spans = {
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  /** Without it, whatever process is late makes an attempt late. */
  readonly processes?: ArrayLike<number>;
};

/** 1 for every attempt that was under way while the process that timed it was late: a touch is enough. */
export function lateAttempts(windows: readonly HealthWindow[], { starts, ends, processes }: Spans): Uint8Array {
  const timelines = new Map<number, Timeline>();
  for (const [process, own] of byProcess(windows.filter(isLate), processes !== undefined)) {
    timelines.set(process, timelineOf(own));
  }
  const late = new Uint8Array(starts.length);
  for (let i = 0; i < starts.length; i++) {
    const timeline = timelines.get(processes?.[i] ?? 0);
    if (timeline !== undefined && touches(timeline, starts[i] ?? Number.NaN, ends[i] ?? Number.NaN)) late[i] = 1;
  }
  return late;
}

/** Undefined where nobody watched. */
export function clientHealth(
  all: readonly HealthWindow[],
  { lateTrials, trials }: { readonly lateTrials: number; readonly trials: number },
): ClientHealth | undefined {
  if (all.length === 0) return undefined;
  // Where there are others, the one that runs the loop times nothing.
  const others = all.filter(({ process }) => process > 0);
  const windows = others.length > 0 ? others : all;
  const most = (of: (window: HealthWindow) => number): number =>
    windows.reduce((so, window) => Math.max(so, of(window)), 0);
  return {
    processes: Math.max(
      1,
      most(({ process }) => process),
    ),
    windows: windows.length,
    late: windows.filter(isLate).length,
    lateTrials,
    trials,
    limited: trials > 0 && lateTrials / trials > LIMITED_SHARE,
    worstDelayMs: most(({ delay_max_ms }) => delay_max_ms),
    mostUtilisation: most(({ utilisation }) => utilisation),
    gcMs: windows.reduce((sum, { gc_ms }) => sum + gc_ms, 0),
    mostLoad: most(({ load }) => load),
    cores: most(({ cores }) => cores),
    mostSockets: most(({ sockets }) => sockets),
  };
}

/** Beginnings in ascending order, and up to each the latest end: two windows may overlap. */
type Timeline = { readonly from: Float64Array; readonly latest: Float64Array };

function timelineOf(windows: readonly HealthWindow[]): Timeline {
  const sorted = windows.toSorted((a, b) => a.from - b.from);
  const latest = new Float64Array(sorted.length);
  sorted.forEach(({ to }, i) => {
    latest[i] = Math.max(to, latest[i - 1] ?? Number.NEGATIVE_INFINITY);
  });
  return { from: Float64Array.from(sorted, ({ from }) => from), latest };
}

function touches({ from, latest }: Timeline, start: number, end: number): boolean {
  let [low, high] = [0, from.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] as number) <= end) low = middle + 1;
    else high = middle;
  }
  // Of those that began before it ended, did one go on until it began?
  return low > 0 && (latest[low - 1] as number) >= start;
}

function byProcess(windows: readonly HealthWindow[], apart: boolean): ReadonlyMap<number, readonly HealthWindow[]> {
  if (!apart) return new Map([[0, windows]]);
  const each = new Map<number, HealthWindow[]>();
  for (const window of windows) {
    const own = each.get(window.process);
    if (own === undefined) each.set(window.process, [window]);
    else own.push(window);
  }
  return each;
}
