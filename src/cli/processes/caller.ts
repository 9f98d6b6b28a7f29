import type { Attempt } from "../../domain/attempt.ts";
import type { HealthWindow } from "../../domain/health.ts";
import type { RunEvent } from "../../run/events.ts";
import type { AskingProcess, Work } from "./port.ts";
import { receivedError } from "./sent-error.ts";

/** Thrown by every call of a process that has ended; the message says how. */
export class ProcessEnded extends Error {}

/** Calls to one process that asks. */
export type Caller = {
  /** The attempt, of a call that asks. */
  readonly call: (work: Work) => Promise<Attempt | undefined>;
  /** Calls that are not answered yet. */
  readonly underWay: () => number;
  /** How it ended; undefined while it is there. */
  readonly ended: () => string | undefined;
};

export type Told = {
  readonly onWindow: (window: HealthWindow) => void;
  readonly onEvent: (event: RunEvent) => void;
};

export function caller({ send, onMessage, ended }: AskingProcess, { onWindow, onEvent }: Told): Caller {
  type Open = { readonly resolve: (line: Attempt | undefined) => void; readonly reject: (error: Error) => void };
  const open = new Map<number, Open>();
  let calls = 0;
  let how: string | undefined;
  onMessage((word) => {
    if ("window" in word) onWindow(word.window);
    else if ("event" in word) onEvent(word.event);
    else {
      const { resolve, reject } = open.get(word.call) ?? {};
      open.delete(word.call);
      if (word.error === undefined) resolve?.(word.line);
      else reject?.(receivedError(word.error));
    }
  });
  void ended.then((why) => {
    how = why;
    const lost = [...open.values()];
    open.clear();
    for (const { reject } of lost) reject(new ProcessEnded(why));
  });
  return {
    call: (work) =>
      new Promise((resolve, reject) => {
        if (how !== undefined) {
          reject(new ProcessEnded(how));
          return;
        }
        const call = ++calls;
        open.set(call, { resolve, reject });
        send({ call, ...work });
      }),
    underWay: () => open.size,
    ended: () => how,
  };
}
