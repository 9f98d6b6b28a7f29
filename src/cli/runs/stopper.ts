import { setMaxListeners } from "node:events";
import type { Clock } from "../../run/clock.ts";

export type Stopper = {
  /** Aborted when the person says so, or when the time is up: with the reason of `AbortSignal.timeout`. */
  readonly signal: AbortSignal;
  /** Begins to count. */
  readonly begin: (clock: Clock) => void;
  readonly end: () => void;
};

/** What ends a run at once: Ctrl-C, and a longest duration in ms where there is one. */
export function stopper(person: AbortSignal, longestMs: number | undefined): Stopper {
  const controller = new AbortController();
  // Every attempt under way listens: so many are no leak.
  setMaxListeners(0, controller.signal);
  const onAbort = (): void => controller.abort(person.reason);
  if (person.aborted) onAbort();
  person.addEventListener("abort", onAbort, { once: true });
  let cancel = (): void => undefined;
  return {
    signal: controller.signal,
    begin: (clock) => {
      if (longestMs === undefined) return;
      cancel = clock.after(longestMs, () => {
        controller.abort(new DOMException("the time is up", "TimeoutError"));
      });
    },
    end: () => {
      cancel();
      person.removeEventListener("abort", onAbort);
    },
  };
}
