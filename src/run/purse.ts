import type { Budget, Use } from "./budget.ts";

export type Purse = {
  /** Waits until the budget has room for the most that an attempt can use; a limit: it will not have, whatever comes back. */
  readonly take: (worst: Use) => Promise<keyof Use | undefined>;
  readonly settle: (worst: Use, actual: Use) => void;
};

/** A budget that attempts wait for: what those under way do not use comes back when they end. */
export function purse(budget: Budget): Purse {
  let waiting: (() => void)[] = [];
  const underWay = (): boolean => budget.reserved() > 0;
  return {
    take: async (worst) => {
      for (;;) {
        const limit = budget.reserve(worst);
        if (limit === undefined || !underWay()) return limit;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    settle: (worst, actual) => {
      budget.settle(worst, actual);
      const all = waiting;
      waiting = [];
      for (const look of all) look();
    },
  };
}
