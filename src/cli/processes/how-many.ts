import { UserError } from "../../domain/error.ts";
import type { Mode } from "../trials/modes.ts";

/** Streams that one process still times rightly over TLS, with some to spare: research/latency.md, section 7. */
export const STREAMS_OF_ONE = 128;

/** How much a run asks at a time. */
export type Streams = {
  /** Processes that the person wants. */
  readonly asked: number | undefined;
  /** Most requests under way in a lane, where somebody said so: the bound of an open loop is no such number. */
  readonly concurrency: number | undefined;
  readonly trials: number;
  readonly cores: number;
};

/**
 * How many processes ask. As many as the person says; else one, and beyond 128 streams as many as are needed for 128 each,
 * at most one a core. Never more than there are trials.
 * @throws UserError where several are wanted and only one can
 */
export function processesFor(
  { asked, concurrency, trials, cores, lanes }: Streams & { lanes: number },
  mode: Mode,
): number {
  if (mode !== "live") {
    if (asked !== undefined && asked > 1) throw oneOnly(mode);
    return 1;
  }
  const most = Math.max(1, trials);
  if (asked !== undefined) return Math.min(asked, most);
  const streams = Math.min((concurrency ?? 0) * lanes, trials);
  return Math.max(1, Math.min(Math.ceil(streams / STREAMS_OF_ONE), cores));
}

const oneOnly = (mode: Mode): UserError =>
  new UserError("usage", `--mode ${mode} asks from one process: a recording is written by one alone.`, {
    fix: "Leave --processes out.",
  });

/** How many were chosen, for the person who pays for them with memory. */
export const processesText = (processes: number): string =>
  `${processes} processes ask, so that each times its answers rightly (--processes says how many).`;

/** Which of several to ask next: the one with the fewest requests under way, and of several such the next in turn. */
export function leastBusy(underWay: readonly (number | undefined)[], last: number): number | undefined {
  let best: number | undefined;
  for (let step = 1; step <= underWay.length; step++) {
    const at = (last + step) % underWay.length;
    const here = underWay[at];
    // One that has ended has none.
    if (here === undefined) continue;
    if (best === undefined || here < (underWay[best] ?? 0)) best = at;
  }
  return best;
}
