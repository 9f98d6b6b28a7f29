import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AdaptiveLimit, adaptiveLimit } from "../../src/run/adaptive-limit.ts";

/** A round: as many answers as the limit was, each while all of it was in use. */
function round(limit: AdaptiveLimit): number {
  for (let left = limit.value(); left > 0; left--) limit.answered(limit.value());
  return limit.value();
}

describe("the limit of attempts at a time", () => {
  it("doubles with every round until the first refusal, then grows by one a round", () => {
    const limit = adaptiveLimit({ start: 4, most: 100 });
    expect([round(limit), round(limit), round(limit)]).toEqual([8, 16, 32]);
    expect(limit.refused("rate-limit", 10, 20)).toEqual({ from: 32, to: 22, why: "rate-limit" });
    expect([round(limit), round(limit), round(limit)]).toEqual([23, 24, 25]);
  });

  it("says each change once, and nothing where nothing changes", () => {
    const limit = adaptiveLimit({ start: 1, most: 2 });
    expect(limit.answered(1)).toEqual({ from: 1, to: 2, why: "slow start" });
    expect(limit.answered(2)).toBeUndefined();
    expect(limit.refused("overloaded", 1, 2)).toEqual({ from: 2, to: 1, why: "overloaded" });
    expect(limit.refused("overloaded", 3, 4)).toBeUndefined();
    expect(limit.answered(1)).toEqual({ from: 1, to: 2, why: "growth" });
  });

  it("is cut once for an episode: refusals of what began before the cut cut nothing", () => {
    const limit = adaptiveLimit({ start: 10, most: 10 });
    limit.refused("rate-limit", 5, 100);
    expect(limit.value()).toBe(7);
    for (const calledAt of [1, 50, 100]) limit.refused("rate-limit", calledAt, 120);
    expect(limit.value()).toBe(7);
    limit.refused("rate-limit", 101, 130);
    expect(limit.value()).toBe(4);
  });

  it("grows only when all of it was in use", () => {
    for (const cut of [false, true]) {
      const limit = adaptiveLimit({ start: 8, most: 99 });
      if (cut) limit.refused("rate-limit", 0, 1);
      const before = limit.value();
      for (let i = 0; i < 100; i++) limit.answered(before - 1);
      expect(limit.value()).toBe(before);
      for (let i = 0; i < before; i++) limit.answered(before);
      expect(limit.value()).toBeGreaterThan(before);
    }
  });

  it("begins a new round of answers after each cut", () => {
    const limit = adaptiveLimit({ start: 10, most: 99 });
    limit.refused("rate-limit", 0, 1);
    for (let i = 0; i < 6; i++) limit.answered(7);
    limit.refused("rate-limit", 2, 3);
    expect(limit.value()).toBe(4);
    for (let i = 0; i < 3; i++) limit.answered(4);
    expect(limit.value()).toBe(4);
    limit.answered(4);
    expect(limit.value()).toBe(5);
  });

  it("is a whole number from 1 to the most, whatever happens, and steps up by one at most", () => {
    const step = fc.oneof(
      fc.record({ inFlight: fc.nat(80) }),
      fc.record({ ago: fc.nat(20), why: fc.constantFrom("rate-limit" as const, "overloaded" as const) }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.array(step, { maxLength: 200 }),
        (start, most, steps) => {
          const limit = adaptiveLimit({ start, most });
          steps.forEach((one, now) => {
            const from = limit.value();
            const change = "ago" in one ? limit.refused(one.why, now - one.ago, now) : limit.answered(one.inFlight);
            const to = limit.value();
            expect(Number.isInteger(to) && to >= 1 && to <= most).toBe(true);
            expect([from, from + 1, Math.max(1, Math.floor(from * 0.7))]).toContain(to);
            expect(change === undefined ? from : change.to).toBe(to);
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});
