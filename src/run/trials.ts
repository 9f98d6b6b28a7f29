import type { Attempt } from "../domain/attempt.ts";
import type { FailureKind } from "../domain/failure.ts";
import type { Trial } from "../domain/trial.ts";
import { inFlight } from "./in-flight.ts";

export type TrialsInput<Miss> = {
  /** One attempt, or that nothing is recorded that answers it. */
  readonly ask: (trial: Trial) => Promise<Attempt | { readonly miss: Miss }>;
  /** Written before the next trial of its place in the queue begins. */
  readonly append: (attempt: Attempt) => Promise<void>;
  readonly concurrency: number;
  /**
   * `stop`: a target that refuses its key, its bill or its model's name is not asked again. `follow`: what was recorded
   * decides; where that recording stopped, nothing is missing.
   */
  readonly hopeless: "stop" | "follow";
  /** Work during which a virtual clock stands still. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  readonly signal: AbortSignal;
  readonly onDone?: (done: number) => void;
};

export type TrialsResult<Miss> = {
  /** In the order in which they ended. */
  readonly attempts: readonly Attempt[];
  readonly misses: readonly Miss[];
};

/** What no further question to the same target can mend. */
const HOPELESS: readonly FailureKind[] = ["auth", "billing", "not-found"];

/**
 * Asks every trial once, so many at a time, in their order. When the signal is aborted nothing more is begun, and what is under way is waited for.
 */
export async function runTrials<Miss>(
  trials: readonly Trial[],
  { ask, append, concurrency, hopeless: how, during, signal, onDone }: TrialsInput<Miss>,
): Promise<TrialsResult<Miss>> {
  const attempts: Attempt[] = [];
  const misses: { readonly target: string; readonly miss: Miss }[] = [];
  const hopeless = new Set<string>();
  let done = 0;
  await inFlight(trials, concurrency, async (trial) => {
    signal.throwIfAborted();
    if (how === "follow" || !hopeless.has(trial.target)) {
      await during(async () => {
        const line = await ask(trial);
        if ("miss" in line) {
          misses.push({ target: trial.target, miss: line.miss as Miss });
          return;
        }
        await append(line);
        attempts.push(line);
        const kind = line["tokenwon.failure"]?.kind;
        if (kind !== undefined && HOPELESS.includes(kind)) hopeless.add(trial.target);
      });
    }
    onDone?.(++done);
  });
  const missing = misses.filter(({ target }) => !hopeless.has(target));
  return { attempts, misses: missing.map(({ miss }) => miss) };
}
