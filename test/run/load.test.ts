import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { seeded } from "../../src/measure/random.ts";
import { arrivals } from "../../src/run/arrivals.ts";
import { type Looped, looped, orderOf, planOf } from "./loop.ts";

const startsOf = ({ calls }: Looped): number[] => calls.map(({ from }) => from).toSorted((a, b) => a - b);
/** Calls in the order in which they were to begin. */
const inOrder = (run: Looped): Looped["calls"] =>
  orderOf(run).flatMap((id) => run.calls.filter((call) => call.id === id));

describe("a closed loop", () => {
  it("staggers its first ones, and then begins one when another ends", async () => {
    const run = await looped(5, () => ({ ms: 100 }), { load: { concurrency: 4 } });
    expect(startsOf(run)).toEqual([0, 5, 10, 15, 100, 105, 110, 115, 200, 205]);
    expect(inOrder(run).map(({ from }) => from)).toEqual(startsOf(run));
    expect(run.calls.every(({ queuedMs }) => queuedMs === undefined)).toBe(true);
  });

  it("asks every trial once, in every lane as many at a time as it may", async () => {
    const plan = planOf(10, { targets: ["a/x", "a/y", "b/z"] });
    const run = await looped(plan, () => ({}), { load: { concurrency: 6 } });
    expect(run.lines.map((line) => line["tokenwon.trial"]).sort()).toEqual([...plan].map(({ id }) => id).sort());
    expect(run.result).toEqual({ misses: [], stopped: undefined, givenUp: new Map() });
    // Two lanes of six.
    expect(run.most).toBe(12);
  });

  it("never has more under way than the most, nor begins one above what the lane allows just then", async () => {
    const kinds = [undefined, undefined, undefined, "rate-limit", "server"] as const;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.integer(), async (concurrency, seed) => {
        const random = seeded(seed);
        let before = 0;
        const run = await looped(
          12,
          () => {
            const kind = kinds[Math.floor(random() * kinds.length)];
            return { ms: Math.ceil(random() * 300), ...(kind === undefined ? {} : { failure: { kind } }) };
          },
          {
            load: { concurrency },
            onChange: ({ tallies, limitOf }) => {
              const limit = limitOf("a/x");
              const inFlight = tallies[0]?.standing(0, limit).inFlight ?? 0;
              if (inFlight > before) expect(inFlight).toBeLessThanOrEqual(limit);
              before = inFlight;
            },
          },
        );
        expect(run.most).toBeLessThanOrEqual(concurrency);
        expect(before).toBe(0);
        expect(run.input.begun.over()).toBe(24);
      }),
      // The limit is cut while others wait in the lane.
      { numRuns: 40, examples: [[6, 1217272257]] },
    );
  });

  it("reaches what it was asked for, from four on", async () => {
    const { most, events } = await looped(100, () => ({ ms: 50 }), { load: { concurrency: 16 } });
    expect(most).toBe(16);
    expect(events.filter(({ event }) => event === "limit").map((event) => "to" in event && event.to)).toEqual([
      5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
    ]);
  });

  it("asks the same in the same order at the same moments each time", async () => {
    const plan = planOf(10, { targets: ["a/x", "a/y", "b/z"] });
    const once = async (): Promise<unknown> => {
      const random = seeded(3);
      const { calls, events, lines } = await looped(plan, () => ({
        ms: Math.ceil(random() * 200),
        ...(random() < 0.3 ? { failure: { kind: "overloaded" } } : {}),
      }));
      return { calls, events, lines };
    };
    expect(await once()).toEqual(await once());
  });

  it("makes no trial before its turn comes", async () => {
    const plan = planOf(500);
    const made = vi.spyOn(plan, "at");
    await looped(
      plan,
      (_trial, _turn, now) => {
        if (now < 100) expect(made.mock.calls.length).toBeLessThanOrEqual(5);
        return { ms: 100 };
      },
      { order: Uint32Array.from({ length: 50 }, (_, i) => i) },
    );
    expect(made).toHaveBeenCalledTimes(50);
  });

  it("asks nothing where nothing is left", async () => {
    const plan = planOf(2);
    const first = await looped(plan, () => ({}));
    const { calls, result, events } = await looped(plan, () => ({}), { begun: first.input.begun });
    expect([calls, result.stopped, events]).toEqual([[], undefined, []]);
    expect((await looped(0, () => ({}))).calls).toEqual([]);
  });
});

describe("an open loop", () => {
  it("begins at its moments, however long the answers take", async () => {
    const load = { concurrency: 100, rate: { perSecond: 10, kind: "constant" as const } };
    const run = await looped(10, (_trial, _turn, now) => ({ ms: now % 200 === 0 ? 60_000 : 1 }), { load });
    expect(startsOf(run)).toEqual(Array.from({ length: 20 }, (_, i) => i * 100));
    expect(run.calls.every(({ queuedMs }) => queuedMs === 0)).toBe(true);
  });

  it("begins at the moments of a Poisson process of its seed", async () => {
    const rate = { perSecond: 5, kind: "poisson" as const };
    const run = await looped(10, () => ({ ms: 1000 }), { load: { concurrency: 100, rate }, seed: 9 });
    const moments = arrivals({ ...rate, random: seeded(9) });
    for (const call of inOrder(run)) expect(call.from).toBeCloseTo(moments.next().value, 6);
  });

  it("says exactly how late each call is when there is no place for it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.integer(), async (concurrency, seed) => {
        const random = seeded(seed);
        const load = { concurrency, rate: { perSecond: 20, kind: "constant" as const } };
        const run = await looped(10, () => ({ ms: Math.ceil(random() * 400) }), { load });
        expect(run.most).toBeLessThanOrEqual(concurrency);
        inOrder(run).forEach(({ from, queuedMs }, i) => {
          expect(queuedMs).toBe(from - 50 * i);
        });
      }),
      { numRuns: 30 },
    );
    const slow = await looped(5, () => ({ ms: 100 }), {
      load: { concurrency: 1, rate: { perSecond: 20, kind: "constant" } },
    });
    expect(inOrder(slow).map(({ queuedMs }) => queuedMs)).toEqual([0, 50, 100, 150, 200, 250, 300, 350, 400, 450]);
  });

  it("runs in every lane by itself", async () => {
    const load = { concurrency: 10, rate: { perSecond: 10, kind: "constant" as const } };
    const run = await looped(planOf(3, { targets: ["a/x", "b/y"] }), () => ({ ms: 1 }), { load });
    expect(startsOf(run)).toEqual([0, 0, 100, 100, 200, 200, 300, 300, 400, 400, 500, 500]);
  });
});
