/** The part of a run with its usual load, in the ms of the attempts it was found in. */
export type SteadyPart = {
  readonly from: number;
  readonly to: number;
  /** Attempts that began and that ended in it. */
  readonly began: number;
  readonly ended: number;
};

/** Share of the usual number under way from which a moment belongs to the steady part. */
const LOADED = 0.9;
/** Fewest attempts that end in it, and its least length: below them a rate says nothing. */
export const FEWEST_ENDS = 20;
export const SHORTEST_MS = 1000;
const PAUSE_MS = 60_000;

/**
 * The steady part of a run: from the first to the last moment at which at least 90 % of the usual number of attempts were
 * under way, so that the ramp before it and the drain after it are cut. The usual number is the median, over attempts, of
 * how many were under way when each began: begun by then, and not ended. In a closed loop that is its concurrency, which
 * is also the most. In an open loop the most is a chance peak: between the peaks of simulated ones a part was found in 65
 * to 100 of 100 runs, and its throughput was 2 to 9 % too high. A single attempt that hangs at the end does not move the
 * usual number.
 *
 * Dips within stay in: they are part of what the server gave. An attempt that ends as another begins has ended first.
 * Undefined where fewer than 20 attempts end in it, where it is shorter than a second, and where nothing was under way for
 * more than a minute in between: a run that was broken off and gone on with has no one rate.
 * @param starts when each attempt began, in ms of any clock, in any order
 * @param ends when each ended
 */
export function steadyPart(starts: Float64Array, ends: Float64Array): SteadyPart | undefined {
  const begun = starts.toSorted();
  const done = ends.toSorted();
  if (hasPause(begun, done)) return undefined;
  const level = Math.max(1, LOADED * usual(begun, done));
  const from = firstLoaded(begun, done, level);
  // The last such moment is the first one of the run told backwards.
  const to = firstLoaded(backwards(done), backwards(begun), level);
  if (from === undefined || to === undefined) return undefined;
  const part = { from, to: -to };
  const began = begun.reduce((count, start) => count + (beganIn(part, start) ? 1 : 0), 0);
  const ended = done.reduce((count, end) => count + (endedIn(part, end) ? 1 : 0), 0);
  return ended < FEWEST_ENDS || part.to - part.from < SHORTEST_MS ? undefined : { ...part, began, ended };
}

/** Whether an attempt that began then counts: the part holds its first moment and not its last. */
export const beganIn = ({ from, to }: Pick<SteadyPart, "from" | "to">, start: number): boolean =>
  start >= from && start < to;

/** Whether an attempt that ended then counts: the part holds its last moment, which is such an end, and not its first. */
export const endedIn = ({ from, to }: Pick<SteadyPart, "from" | "to">, end: number): boolean => end > from && end <= to;

/** How many are under way as each attempt begins, all that begin at once together. */
function* moments(
  starts: Float64Array,
  ends: Float64Array,
): Generator<{ at: number; underWay: number; beginning: number }> {
  let done = 0;
  for (let begun = 0; begun < starts.length; ) {
    const at = starts[begun] as number;
    const before = begun;
    while (begun < starts.length && starts[begun] === at) begun++;
    while (done < ends.length && (ends[done] as number) <= at) done++;
    yield { at, underWay: begun - done, beginning: begun - before };
  }
}

/** Whether all had ended for longer than a pause before the next one began. */
const hasPause = (begun: Float64Array, done: Float64Array): boolean =>
  begun.some((start, i) => i > 0 && start - (done[i - 1] as number) > PAUSE_MS);

function usual(starts: Float64Array, ends: Float64Array): number {
  const seen = new Float64Array(starts.length);
  let attempts = 0;
  for (const { underWay, beginning } of moments(starts, ends)) {
    seen.fill(underWay, attempts, attempts + beginning);
    attempts += beginning;
  }
  return seen.sort()[Math.floor((seen.length - 1) / 2)] ?? 0;
}

function firstLoaded(starts: Float64Array, ends: Float64Array, level: number): number | undefined {
  for (const { at, underWay } of moments(starts, ends)) if (underWay >= level) return at;
  return undefined;
}

const backwards = (sorted: Float64Array): Float64Array => sorted.map((at) => -at).reverse();
