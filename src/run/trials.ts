import { setMaxListeners } from "node:events";
import { seeded } from "../measure/random.ts";
import { arrivals } from "./arrivals.ts";
import { coursesOf } from "./course.ts";
import type { StopReason } from "./events.ts";
import { type Lane, lane } from "./lane.ts";
import { type Tally, tally } from "./tally.ts";
import type { TrialsInput, TrialsResult } from "./trials-input.ts";

/** Attempts that a lane begins with. */
const START = 4;
/** Between the first ones of a lane, in ms: many that begin at once would measure their own crowd. */
const STAGGER_MS = 5;

/**
 * Asks every trial that is not over, lane by lane, and again where that may help, until all are over, a limit is reached or
 * the signal says so. Then nothing more is begun, and what is under way is waited for. Throws what `ask` or `append` threw,
 * when nothing is under way any more.
 */
export async function runTrials<Miss>(input: TrialsInput<Miss>): Promise<TrialsResult<Miss>> {
  const { plan, order, begun, laneOf, load, clock, during, signal, onEvent, onChange, seed } = input;
  const halt = new AbortController();
  // Every wait listens: so many are no leak.
  setMaxListeners(0, halt.signal);
  const failures: unknown[] = [];
  let stopped: StopReason | undefined;
  const stop = (why: StopReason): void => {
    if (stopped !== undefined) return;
    stopped = why;
    onEvent({ event: "stop", why });
    halt.abort();
  };
  const onAbort = (): void => {
    const { reason } = signal as { readonly reason: unknown };
    stop(reason instanceof DOMException && reason.name === "TimeoutError" ? "max-duration" : "interrupted");
  };
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });

  const most = load.concurrency;
  // An open loop is as hard as it was asked to be from the first moment on.
  const start = load.rate === undefined ? START : most;
  const lanes = new Map<string, Lane>();
  for (const name of new Set(plan.targets.map(laneOf))) {
    lanes.set(name, lane({ name, start, most, clock, during, onEvent }));
  }
  const laneFor = (target: string): Lane => lanes.get(laneOf(target)) as Lane;
  const tallies = talliesOf(input);
  const tallyFor = new Map(plan.targets.map((target, i) => [target, tallies[i] as Tally]));
  const state = { tallies, limitOf: (target: string) => laneFor(target).limit() };

  const { misses, course } = coursesOf(input, {
    laneFor,
    tallyFor: (target) => tallyFor.get(target) as Tally,
    halt: halt.signal,
    stop,
    changed: () => onChange(state),
  });
  const underWay = new Set<Promise<void>>();
  const begin = (index: number, dueAt: number | undefined): void => {
    const one = course(index, dueAt)
      .catch((error: unknown) => {
        // A wait that was ended, and what the person ended, are no failures.
        if (!halt.signal.aborted || !isReason(error, halt.signal, signal)) failures.push(error);
        stop("fault");
      })
      .finally(() => underWay.delete(one));
    underWay.add(one);
  };

  const isHalted = (): boolean => halt.signal.aborted;
  const feed = async (name: string, mine: Lane): Promise<void> => {
    const startedAt = clock.now();
    const due = load.rate && arrivals({ ...load.rate, random: seeded(seed) });
    let first = 0;
    for (const index of order) {
      if (begun.isOver(index)) continue;
      const target = plan.targetAt(index);
      if (laneOf(target) !== name) continue;
      if (isHalted()) return;
      if (tallyFor.get(target)?.stopped() !== undefined) continue;
      const dueAt = due && startedAt + due.next().value;
      if (dueAt !== undefined) await during(() => clock.sleep(dueAt - clock.now(), halt.signal));
      else if (first++ < START && first > 1) await during(() => clock.sleep(STAGGER_MS, halt.signal));
      else await mine.drained();
      if (isHalted()) return;
      begin(index, dueAt);
    }
  };
  await Promise.all([...lanes].map(([name, mine]) => feed(name, mine).catch(ended(halt.signal))));
  while (underWay.size > 0) await Promise.all(underWay);
  signal.removeEventListener("abort", onAbort);
  if (failures.length > 0) throw failures[0];
  const givenUp = new Map(
    plan.targets.flatMap((target) => {
      const why = tallyFor.get(target)?.stopped();
      return why === undefined ? [] : [[target, why] as const];
    }),
  );
  return { misses: misses(), stopped, givenUp };
}

function talliesOf<Miss>({ plan, begun }: TrialsInput<Miss>): Tally[] {
  const total = new Map<string, number>();
  const done = new Map<string, number>();
  for (let i = 0; i < plan.length; i++) {
    const target = plan.targetAt(i);
    total.set(target, (total.get(target) ?? 0) + 1);
    if (begun.isOver(i)) done.set(target, (done.get(target) ?? 0) + 1);
  }
  return plan.targets.map((target) => tally(target, total.get(target) ?? 0, done.get(target) ?? 0));
}

const isReason = (error: unknown, ...signals: readonly AbortSignal[]): boolean =>
  signals.some(({ reason }) => reason === error);

/** A wait that was ended is no failure. */
const ended =
  (signal: AbortSignal) =>
  (error: unknown): void => {
    if (error !== signal.reason) throw error;
  };
