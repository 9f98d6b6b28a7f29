import type { Attempt } from "../domain/attempt.ts";
import type { Trial } from "../domain/trial.ts";

/** A trial that was asked at least once. */
export type AskedTrial = {
  readonly trial: Trial;
  /** The attempt that figures of a model are of: those after it met a server that had just failed. */
  readonly first: Attempt;
  /** All of them, in their order: what is paid for. */
  readonly attempts: readonly Attempt[];
};

/** The trials that have attempts, in the order of the trials; attempts of anything else are left out. */
export function askedTrials(trials: readonly Trial[], attempts: readonly Attempt[]): AskedTrial[] {
  const byTrial = new Map<string | undefined, Attempt[]>();
  for (const attempt of attempts) {
    const own = byTrial.get(attempt["tokenwon.trial"]);
    if (own === undefined) byTrial.set(attempt["tokenwon.trial"], [attempt]);
    else own.push(attempt);
  }
  return trials.flatMap((trial): AskedTrial[] => {
    const own = (byTrial.get(trial.id) ?? []).toSorted((a, b) => a["tokenwon.attempt"] - b["tokenwon.attempt"]);
    const [first] = own;
    return first === undefined ? [] : [{ trial, first, attempts: own }];
  });
}
