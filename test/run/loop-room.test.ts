import { describe, expect, it } from "vitest";
import type { RunEvent } from "../../src/run/events.ts";
import { type Behaviour, looped, planOf } from "./loop.ts";

/** A vendor with a token bucket of requests, which says what is left. */
function vendor(limit: number, perSecond: number, ms: () => number) {
  let [level, at, refused] = [limit, 0, 0];
  const behave = (_trial: unknown, _turn: unknown, now: number): Behaviour => {
    level = Math.min(limit, level + ((now - at) * perSecond) / 1000);
    at = now;
    const passes = level >= 1 - 1e-6;
    if (passes) level--;
    else refused++;
    const headers = {
      "x-ratelimit-limit-requests": String(limit),
      "x-ratelimit-remaining-requests": String(Math.max(0, Math.floor(level + 1e-6))),
      "x-ratelimit-reset-requests": `${Math.ceil(((limit - level) / perSecond) * 1000)}ms`,
    };
    const answerMs = ms();
    return {
      ms: answerMs,
      headers,
      headersMs: Math.min(100, answerMs),
      ...(passes ? {} : { failure: { kind: "rate-limit" as const } }),
    };
  };
  return { behave, refused: () => refused };
}
const holds = (events: readonly RunEvent[]): RunEvent[] => events.filter(({ event }) => event === "hold");

describe("the limits of a vendor", () => {
  it.each<readonly [string, (call: number) => number]>([
    ["that are all equally long", () => 1000],
    ["of any length", (call) => 200 + ((call * 389) % 2000)],
  ])("are kept with many under way, and used, by answers %s", async (_, ms) => {
    let calls = 0;
    const { behave, refused } = vendor(20, 10, () => ms(calls++));
    const run = await looped(100, behave, { load: { concurrency: 50 } });
    expect(refused()).toBe(0);
    expect(run.lines).toHaveLength(200);
    // 20 at once and 10 a second: 18 s at least, and the last answer.
    expect(run.input.clock.now()).toBeLessThan(18_000 / 0.9 + 2200);
    expect(holds(run.events)[0]).toMatchObject({ lane: "a", why: "rate-limit headers" });
  });

  it("are taken by one of those whose turn comes at the same moment", async () => {
    // A slow start of four at one moment, and from then on room for one a second.
    const { behave, refused } = vendor(5, 1, () => 700);
    const run = await looped(10, behave, { load: { concurrency: 10 } });
    expect(refused()).toBe(0);
    expect(run.lines).toHaveLength(20);
  });

  it("are used while answers take longer than the limit takes to fill", async () => {
    const { behave, refused } = vendor(10, 2, () => 30_000);
    const run = await looped(100, behave, { load: { concurrency: 100, rate: { perSecond: 50, kind: "constant" } } });
    // All of the first 30 s come before anybody knows of a limit.
    const late = run.calls.filter(({ from }) => from >= 30_000).map(({ from }) => from);
    const span = (Math.max(...late) - Math.min(...late)) / 1000;
    expect(refused()).toBeGreaterThan(0);
    expect(late.length).toBeGreaterThan(50);
    expect(late.length).toBeGreaterThanOrEqual(1.8 * span);
  });

  it("are those of a lane alone", async () => {
    const { behave } = vendor(4, 0.1, () => 50);
    const plan = planOf(4, { targets: ["a/x", "b/y"] });
    const run = await looped(plan, (trial, turn, now) => (trial.target === "a/x" ? behave(trial, turn, now) : {}));
    const others = run.calls.filter(({ id }) => id.startsWith("b/y"));
    expect(Math.max(...others.map(({ to }) => to))).toBeLessThan(1000);
    expect(run.lines).toHaveLength(16);
  });

  it("are no latency: a call begins when the wait is over, and is late by it in an open loop", async () => {
    const { behave } = vendor(4, 1, () => 10);
    const run = await looped(5, behave, { load: { concurrency: 10, rate: { perSecond: 20, kind: "constant" } } });
    const calls = run.calls.toSorted((a, b) => a.from - b.from);
    expect(calls.map(({ from, to }) => to - from)).toEqual(calls.map(() => 10));
    expect(calls.map(({ queuedMs }, i) => Math.round((calls[i]?.from ?? 0) - (queuedMs ?? 0)))).toEqual(
      calls.map((_, i) => i * 50),
    );
    expect(calls.at(-1)?.queuedMs).toBeGreaterThan(4000);
  });

  it("that nobody would wait for are left to the vendor to say", async () => {
    const headers = {
      "x-ratelimit-limit-requests": "100",
      "x-ratelimit-remaining-requests": "0",
      "x-ratelimit-reset-requests": "1790000000",
    };
    const run = await looped(10, () => ({ headers }));
    expect([run.lines.length, run.input.clock.now() < 10_000]).toEqual([20, true]);
  });
});
