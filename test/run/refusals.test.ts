import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/domain/failure.ts";
import { type Behaviour, looped, planOf } from "./loop.ts";

const failing = (kind: Failure["kind"], more: Partial<Failure> = {}): Behaviour => ({ failure: { kind, ...more } });

describe("refusals", () => {
  it("cut what the lane allows once for those that were under way together", async () => {
    const { events } = await looped(planOf(2), (_, { attempt }) => (attempt === 1 ? failing("overloaded") : {}));
    expect(events.find(({ event }) => event === "limit")).toMatchObject({ from: 4, to: 2, why: "overloaded" });
    expect(events.filter((event) => event.event === "limit" && event.why === "overloaded")).toHaveLength(1);
  });

  it("of three in a row hold the lane as long as the vendor asks", async () => {
    const run = await looped(planOf(8), (_trial, _turn, now) =>
      now < 200 ? failing("rate-limit", { retryAfterMs: 8000 }) : {},
    );
    const hold = run.events.find(({ event }) => event === "hold");
    expect(hold).toMatchObject({ lane: "a", ms: 8000, why: "3 refusals in a row" });
    const third = run.calls[2]?.to ?? 0;
    expect(run.calls.filter(({ from }) => from > third && from < third + 8000)).toEqual([]);
    expect(run.input.begun.over()).toBe(16);
  });

  it("are told with every change of the limit that comes of them", async () => {
    const { events, calls } = await looped(
      planOf(40),
      (_trial, _turn, now) => (now < 3000 ? failing("rate-limit", { retryAfterMs: 2000 }) : {}),
      { load: { concurrency: 8 }, attempts: 5 },
    );
    expect(calls.filter(({ from }) => from < 3000).length).toBeLessThan(20);
    const limits = events.filter((each) => each.event === "limit");
    expect(limits.map(({ from }) => from)).toEqual([4, ...limits.slice(0, -1).map(({ to }) => to)]);
    expect(new Set(limits.map(({ why }) => why))).toEqual(new Set(["rate-limit", "growth"]));
  });

  it("with an answer between them hold nothing", async () => {
    let calls = 0;
    const run = await looped(12, () => (++calls % 3 === 0 ? {} : failing("rate-limit", { retry: false })));
    expect(run.events.filter(({ event }) => event === "hold")).toEqual([]);
  });
});
