import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../src/measure/random.ts";
import { adaptiveLimit } from "../../src/run/adaptive-limit.ts";
import { arrivals } from "../../src/run/arrivals.ts";
import { backoff } from "../../src/run/backoff.ts";
import { errorRate } from "../../src/run/error-rate.ts";
import { jitterOf } from "../../src/run/jitter.ts";
import { levelsOf } from "../../src/run/rate-headers.ts";
import { room } from "../../src/run/room.ts";

describe("the limit of a lane", () => {
  it("doubles in a round of answers, is cut once an episode, and then grows by one a round", () => {
    const limit = adaptiveLimit({ start: 4, most: 16 });
    for (let i = 0; i < 4; i++) limit.answered(limit.value());
    expect(limit.value()).toBe(8);
    expect(limit.refused("rate-limit", 10, 20)).toEqual({ from: 8, to: 5, why: "rate-limit" });
    // Those that began before the cut belong to it.
    expect([limit.refused("rate-limit", 20, 30), limit.refused("overloaded", 15, 31)]).toEqual([undefined, undefined]);
    const grown = Array.from({ length: 11 }, () => limit.answered(limit.value())?.to);
    expect(grown.filter((to) => to !== undefined)).toEqual([6, 7]);
    expect(limit.refused("overloaded", 21, 40)).toEqual({ from: 7, to: 4, why: "overloaded" });
  });

  it("grows only when all of it is used, and stays between one and the most", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.oneof(fc.constant("answer"), fc.constant("idle"), fc.constant("refusal")), { maxLength: 200 }),
        (most, steps) => {
          const limit = adaptiveLimit({ start: 4, most });
          steps.forEach((step, i) => {
            const before = limit.value();
            if (step === "refusal") limit.refused("rate-limit", i, i);
            else limit.answered(step === "idle" ? before - 1 : before);
            if (step === "idle") expect(limit.value()).toBe(before);
            expect(limit.value()).toBeGreaterThanOrEqual(1);
            expect(limit.value()).toBeLessThanOrEqual(most);
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("back-off", () => {
  it("is as long as the vendor asks and a tenth more at most, or by full jitter within its bound", () => {
    for (let i = 1; i <= 200; i++) {
      const random = jitterOf(1, `t${i}`, i);
      const hinted = backoff({ retryAfterMs: 1000 }, 1, random);
      expect(hinted?.why).toBe("hint");
      expect(hinted?.ms).toBeGreaterThanOrEqual(1000);
      expect(hinted?.ms).toBeLessThanOrEqual(1101);
      const attempt = (i % 8) + 1;
      expect(backoff({}, attempt, random)?.ms).toBeLessThanOrEqual(Math.min(30_000, 1000 * 2 ** (attempt - 1)));
    }
    const third = Array.from({ length: 2000 }, (_, i) => backoff({}, 3, jitterOf(7, `t${i}`, 3))?.ms ?? 0);
    // Evenly between 0 and 4 s: the mean of 2,000 has a deviation of 26 ms.
    expect(Math.abs(third.reduce((sum, ms) => sum + ms, 0) / third.length - 2000)).toBeLessThan(100);
  });

  it("is the same for the same seed, trial and attempt, and none where the vendor asks for hours", () => {
    const one = (trial: string): unknown => backoff({}, 2, jitterOf(1, trial, 2));
    expect(one("a")).toEqual(one("a"));
    expect(one("a")).not.toEqual(one("b"));
    expect(backoff({ retryAfterMs: 3_600_000 }, 1, seeded(1))).toBeUndefined();
  });
});

it("arrivals are even, or those of many users", () => {
  const take = (kind: "constant" | "poisson", count: number): number[] => {
    const all = arrivals({ perSecond: 20, kind, random: seeded(3) });
    return Array.from({ length: count }, () => all.next().value);
  };
  expect(take("constant", 4)).toEqual([0, 50, 100, 150]);
  const at = take("poisson", 10_001);
  const gaps = at.slice(1).map((moment, i) => moment - (at[i] ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
  // Exponential: mean 50 and deviation 50, each within about three standard errors of 10,000.
  expect(Math.abs(mean - 50)).toBeLessThan(1.6);
  expect(Math.abs(Math.sqrt(variance) - 50)).toBeLessThan(2.5);
});

it("a target is given up once ten attempts are over and too many failed", () => {
  const all = errorRate(0.9);
  expect(Array.from({ length: 10 }, () => all.tooHigh(true))).toEqual([...Array<boolean>(9).fill(false), true]);
  const half = errorRate(0.5);
  expect(Array.from({ length: 40 }, (_, i) => half.tooHigh(i % 2 === 1)).includes(true)).toBe(false);
});

describe("levels in headers", () => {
  const openai = (remaining: string, reset: string): Record<string, string> => ({
    "x-ratelimit-limit-requests": "60",
    "x-ratelimit-remaining-requests": remaining,
    "x-ratelimit-reset-requests": reset,
  });
  it.each([
    [openai("59", "1s"), { requests: { limit: 60, remaining: 59, resetMs: 1000 } }],
    [openai("0", "6m0s"), { requests: { limit: 60, remaining: 0, resetMs: 360_000 } }],
    [openai("1", "350ms"), { requests: { limit: 60, remaining: 1, resetMs: 350 } }],
    [openai("-1", "1s"), {}],
    [openai("61", "1s"), {}],
    [openai("5", "soon"), {}],
    [
      {
        "anthropic-ratelimit-tokens-limit": "1000",
        "anthropic-ratelimit-tokens-remaining": "400",
        "anthropic-ratelimit-tokens-reset": "2026-11-25T10:00:30Z",
        date: "Wed, 25 Nov 2026 10:00:00 GMT",
      },
      { tokens: { limit: 1000, remaining: 400, resetMs: 30_000 } },
    ],
    [{ "anthropic-ratelimit-tokens-limit": "1000", "anthropic-ratelimit-tokens-remaining": "400" }, {}],
  ])("of %j", (headers, levels) => {
    expect(levelsOf(headers)).toEqual(levels);
  });
});

describe("room", () => {
  it("keeps to a limit that the server tells, and does not leave it unused", () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 6000 }), fc.integer({ min: 1, max: 400 }), (perMinute, latency) => {
        const limit = perMinute;
        const rate = perMinute / 60_000;
        let [held, at] = [limit, 0];
        const server = (now: number): { passed: boolean; headers: Record<string, string> } => {
          held = Math.min(limit, held + (now - at) * rate);
          at = now;
          const passed = held >= 1 - 1e-9;
          if (passed) held -= 1;
          return {
            passed,
            headers: {
              "x-ratelimit-limit-requests": String(limit),
              "x-ratelimit-remaining-requests": String(Math.max(0, Math.floor(held + 1e-9))),
              "x-ratelimit-reset-requests": `${Math.ceil((limit - held) / rate)}ms`,
            },
          };
        };
        const space = room();
        const answers: { at: number; ticket: number; headers: Record<string, string> }[] = [];
        let [now, sent, refused] = [0, 0, 0];
        const until = 120_000;
        while (now < until && sent < 3 * limit) {
          while (answers[0] !== undefined && answers[0].at <= now) {
            const { ticket, headers, at: came } = answers.shift() as (typeof answers)[number];
            space.note(levelsOf(headers), ticket, came);
          }
          const wait = Math.ceil(space.wait(now));
          if (wait > 0 || answers.length >= 8) {
            now += Math.max(
              1,
              Math.min(wait === 0 ? Infinity : wait, answers[0] === undefined ? Infinity : answers[0].at - now),
            );
            continue;
          }
          const ticket = space.sent(now);
          const { passed, headers } = server(now);
          sent++;
          if (!passed) refused++;
          answers.push({ at: now + latency, ticket, headers });
          now += 1;
        }
        expect(refused).toBeLessThanOrEqual(1);
        // What eight in flight can send, the limit and what it fills by, whichever is least.
        const could = Math.min(3 * limit, limit + rate * now, (8 / latency) * now);
        expect(sent).toBeGreaterThan(0.85 * could - 10);
      }),
      { numRuns: 40 },
    );
  });

  it("is there as long as nobody tells of a limit", () => {
    const space = room();
    for (let i = 0; i < 100; i++) space.note({}, space.sent(i), i);
    expect(space.wait(100)).toBe(0);
  });
});
