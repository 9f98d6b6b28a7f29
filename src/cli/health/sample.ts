import type { HealthWindow } from "../../domain/health.ts";
import { LATE } from "../../measure/latency/health.ts";
import type { Machine } from "./machine.ts";

/** Length of a window. */
const WINDOW_MS = 1000;

export type Sampling = {
  /** Which process it is. */
  readonly process: number;
  /** Attempts under way just now. */
  readonly underWay: () => number;
  readonly keep: (window: HealthWindow) => void;
};

/**
 * Keeps a window of how this process fares about every second, until the answer is called: then what is left of the last
 * one, if it says anything.
 */
export function sample(machine: Machine, { process, underWay, keep }: Sampling): () => void {
  // What was before says nothing of the first window.
  machine.utilisation();
  machine.delays();
  machine.gcMs();
  let from = machine.wall();
  let kept = 0;
  const take = (): void => {
    const to = machine.wall();
    const { p50, p99, max } = machine.delays();
    keep({
      from,
      to,
      process,
      utilisation: rounded(Math.min(1, Math.max(0, machine.utilisation()))),
      delay_p50_ms: rounded(p50),
      delay_p99_ms: rounded(p99),
      delay_max_ms: rounded(max),
      gc_ms: rounded(machine.gcMs()),
      load: rounded(machine.load()),
      cores: machine.cores,
      rss_mb: Math.round(machine.rssMb()),
      sockets: machine.sockets(),
      under_way: underWay(),
    });
    from = to;
    kept++;
  };
  const cancel = machine.every(WINDOW_MS, take);
  return () => {
    cancel();
    if (kept === 0 || machine.wall() - from >= LATE.shortestMs) take();
    machine.end();
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
