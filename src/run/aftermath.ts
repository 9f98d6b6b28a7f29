import type { Clock } from "./clock.ts";

/**
 * How long, in ms, the stream may stay open after the vendor's last word. Usage may still come in it; a server that merely
 * never closes is not waited for.
 */
const LONGEST_MS = 5000;

export type Aftermath = {
  /** The vendor's last word has come. */
  readonly begin: () => void;
  /** Whether it lasted too long and was left. */
  readonly left: () => boolean;
  readonly stop: () => void;
};

/** The time between the vendor's last word and the end of the stream; calls `leave` when it has been long enough. */
export function aftermath({ after }: Clock, leave: () => void): Aftermath {
  let left = false;
  let cancel: (() => void) | undefined;
  return {
    begin: () => {
      cancel ??= after(LONGEST_MS, () => {
        left = true;
        leave();
      });
    },
    left: () => left,
    stop: () => cancel?.(),
  };
}
