import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Trial } from "../../src/domain/trial.ts";
import { seeded } from "../../src/measure/random.ts";
import { type Budget, budget, NO_USE, type Use } from "../../src/run/budget.ts";
import type { Spending } from "../../src/run/trials-input.ts";
import { type Looped, looped, planOf } from "./loop.ts";

/** A budget that is looked at all the time. */
function watched(limits: Budget["limits"], costs: ReadonlyMap<string, Use>, share: () => number) {
  const inner = budget(limits);
  const held: Use[] = [];
  let refused: Use | undefined;
  const sum = (all: readonly Use[]): Use =>
    all.reduce((a, b) => ({ usd: a.usd + b.usd, tokens: a.tokens + b.tokens }), NO_USE);
  const look = (): void => {
    const { usd, tokens } = sum([...held, inner.used()]);
    expect(usd).toBeLessThanOrEqual(limits.usd ?? Number.POSITIVE_INFINITY);
    expect(tokens).toBeLessThanOrEqual(limits.tokens ?? Number.POSITIVE_INFINITY);
  };
  const spending: Spending = {
    budget: {
      ...inner,
      reserve: (worst) => {
        const limit = inner.reserve(worst);
        if (limit === undefined) held.push(worst);
        else if (held.length === 0) refused ??= worst;
        look();
        return limit;
      },
      settle: (worst, actual) => {
        held.splice(held.indexOf(worst), 1);
        inner.settle(worst, actual);
        look();
      },
    },
    worst: ({ id }: Trial) => costs.get(id) ?? NO_USE,
    actual: (line, worst) => {
      if (line["tokenwon.failure"] !== undefined) return NO_USE;
      return { usd: Math.floor(worst.usd * share()), tokens: Math.floor(worst.tokens * share()) };
    },
  };
  return { spending, held, refused: () => refused, used: inner.used };
}

const flat = (usd: number, tokens = 0): ReadonlyMap<string, Use> =>
  new Map([...planOf(50)].map(({ id }) => [id, { usd, tokens }]));

describe("a budget of a run", () => {
  it("is never passed, by what is used and set aside together; what fits is asked", async () => {
    const shape = fc.record({
      seed: fc.integer(),
      concurrency: fc.integer({ min: 1, max: 30 }),
      usd: fc.option(fc.nat(2000), { nil: undefined }),
      tokens: fc.option(fc.nat(2000), { nil: undefined }),
      lanes: fc.integer({ min: 1, max: 3 }),
      open: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ seed, concurrency, usd, tokens, lanes, open }) => {
        const random = seeded(seed);
        const below = (most: number): number => Math.floor(random() * most);
        const plan = planOf(8, { targets: Array.from({ length: lanes }, (_, i) => `l${i}/x`) });
        const costs = new Map([...plan].map(({ id }) => [id, { usd: below(100), tokens: below(100) }]));
        const { spending, held, refused, used } = watched({ usd, tokens }, costs, random);
        const rate = open ? { rate: { perSecond: 20, kind: "poisson" as const } } : {};
        const run = await looped(
          plan,
          () => ({ ms: below(300), ...(random() < 0.2 ? { failure: { kind: "server" } } : {}) }),
          { spending, load: { concurrency, ...rate } },
        );
        expect(held).toEqual([]);
        const worst = refused();
        if (run.result.stopped === undefined) {
          expect(run.input.begun.over()).toBe(plan.length);
          expect(worst).toBeUndefined();
          return;
        }
        // It was stopped for one that did not fit when nothing was under way.
        const passes = {
          "budget-usd": used().usd + (worst?.usd ?? 0) > (usd ?? Number.POSITIVE_INFINITY),
          "budget-tokens": used().tokens + (worst?.tokens ?? 0) > (tokens ?? Number.POSITIVE_INFINITY),
        };
        expect(passes).toHaveProperty([run.result.stopped], true);
      }),
      { numRuns: 60 },
    );
  });

  it.each<readonly [string, Budget["limits"], ReadonlyMap<string, Use>, string, number]>([
    ["of dollars", { usd: 70 }, flat(10), "budget-usd", 7],
    ["of tokens", { tokens: 70 }, flat(0, 10), "budget-tokens", 7],
    ["too small for any", { usd: 9 }, flat(10), "budget-usd", 0],
    ["of nothing", { usd: 0 }, flat(1), "budget-usd", 0],
  ])("%s is used as far as it goes", async (_, limits, costs, why, calls) => {
    const { spending } = watched(limits, costs, () => 1);
    const run = await looped(50, () => ({}), { spending, load: { concurrency: 20 } });
    expect([run.result.stopped, run.calls.length]).toEqual([why, calls]);
    expect(run.events.at(-1)).toEqual({ event: "stop", why });
  });

  it("is used by what attempts come to, not by the most that they could", async () => {
    const { spending, used } = watched({ usd: 119 }, flat(40), () => 0.05);
    const run = await looped(20, () => ({}), { spending, load: { concurrency: 20 } });
    expect([run.result.stopped, run.calls.length, used().usd]).toEqual([undefined, 40, 80]);
    expect(run.most).toBe(2);
  });

  it("is one for all lanes", async () => {
    const plan = planOf(10, { targets: ["a/x", "b/y"] });
    const costs = new Map([...plan].map(({ id }) => [id, { usd: 10, tokens: 0 }]));
    const run: Looped = await looped(
      plan,
      () => ({}),
      watched({ usd: 150 }, costs, () => 1),
    );
    expect([run.result.stopped, run.calls.length]).toEqual(["budget-usd", 15]);
  });
});
