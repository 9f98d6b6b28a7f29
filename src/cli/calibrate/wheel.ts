/** Does things at their times, never before them. */
export type Wheel = {
  /** @param time by the wheel's clock, in ms */
  readonly at: (time: number, what: () => void) => void;
  readonly stop: () => void;
};

/** One timer for all that is to be done: hundreds of timers of their own would hold each other up. */
export function wheel(now: () => number): Wheel {
  /** What is due by the end of each millisecond. */
  const slots = new Map<number, (() => void)[]>();
  let done = 0;
  let timer: NodeJS.Timeout | undefined;

  const turn = (): void => {
    for (const until = Math.floor(now()); done < until; ) {
      done++;
      const due = slots.get(done);
      slots.delete(done);
      for (const what of due ?? []) what();
    }
    timer = slots.size === 0 ? undefined : setTimeout(turn, 1);
  };
  return {
    at: (time, what) => {
      if (timer === undefined && slots.size === 0) {
        done = Math.floor(now());
        timer = setTimeout(turn, 1);
      }
      const slot = Math.max(done + 1, Math.ceil(time));
      const due = slots.get(slot);
      if (due === undefined) slots.set(slot, [what]);
      else due.push(what);
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      slots.clear();
    },
  };
}
