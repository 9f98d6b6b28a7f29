import { UserError } from "../../domain/error.ts";
import type { Mode } from "../trials/modes.ts";
import type { Left } from "./left.ts";

/** Where a run was when it stopped, for the sentences that say so. */
export type Stopped = {
  readonly mode: Mode;
  /** Attempts that are in the log. */
  readonly kept: number;
  readonly shownLog: string;
  /** What was recorded where. */
  readonly said: readonly string[];
  readonly left: Pick<Left, "trials"> | undefined;
  /** The command that goes on. */
  readonly next: string;
};

/** Ctrl-C: what is kept, and how to go on. */
export const interrupted = ({ kept, shownLog, said, left, next }: Stopped): UserError =>
  new UserError(
    "interrupted",
    [`${attempts(kept)} in ${shownLog}, ${leftText(left?.trials ?? 0)}.`, ...said].join(" "),
    { fix: `Go on: ${next}` },
  );

/**
 * Something else went wrong. What was paid for is never passed over in silence; a disk that is full leaves a run that can go
 * on.
 */
export function brokenOff(error: unknown, stopped: Stopped): unknown {
  const { mode, kept, shownLog, said, next } = stopped;
  if (!(error instanceof UserError) || mode === "replay") return error;
  if (mode === "simulate" && error.kind !== "write") return error;
  const details = [...error.details, ...(kept === 0 ? [] : [`${attempts(kept)} in ${shownLog}.`]), ...said];
  if (error.kind === "write") {
    return new UserError("incomplete", error.message, {
      details,
      fix: `Free some space, then go on: ${next}`,
      cause: error,
    });
  }
  const fix = error.fix ?? (error.kind === "incomplete" ? `Go on: ${next}` : undefined);
  return new UserError(error.kind, error.message, {
    details,
    ...(fix === undefined ? {} : { fix }),
    cause: error,
  });
}

/** All is asked and in the log, and the report of it has no room: nothing has to be asked again. */
export const unreported = (error: unknown, next: string): unknown =>
  error instanceof UserError && error.kind === "write"
    ? new UserError("incomplete", error.message, {
        details: error.details,
        fix: `Free some space, then write it from the log: ${next}`,
        cause: error,
      })
    : error;

const attempts = (count: number): string =>
  count === 1 ? "1 attempt is" : `${count.toLocaleString("en")} attempts are`;

const leftText = (trials: number): string =>
  trials === 1 ? "1 trial is left" : `${trials.toLocaleString("en")} trials are left`;
