import { describe, expect, it } from "vitest";
import type { Attempt } from "../../src/domain/attempt.ts";
import { begunBy, looped, planOf } from "./loop.ts";

const ONE = planOf(1, { langs: ["ko"] });

describe("a fault", () => {
  it("stops the run, and is thrown when nothing is under way any more", async () => {
    const lines: string[] = [];
    const events: unknown[] = [];
    let calls = 0;
    const broken = looped(
      20,
      () => {
        calls++;
        if (calls === 3) throw new Error("the third one");
        if (calls === 4) throw new Error("the fourth one");
        return { ms: 1000 };
      },
      {
        append: (line) => Promise.resolve(void lines.push(line["tokenwon.trial"] ?? "")),
        onEvent: (event) => void events.push(event),
      },
    );
    await expect(broken).rejects.toThrow("the third one");
    // What was under way then was written down all the same.
    expect([calls, lines.length]).toEqual([3, 2]);
    expect(events).toContainEqual({ event: "stop", why: "fault" });
  });

  it("of whoever writes stops the run as well, and what was asked is paid for", async () => {
    let appended = 0;
    const used: unknown[] = [];
    const broken = looped(20, () => ({}), {
      append: () => (++appended === 2 ? Promise.reject(new Error("no space left")) : Promise.resolve()),
      onChange: ({ tallies }) => used.push(tallies[0]?.standing(0, 1).inFlight),
    });
    await expect(broken).rejects.toThrow("no space left");
    expect(appended).toBeLessThanOrEqual(6);
    expect(used.at(-1)).toBe(0);
  });

  it("of the clock is thrown, and what waited to be asked again is not over", async () => {
    const { lines, input } = await looped(ONE, () => ({ failure: { kind: "server" } }), { attempts: 1 });
    const mine = begunBy(ONE, []);
    const broken = looped(ONE, () => ({}), {
      begun: mine,
      ask: () => Promise.resolve(lines[0] as Attempt),
      clock: { ...input.clock, sleep: () => Promise.reject(new Error("no timer")) },
      during: (work) => work(),
    });
    await expect(broken).rejects.toThrow("no timer");
    expect(mine.over()).toBe(0);
  });

  it("of several is told by the first, and nothing more is asked, not even in the place that it leaves", async () => {
    let [asked, appended] = [0, 0];
    const broken = looped(
      20,
      () => {
        asked++;
        return { ms: 100 };
      },
      { append: () => Promise.reject(new Error(`fault ${++appended}`)) },
    );
    await expect(broken).rejects.toThrow("fault 1");
    expect([asked, appended]).toEqual([4, 4]);
  });

  it("of whoever is told of a wait for room is thrown, and what waited is not over", async () => {
    const headers = {
      "x-ratelimit-limit-requests": "10",
      "x-ratelimit-remaining-requests": "0",
      "x-ratelimit-reset-requests": "1m",
    };
    const plan = planOf(20);
    const mine = begunBy(plan, []);
    let asked = 0;
    const broken = looped(
      plan,
      () => {
        asked++;
        return { headers };
      },
      {
        begun: mine,
        onEvent: ({ event }) => {
          if (event === "hold") throw new Error("nobody listens");
        },
      },
    );
    await expect(broken).rejects.toThrow("nobody listens");
    expect(mine.over()).toBe(asked);
  });

  it("of a plan that has no such trial is no endless wait", async () => {
    await expect(looped(planOf(1), () => ({}), { order: Uint32Array.of(0, 1, 2) })).rejects.toThrow(RangeError);
  });
});
