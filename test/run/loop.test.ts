import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FailureKind } from "../../src/domain/failure.ts";
import { seeded } from "../../src/measure/random.ts";
import { begun } from "../../src/run/begun.ts";
import { budget, type Use } from "../../src/run/budget.ts";
import { jitterOf } from "../../src/run/jitter.ts";
import { type Behaviour, type Looped, looped, planOf } from "./loop.ts";

const failing = (kind: FailureKind, more: object = {}): Behaviour => ({ failure: { kind, ...more } });

/** What happens to an attempt depends on its trial and number alone. */
const drawn =
  (share: number) =>
  ({ id }: { readonly id: string }, { attempt }: { readonly attempt: number }): Behaviour => {
    const random = jitterOf(9, id, attempt);
    const ms = 20 + 200 * random();
    if (random() >= share) return { ms };
    return { ms, failure: { kind: random() < 0.5 ? "rate-limit" : "server", retryAfterMs: 300 * random() } };
  };
const attemptsOf = ({ lines }: Pick<Looped, "lines">): Map<string, number[]> => {
  const all = new Map<string, number[]>();
  for (const line of lines) {
    const id = line["tokenwon.trial"] ?? "";
    all.set(id, [...(all.get(id) ?? []), line["tokenwon.attempt"]]);
  }
  return all;
};

describe("the loop", () => {
  it("asks every trial once, never more at a time than it may", async () => {
    const plan = planOf(10, { targets: ["a/x", "a/y", "b/z"] });
    const { lines, most, result, events } = await looped(plan, () => ({}), { load: { concurrency: 6 } });
    expect(lines.map((line) => line["tokenwon.trial"]).sort()).toEqual([...plan].map(({ id }) => id).sort());
    expect([result.stopped, result.givenUp.size, result.misses]).toEqual([undefined, 0, []]);
    // Two lanes of six.
    expect(most).toBe(12);
    expect(events.filter(({ event }) => event === "limit").length).toBe(4);
  });

  it("begins staggered, and both sides of a pair after each other", async () => {
    const { calls } = await looped(planOf(10), () => ({ ms: 1000 }));
    expect(calls.slice(0, 4).map(({ from }) => from)).toEqual([0, 5, 10, 15]);
  });

  it("in the same order for the same seed", async () => {
    const plan = planOf(6, { repeat: 3 });
    const order = async (): Promise<string[]> => (await looped(plan, drawn(0.2))).calls.map(({ id }) => id);
    expect(await order()).toEqual(await order());
  });

  it("asks again what may help, each time as an attempt of its own, and holds no place while it waits", async () => {
    const plan = planOf(3);
    const { calls, most } = await looped(
      plan,
      ({ pair }, { attempt }) => (pair === "p1" && attempt < 3 ? failing("server", { retryAfterMs: 5000 }) : {}),
      { load: { concurrency: 1 } },
    );
    expect(most).toBe(1);
    const again = calls.filter(({ id }) => id === "a/x p1.ko 1");
    expect(again.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    for (const [i, call] of again.entries()) {
      if (i === 0) continue;
      expect(call.backoffWhy).toBe("hint");
      expect(call.from - (again[i - 1]?.to ?? 0)).toBeCloseTo((call.backoffMs ?? 0) + (call.queuedMs ?? 0), 6);
    }
    // The others were over long before.
    const others = calls.filter(({ id }) => !id.includes(" p1."));
    expect(Math.max(...others.map(({ to }) => to))).toBeLessThan(5000);
  });

  it.each<[FailureKind, boolean, number]>([
    ["bad-request", false, 1],
    ["server", true, 3],
  ])("asks what failed by %s %s again, and no more often than it may", async (kind, retry, times) => {
    const { lines, input } = await looped(planOf(1, { langs: ["ko"] }), () => failing(kind, { retry }));
    expect([lines.length, input.begun.over()]).toEqual([times, 1]);
  });

  it("gives up a target that refuses its key, and goes on with the others", async () => {
    const plan = planOf(5, { targets: ["a/x", "b/y"] });
    const { result, lines, input } = await looped(plan, ({ target }) =>
      target === "a/x" ? failing("auth", { retry: false, message: "no" }) : {},
    );
    expect([...result.givenUp]).toEqual([["a/x", "auth: no"]]);
    expect(lines.filter((line) => line["tokenwon.target"] === "b/y")).toHaveLength(10);
    // What says nothing of the model is still to be asked.
    expect(input.begun.over()).toBe(10);
  });

  it.each([4, 50])("gives up a broken endpoint within 20 calls, %d at a time", async (concurrency) => {
    const { lines, result } = await looped(planOf(100), () => failing("server"), {
      load: { concurrency },
      maxErrorRate: 0.9,
    });
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(result.givenUp.get("a/x")).toBe("too many of its requests fail");
  });

  it("does not wait for a vendor that asks for hours", async () => {
    const { result, calls } = await looped(planOf(5), () => failing("rate-limit", { retryAfterMs: 7_200_000 }));
    expect(result.givenUp.get("a/x")).toContain("more than 10 minutes");
    expect(Math.max(...calls.map(({ to }) => to))).toBeLessThan(10_000);
  });

  it("holds a lane after refusals in a row, and tells every change of its limit", async () => {
    const { events, calls } = await looped(
      planOf(40),
      (_, __, now) => (now < 3000 ? failing("rate-limit", { retryAfterMs: 2000 }) : {}),
      { load: { concurrency: 8 }, attempts: 5 },
    );
    expect(events.filter(({ event }) => event === "hold").length).toBeGreaterThan(0);
    expect(calls.filter(({ from }) => from < 3000).length).toBeLessThan(20);
    const limits = events.filter((each) => each.event === "limit");
    limits.forEach((each, i) => {
      if (i > 0) expect(each.from).toBe(limits[i - 1]?.to);
    });
    expect(limits.some(({ why }) => why === "rate-limit")).toBe(true);
  });
});

describe("an open loop", () => {
  it("begins when it is meant to, however long answers take, and says how late it was where it could not", async () => {
    const rate = { perSecond: 10, kind: "constant" } as const;
    const free = await looped(planOf(10), () => ({ ms: 5000 }), { load: { concurrency: 100, rate } });
    expect(free.calls.map(({ from }) => from).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i * 100),
    );
    expect(free.calls.every(({ queuedMs }) => queuedMs === 0)).toBe(true);
    const bound = await looped(planOf(10), () => ({ ms: 1000 }), { load: { concurrency: 5, rate } });
    expect(bound.most).toBe(5);
    const late = bound.calls.map(({ from, queuedMs }) => [from, from - (queuedMs ?? 0)]);
    expect(late.map(([, due]) => due).sort((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i * 100),
    );
  });
});

describe("a budget", () => {
  it("is never passed by what is used and what is under way together, and is used as far as it goes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        async (concurrency, limit, seed) => {
          const plan = planOf(8, { targets: ["a/x", "b/y"] });
          const worst = new Map(plan.targets.map((target, i): [string, Use] => [target, { usd: i + 1, tokens: 0 }]));
          const money = budget({ usd: limit });
          const random = seeded(seed);
          const underWay = new Map<string, number>();
          const check = (): void => {
            const held = [...underWay].reduce((sum, [target, count]) => sum + count * (worst.get(target)?.usd ?? 0), 0);
            expect(money.used().usd + held).toBeLessThanOrEqual(limit + 1e-9);
          };
          const { result, input } = await looped(
            plan,
            ({ target }) => {
              underWay.set(target, (underWay.get(target) ?? 0) + 1);
              check();
              return { ms: 10 + 100 * random(), ...(random() < 0.2 ? { failure: { kind: "server" as const } } : {}) };
            },
            {
              load: { concurrency },
              spending: {
                budget: money,
                worst: ({ target }) => worst.get(target) as Use,
                actual: (line, most) => {
                  const target = line["tokenwon.target"];
                  underWay.set(target, (underWay.get(target) ?? 0) - 1);
                  return { usd: most.usd * random(), tokens: 0 };
                },
              },
            },
          );
          check();
          if (input.begun.over() < plan.length) {
            expect(result.stopped).toBe("budget-usd");
            expect(money.used().usd + 2).toBeGreaterThan(limit);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a run that stops", () => {
  it.each([
    [undefined, "interrupted"],
    [new DOMException("", "TimeoutError"), "max-duration"],
  ])("by %s begins nothing more, and says so", async (reason, stopped) => {
    const stop = new AbortController();
    let asked = 0;
    const { result, lines } = await looped(
      planOf(50),
      () => {
        if (++asked === 10) stop.abort(reason);
        return {};
      },
      { signal: stop.signal },
    );
    expect(result.stopped).toBe(stopped);
    expect(asked).toBe(10);
    expect(lines).toHaveLength(10);
  });

  it.each(["ask", "append"] as const)("by a fault in %s waits for what is under way, and throws it", async (where) => {
    let under = 0;
    const fault = new Error("full");
    const { clock } = (await looped(planOf(1), () => ({}))).input;
    const fails = (): Promise<never> => Promise.reject(fault);
    const more = where === "append" ? { append: fails } : { ask: fails };
    await expect(
      looped(planOf(20), () => ({}), {
        ...more,
        onChange: ({ tallies }) => {
          under = tallies.reduce((sum, each) => sum + each.standing(clock.now(), 1).inFlight, 0);
        },
      }),
    ).rejects.toBe(fault);
    expect(under).toBe(0);
  });

  it("by a line that cannot be written asks nothing more, not even in the place that it leaves", async () => {
    let asked = 0;
    const answers = (): Behaviour => {
      asked++;
      return {};
    };
    const full = new Error("full");
    await expect(looped(planOf(20), answers, { append: () => Promise.reject(full) })).rejects.toBe(full);
    expect(asked).toBe(4);
  });

  it("and goes on asks every trial as often as one that did not", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }), async (cuts) => {
        const plan = planOf(5, { targets: ["a/x", "b/y"], repeat: 2 });
        const whole = attemptsOf(await looped(plan, drawn(0.3), { load: { concurrency: 5 } }));
        const lines: Looped["lines"][number][] = [];
        for (const cut of [...cuts, Number.POSITIVE_INFINITY]) {
          const course = begun(plan, 3);
          for (const line of lines) course.note(plan.indexOf(line["tokenwon.trial"] ?? "") ?? -1, line);
          const stop = new AbortController();
          let kept = 0;
          await looped(plan, drawn(0.3), {
            begun: course,
            load: { concurrency: 5 },
            signal: stop.signal,
            append: (line) => {
              // What ends after the process was killed is not written.
              if (kept < cut) lines.push(line);
              if (++kept >= cut) stop.abort();
              return Promise.resolve();
            },
          });
        }
        const joined = attemptsOf({ lines });
        for (const [id, attempts] of whole) expect([id, joined.get(id)?.toSorted()]).toEqual([id, attempts]);
        expect(joined.size).toBe(plan.length);
      }),
      { numRuns: 25 },
    );
  });
});
