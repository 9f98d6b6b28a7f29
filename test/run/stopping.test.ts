import { describe, expect, it } from "vitest";
import { looped } from "./loop.ts";

/** Aborts when so many calls were begun. */
function afterCalls(count: number, reason?: unknown): { readonly signal: AbortSignal; readonly count: () => void } {
  const stop = new AbortController();
  let calls = 0;
  return {
    signal: stop.signal,
    count: () => {
      if (++calls === count) stop.abort(reason);
    },
  };
}

describe("a run that is stopped", () => {
  it.each<readonly [string, unknown, string]>([
    ["by the person", new DOMException("stop", "AbortError"), "interrupted"],
    ["without a reason", undefined, "interrupted"],
    ["by anything else", "Ctrl+C", "interrupted"],
    ["by its time", new DOMException("too long", "TimeoutError"), "max-duration"],
  ])("begins nothing more, waits for what is under way, and says why: %s", async (_, reason, why) => {
    const { signal, count } = afterCalls(10, reason);
    const run = await looped(
      40,
      () => {
        count();
        return { failure: { kind: "server" } };
      },
      { signal },
    );
    expect(run.result.stopped).toBe(why);
    // What is under way is broken off by whoever asks, and written down.
    expect(
      run.lines.map((line) => line["tokenwon.failure"]?.kind).filter((kind) => kind === "aborted").length,
    ).toBeGreaterThan(0);
    expect(run.lines).toHaveLength(10);
    expect(run.events.filter(({ event }) => event === "stop")).toEqual([{ event: "stop", why }]);
    expect(run.input.spending.budget.reserved()).toBe(0);
  });

  it("before it begins asks nothing", async () => {
    const run = await looped(5, () => ({}), { signal: AbortSignal.abort() });
    expect([run.result.stopped, run.calls]).toEqual(["interrupted", []]);
  });

  it.each<readonly [string, object]>([
    ["in an open loop", { load: { concurrency: 2, rate: { perSecond: 0.001, kind: "constant" } } }],
    ["while all wait to be asked again", {}],
  ])("ends at once %s", async (_, more) => {
    const stop = new AbortController();
    const run = await looped(
      3,
      (_trial, _turn, now) => {
        if (now >= 15 || "load" in more) setImmediate(() => stop.abort());
        return { ms: 1, failure: { kind: "server", retryAfterMs: 400_000 } };
      },
      { signal: stop.signal, ...more },
    );
    expect(run.result.stopped).toBe("interrupted");
    expect(run.input.clock.now()).toBeLessThan(2000);
  });

  it("is no fault where whoever asks throws the reason of the stop", async () => {
    const stop = new AbortController();
    const run = await looped(20, () => ({}), {
      signal: stop.signal,
      ask: () => {
        stop.abort();
        return Promise.reject(stop.signal.reason as Error);
      },
    });
    expect([run.result.stopped, run.lines]).toEqual(["interrupted", []]);
  });

  it("leaves what was broken off to be asked again", async () => {
    const { signal, count } = afterCalls(5);
    const run = await looped(
      10,
      () => {
        count();
        return {};
      },
      { signal },
    );
    const answered = run.lines.filter((line) => line["tokenwon.failure"] === undefined).length;
    expect(run.input.begun.over()).toBe(answered);
    expect(answered).toBeLessThan(5);
  });
});
