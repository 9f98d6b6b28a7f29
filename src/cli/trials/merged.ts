import type { RecordedAttempt } from "../../domain/recording.ts";

/** True where a server gave what was asked for, or began to. */
export const hasAnswer = ({ head }: RecordedAttempt): boolean => head !== undefined && head.status < 400;

/**
 * Old attempts and new ones. Trials that were recorded anew take the place of the old, failed ones as well: answers that
 * were picked over failures would make a provider look better than it was.
 */
export function merged(old: readonly RecordedAttempt[], made: readonly RecordedAttempt[]): RecordedAttempt[] {
  const again = new Set(made.map(({ trial }) => trial));
  // Of one attempt that a killed run and this one both have, the later counts.
  const latest = new Map(made.map((attempt) => [`${attempt.trial} #${attempt.attempt}`, attempt]));
  return [...old.filter(({ trial }) => !again.has(trial)), ...latest.values()];
}
