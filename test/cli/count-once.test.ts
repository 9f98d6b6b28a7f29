import { describe, expect, it } from "vitest";
import { countOnce } from "../../src/cli/live/count-once.ts";
import type { Counter } from "../../src/cli/live/counter.ts";
import { providerOf } from "../../src/provider/index.ts";
import { inFlight } from "../../src/run/in-flight.ts";
import { liveTransport } from "../../src/transport/live.ts";

const counter = (answer: () => Promise<number>): Counter => ({
  place: {
    target: "anthropic/claude-x",
    model: "claude-x",
    entry: providerOf("anthropic"),
    api: "messages",
    baseUrl: undefined,
    apiKey: "planted-key-0123",
  },
  count: answer,
  describe: () => ({ status: 429, message: "slow down, planted-key-0123", retryAfterMs: 30_000 }),
});

/** Time that passes as soon as somebody waits for it; a request's own patience never runs out. */
function jumpingClock(): { waits: number[]; now: () => number; after: (ms: number, what: () => void) => () => void } {
  const waits: number[] = [];
  return {
    waits,
    now: () => 0,
    after: (ms, what) => {
      if (ms !== 60_000) {
        waits.push(ms);
        queueMicrotask(what);
      }
      return () => undefined;
    },
  };
}

describe("countOnce", () => {
  it("waits as long as it is told to, five times, and then gives up without the key", async () => {
    const clock = jumpingClock();
    const live = liveTransport({ now: clock.now });
    const means = { live, clock, signal: new AbortController().signal };
    let asked = 0;
    const busy = counter(() => {
      asked++;
      return Promise.reject(new Error("429"));
    });
    const failure = await countOnce(busy, "가", means).catch((error: unknown) => error);
    await live.close();
    expect(failure).toMatchObject({ kind: "incomplete", fix: "Ask again in 30 s." });
    expect(String(failure)).toMatch(/HTTP 429.*\[redacted\]/);
    expect([asked, clock.waits]).toEqual([6, Array.from({ length: 5 }, () => 30_000)]);
  });

  it("takes no answer without a count for one", async () => {
    const clock = jumpingClock();
    const live = liveTransport({ now: clock.now });
    const means = { live, clock, signal: new AbortController().signal };
    const empty = counter(() => Promise.resolve(undefined as unknown as number));
    await expect(countOnce(empty, "가", means)).rejects.toThrow("The answer holds no count.");
    await live.close();
  });
});

describe("inFlight", () => {
  it("keeps at most so many under way, begins none after a failure, and waits for the rest", async () => {
    let under = 0;
    let most = 0;
    const done: number[] = [];
    const items = Array.from({ length: 20 }, (_, i) => i);
    const work = async (item: number): Promise<void> => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, item === 9 ? 20 : 2));
      under--;
      if (item === 8) throw new Error("eight");
      done.push(item);
    };
    await expect(inFlight(items, 4, work)).rejects.toThrow("eight");
    expect([most, under]).toEqual([4, 0]);
    expect(done).toContain(9);
    expect(Math.max(...done)).toBeLessThan(13);
  });
});
