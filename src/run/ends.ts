import { setMaxListeners } from "node:events";

export type Ends = {
  /** Ends every wait of a target: when it is given up, and when nothing more may begin. */
  readonly of: (target: string) => AbortSignal;
  /** Nothing more of a target may begin. */
  readonly end: (target: string) => void;
};

/** @param halt aborted when nothing more of any target may begin */
export function endsOf(targets: readonly string[], halt: AbortSignal): Ends {
  const ends = new Map(targets.map((target) => [target, new AbortController()]));
  const endAll = (): void => {
    for (const end of ends.values()) end.abort(halt.reason);
  };
  // Every wait listens: so many are no leak.
  for (const { signal } of ends.values()) setMaxListeners(0, signal);
  if (halt.aborted) endAll();
  halt.addEventListener("abort", endAll, { once: true });
  return { of: (target) => ends.get(target)?.signal ?? halt, end: (target) => ends.get(target)?.abort() };
}
