/** Time, as the loop takes it: monotonic milliseconds, and a timer that can be called off. */
export type Clock = {
  readonly now: () => number;
  /** Runs `what` after so many ms; the answer calls it off. */
  readonly after: (ms: number, what: () => void) => () => void;
};
