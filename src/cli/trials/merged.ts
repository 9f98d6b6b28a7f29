import type { RecordedAttempt } from "../../domain/recording.ts";

/** True where a server gave what was asked for, or began to. */
export const hasAnswer = ({ head }: RecordedAttempt): boolean => head !== undefined && head.status < 400;

/**
 * Old attempts and new ones. Trials that were recorded anew take the place of the old, unless nothing but failures came
 * now where an answer was: an evening without a network must not cost what was paid for.
 */
export function merged(old: readonly RecordedAttempt[], made: readonly RecordedAttempt[]): RecordedAttempt[] {
  // Of one attempt that a killed run and this one both have, the later counts.
  const latest = [...new Map(made.map((attempt) => [`${attempt.trial} #${attempt.attempt}`, attempt])).values()];
  const answers = (attempts: readonly RecordedAttempt[]): Set<string> =>
    new Set(attempts.filter(hasAnswer).map(({ trial }) => trial));
  const [before, now] = [answers(old), answers(latest)];
  const again = new Set(latest.map(({ trial }) => trial));
  const isLost = (trial: string): boolean => before.has(trial) && !now.has(trial);
  return [
    ...old.filter(({ trial }) => !again.has(trial) || isLost(trial)),
    ...latest.filter(({ trial }) => !isLost(trial)),
  ];
}
