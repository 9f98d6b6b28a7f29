import { saysNothing } from "../domain/failure.ts";
import type { Trial } from "../domain/trial.ts";
import type { Seen } from "./seen.ts";

/** A trial that was asked at least once. */
export type AskedTrial = {
  readonly trial: Trial;
  /** The attempt that figures of a model are of: those after it met a server that had just failed. */
  readonly first: Seen;
  /** The last one: what came of the trial in the end. */
  readonly last: Seen;
  /** All of them, in their order: what is paid for. */
  readonly attempts: readonly Seen[];
  /** Those after the first, made because the one before failed. */
  readonly retries: readonly Seen[];
};

/**
 * The trials that have attempts, in the order of the trials; attempts of anything else are left out. An attempt that the
 * person broke off is no trial's, and one with a wrong key only where none was made with a right one.
 */
export function askedTrials(trials: Iterable<Trial>, attempts: Iterable<Seen>): AskedTrial[] {
  const byTrial = new Map<string | undefined, Seen[]>();
  for (const attempt of attempts) {
    const own = byTrial.get(attempt["tokenwon.trial"]);
    if (own === undefined) byTrial.set(attempt["tokenwon.trial"], [attempt]);
    else own.push(attempt);
  }
  const asked: AskedTrial[] = [];
  for (const trial of trials) {
    const own = byTrial.get(trial.id);
    const one = own && askedTrial(trial, own);
    if (one !== undefined) asked.push(one);
  }
  return asked;
}

function askedTrial(trial: Trial, own: readonly Seen[]): AskedTrial | undefined {
  const attempts = own.length === 1 ? own : own.toSorted((a, b) => a["tokenwon.attempt"] - b["tokenwon.attempt"]);
  const tries = attempts.some(isVoid) ? attempts.filter((attempt) => !isVoid(attempt)) : attempts;
  const first = tries[0] ?? attempts.find((attempt) => attempt["tokenwon.failure"]?.kind !== "aborted");
  return (
    first && { trial, first, last: tries.at(-1) ?? first, attempts, retries: tries.length > 1 ? tries.slice(1) : NONE }
  );
}

const NONE: readonly Seen[] = [];

function isVoid({ "tokenwon.failure": failure }: Seen): boolean {
  return failure !== undefined && saysNothing(failure.kind);
}
