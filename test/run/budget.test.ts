import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { budget, NO_USE, type Use } from "../../src/run/budget.ts";
import { purse } from "../../src/run/purse.ts";

const use = (usd: number, tokens = 0): Use => ({ usd, tokens });
/** Lets promises that wait for what has just happened take their turns. */
const turns = (): Promise<void> => new Promise(setImmediate);

describe("a budget", () => {
  it("sets the most of an attempt aside, and says which limit it would break", () => {
    const money = budget({ usd: 10, tokens: 100 });
    expect(money.reserve(use(6, 10))).toBeUndefined();
    expect(money.reserve(use(5, 10))).toBe("usd");
    expect(money.reserve(use(1, 91))).toBe("tokens");
    expect(money.reserve(use(4, 90))).toBeUndefined();
    expect(money.reserved()).toBe(2);
    expect(money.used()).toEqual(NO_USE);
  });

  it("frees what was set aside, and counts what was used", () => {
    const money = budget({ usd: 10 });
    const worst = use(6);
    money.reserve(worst);
    money.settle(worst, use(2, 7));
    expect([money.used(), money.reserved()]).toEqual([use(2, 7), 0]);
    expect(money.reserve(use(9))).toBe("usd");
    expect(money.reserve(use(8))).toBeUndefined();
  });

  it("knows the same question asked twice at a time", () => {
    const money = budget({ usd: 25, tokens: 25 });
    const worst = use(10, 10);
    money.reserve(worst);
    money.reserve(worst);
    expect(money.reserve(worst)).toBe("usd");
    expect(money.reserve(use(5, 10))).toBe("tokens");
    money.settle(worst, use(4, 4));
    expect(money.reserved()).toBe(1);
    expect(money.reserve(worst)).toBeUndefined();
  });

  it("goes on from what was used before, and without limits lets everything pass", () => {
    expect(budget({ usd: 10 }, use(9.5)).reserve(use(1))).toBe("usd");
    const open = budget({});
    expect(open.reserve(use(1e9, 1e12))).toBeUndefined();
    expect(budget({ usd: 0 }).reserve(use(0))).toBeUndefined();
  });

  it("never has more used and set aside than the limit, whatever is asked", () => {
    const step = fc.record({ usd: fc.nat(50), tokens: fc.nat(50), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(200), fc.nat(200), (steps, usd, tokens) => {
        const money = budget({ usd, tokens });
        const held: { readonly worst: Use; readonly actual: Use }[] = [];
        for (const one of steps) {
          const worst = use(one.usd, one.tokens);
          const sum = [...held.map((each) => each.worst), money.used(), worst].reduce((a, b) => ({
            usd: a.usd + b.usd,
            tokens: a.tokens + b.tokens,
          }));
          const breaks = sum.usd > usd ? "usd" : sum.tokens > tokens ? "tokens" : undefined;
          expect(money.reserve(worst)).toBe(breaks);
          const actual = use(Math.floor(one.usd * one.share), Math.floor(one.tokens * one.share));
          if (breaks === undefined) held.push({ worst, actual });
          else {
            const over = held.shift();
            if (over !== undefined) money.settle(over.worst, over.actual);
          }
          expect(money.reserved()).toBe(held.length);
          expect(money.used().usd).toBeLessThanOrEqual(usd);
          expect(money.used().tokens).toBeLessThanOrEqual(tokens);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("a purse", () => {
  it("waits for what those under way do not use", async () => {
    const money = budget({ usd: 10 });
    const { take, settle } = purse(money);
    const [first, second] = [use(8), use(8)];
    expect(await take(first)).toBeUndefined();
    let answer: unknown = "none yet";
    const waiting = take(second).then((limit) => (answer = limit));
    await turns();
    expect(answer).toBe("none yet");
    settle(first, use(2));
    await waiting;
    expect(answer).toBeUndefined();
    expect(money.reserved()).toBe(1);
  });

  it("says which limit it is when nothing is under way that could come back", async () => {
    const money = budget({ usd: 10, tokens: 10 });
    const { take, settle } = purse(money);
    expect(await take(use(11))).toBe("usd");
    const first = use(8, 8);
    await take(first);
    const [dear, long] = [take(use(5)), take(use(0, 5))];
    settle(first, use(8, 8));
    expect(await Promise.all([dear, long])).toEqual(["usd", "tokens"]);
    expect(await take(use(2, 2))).toBeUndefined();
  });

  it("lets smaller ones pass one that waits", async () => {
    const { take } = purse(budget({ usd: 10 }));
    await take(use(6));
    void take(use(9));
    expect(await take(use(4))).toBeUndefined();
  });
});
