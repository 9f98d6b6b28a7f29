/** What an attempt uses. */
export type Use = { readonly usd: number; readonly tokens: number };

export const NO_USE: Use = { usd: 0, tokens: 0 };

/** What may be used in all; undefined: any amount. */
export type BudgetLimits = { readonly usd?: number | undefined; readonly tokens?: number | undefined };

export type Budget = {
  readonly limits: BudgetLimits;
  /** Sets aside the most that an attempt can use. Undefined, or the limit that it would break; then nothing is set aside. */
  readonly reserve: (worst: Use) => keyof Use | undefined;
  /** The attempt is over: what was set aside is free again, and what it came to is used. */
  readonly settle: (worst: Use, actual: Use) => void;
  readonly used: () => Use;
  /** Attempts that something is set aside for. */
  readonly reserved: () => number;
};

/** Keeps what is used and what may still come of attempts under way below the limits, together: a limit is never passed. */
export function budget(limits: BudgetLimits, before: Use = NO_USE): Budget {
  let used = before;
  const underWay = new Map<Use, number>();
  const held = (): Use => {
    let [usd, tokens] = [0, 0];
    for (const [use, count] of underWay) {
      usd += use.usd * count;
      tokens += use.tokens * count;
    }
    return { usd, tokens };
  };
  return {
    limits,
    used: () => used,
    reserved: () => [...underWay.values()].reduce((sum, count) => sum + count, 0),
    reserve: (worst) => {
      const { usd, tokens } = held();
      if (used.usd + usd + worst.usd > (limits.usd ?? Number.POSITIVE_INFINITY)) return "usd";
      if (used.tokens + tokens + worst.tokens > (limits.tokens ?? Number.POSITIVE_INFINITY)) return "tokens";
      underWay.set(worst, (underWay.get(worst) ?? 0) + 1);
      return undefined;
    },
    settle: (worst, actual) => {
      const left = (underWay.get(worst) ?? 0) - 1;
      if (left > 0) underWay.set(worst, left);
      else underWay.delete(worst);
      used = { usd: used.usd + actual.usd, tokens: used.tokens + actual.tokens };
    },
  };
}
