import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Level } from "../../src/run/rate-headers.ts";
import { type Room, room } from "../../src/run/room.ts";
import { asked, type Crowd } from "./bucket-server.ts";

const level = (remaining: number, resetMs: number, limit = 10): { readonly requests: Level } => ({
  requests: { limit, remaining, resetMs },
});
/** Sends so many at a moment, and answers the last one's ticket. */
function sendAll(space: Room, count: number, now: number): number {
  let ticket = 0;
  for (let i = 0; i < count; i++) ticket = space.sent(now);
  return ticket;
}

const crowd = fc
  .record({
    limit: fc.integer({ min: 1, max: 200 }),
    perSecond: fc.double({ min: 0.2, max: 30, noNaN: true }),
    headersMs: fc.integer({ min: 0, max: 2000 }),
    streamMs: fc.integer({ min: 1, max: 8000 }),
    takes: fc.constantFrom(1, 1, 7, 40),
  })
  .map(({ limit, perSecond, headersMs, streamMs, takes }): Crowd => {
    const answerMs = headersMs + streamMs;
    // Enough under way for twice the rate: what holds it back is the vendor's limit alone.
    const concurrency = Math.ceil(((2 * perSecond) / 1000) * answerMs) + 4;
    const forMs = Math.ceil(2 * answerMs + (250 * 1000) / perSecond);
    return { limit: limit * takes, perSecond: perSecond * takes, headersMs, answerMs, concurrency, takes, forMs };
  });

describe("a vendor's limit", () => {
  it("is never overrun by those who wait, and used to nine tenths at least where it holds what fills unseen", () => {
    fc.assert(
      fc.property(crowd, (one) => {
        const { overrun, sent } = asked(one);
        expect(overrun).toBe(0);
        // What fills between a call and its headers is known of only afterwards: a limit that holds little more loses some of it.
        const perMs = one.perSecond / one.takes / 1000;
        if (one.limit / one.takes < 12 + perMs * one.headersMs) return;
        // The first one is waited for, and the last may be due just after the end.
        expect(sent + 1).toBeGreaterThanOrEqual(0.9 * perMs * (one.forMs - one.answerMs));
      }),
      { numRuns: 40 },
    );
  });

  it("is not taken for used by the time that an answer takes after its headers", () => {
    const slow = {
      limit: 10,
      perSecond: 2,
      headersMs: 200,
      answerMs: 30_000,
      concurrency: 100,
      takes: 1,
      forMs: 300_000,
    };
    const { overrun, sent, most } = asked(slow);
    expect(overrun).toBe(0);
    expect(sent).toBeGreaterThan(500);
    expect(most).toBeGreaterThan(50);
  });
});

describe("room", () => {
  it("is there while nobody knows of a limit", () => {
    const space = room();
    const ticket = sendAll(space, 100, 0);
    expect(space.wait(0)).toBe(0);
    space.note({}, ticket, 5);
    expect(space.wait(5)).toBe(0);
  });

  it("is waited for as long as the limit takes to fill", () => {
    const space = room();
    space.note(level(0, 10_000, 10), space.sent(0), 0);
    // 9 of 10 at least come back within 10 s.
    expect(space.wait(0)).toBeCloseTo(10_000 / 9, 6);
    expect(space.wait(1000)).toBeCloseTo(10_000 / 9 - 1000, 6);
    expect(space.wait(1112)).toBe(0);
  });

  it("is taken by what was sent after the answered one", () => {
    const space = room();
    const ticket = space.sent(0);
    sendAll(space, 5, 0);
    space.note(level(5, 6000), ticket, 0);
    expect(space.wait(0)).toBeGreaterThan(0);
    const later = room();
    later.note(level(5, 6000), sendAll(later, 6, 0), 0);
    expect(later.wait(0)).toBe(0);
  });

  it("is known from the latest attempt, whichever is answered last", () => {
    const space = room();
    const [first, second] = [space.sent(0), space.sent(0)];
    space.note(level(8, 2000), second, 10);
    space.note(level(0, 10_000), first, 20);
    expect(space.wait(20)).toBe(0);
  });

  it("of each limit is known from the latest attempt that told of it", () => {
    const space = room();
    const tokens = (remaining: number): { readonly tokens: Level } => ({
      tokens: { limit: 1000, remaining, resetMs: 60_000 },
    });
    space.took({ input: 100, output: 0 });
    const [first, second, third] = [space.sent(0), space.sent(0), space.sent(0)];
    space.note(tokens(900), first, 0);
    space.note(level(7, 3000), third, 0);
    expect(space.wait(0)).toBe(0);
    // The third has taken 100 of these as well.
    space.note(tokens(150), second, 0);
    expect(space.wait(0)).toBeCloseTo(50 / (849 / 60_000), 6);
  });

  it("comes back by itself where no answer brings another level", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 60_000 }),
        fc.nat(200),
        (limit, resetMs, count) => {
          const space = room();
          space.note(level(limit - 1, resetMs, limit), space.sent(0), 0);
          sendAll(space, count, 10);
          expect(space.wait(10 + resetMs * (count + 2))).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("is known by the last five thousand attempts where a server falls silent about a limit", () => {
    const silent = (remaining: number): number => {
      const space = room();
      const told = space.sent(0);
      space.note(level(9999, 1000, 10_000), told, 0);
      space.note({}, sendAll(space, 6000, 0), 0);
      space.note(level(remaining, 1000, 10_000), told, 0);
      return space.wait(0);
    };
    expect(silent(5001)).toBe(0);
    expect(silent(4999)).toBeGreaterThan(0);
  });

  it("is known of a limit that is full by how fast it filled before", () => {
    const space = room();
    space.note(level(0, 10_000), space.sent(0), 0);
    const ticket = space.sent(20_000);
    space.note(level(10, 0), ticket, 20_000);
    sendAll(space, 10, 20_000);
    expect(space.wait(20_000)).toBeCloseTo(10_000 / 9, 6);
  });

  it("is that of tokens by what attempts took so far, and never more than the limit holds", () => {
    const space = room();
    const tokens = (remaining: number): { readonly tokens: Level } => ({
      tokens: { limit: 1000, remaining, resetMs: 60_000 },
    });
    space.took({ input: 100, output: 300 });
    space.note(tokens(400), space.sent(0), 0);
    expect(space.wait(0)).toBe(0);
    space.note(tokens(300), space.sent(0), 0);
    expect(space.wait(0)).toBeCloseTo(100 / (699 / 60_000), 6);
    for (let i = 0; i < 50; i++) space.took({ input: 5000, output: 5000 });
    expect(space.wait(200_000)).toBe(0);
  });
});
