import { describe, expect, it } from "vitest";
import type { Attempt } from "../../src/domain/attempt.ts";
import type { FailureKind } from "../../src/domain/failure.ts";
import { endsOf } from "../../src/run/ends.ts";
import { givingUp } from "../../src/run/giving-up.ts";
import { tally } from "../../src/run/tally.ts";
import { looped, planOf } from "./loop.ts";

const TWO = ["a/x", "b/y"];
const SAME_LANE = ["a/x", "a/y"];

describe.each([
  ["of another lane", TWO],
  ["of the same lane", SAME_LANE],
])("a target is given up, and one %s goes on", (_, targets) => {
  it.each<FailureKind>(["auth", "billing", "not-found"])("where no question can be answered: %s", async (kind) => {
    const plan = planOf(20, { targets });
    const run = await looped(plan, ({ target }) => (target === "a/x" ? { failure: { kind, retry: false } } : {}));
    expect([...run.result.givenUp]).toEqual([["a/x", `${kind}: it failed`]]);
    expect(run.result.stopped).toBeUndefined();
    const mine = run.lines.filter((line) => line["tokenwon.target"] === "a/x");
    expect(mine.length).toBeLessThanOrEqual(4);
    for (let i = 0; i < plan.length; i++) expect(run.input.begun.isOver(i)).toBe(plan.targetAt(i) !== "a/x");
    expect(run.events.filter(({ event }) => event === "target-stopped")).toEqual([
      { event: "target-stopped", target: "a/x", why: `${kind}: it failed` },
    ]);
  });

  it.each([4, 50])("where every request fails, within 20 calls (%d at a time)", async (concurrency) => {
    const run = await looped(
      planOf(60, { targets }),
      ({ target }) => (target === "a/x" ? { failure: { kind: "server" } } : {}),
      { load: { concurrency }, maxErrorRate: 0.5 },
    );
    expect([...run.result.givenUp]).toEqual([["a/x", "too many of its requests fail"]]);
    const calls = run.lines.map((line) => line["tokenwon.target"]);
    expect(calls.filter((target) => target === "a/x").length).toBeLessThanOrEqual(20);
    expect(calls.filter((target) => target !== "a/x")).toHaveLength(120);
  });
});

it("a target that fails now and then is asked to the end", async () => {
  let calls = 0;
  const run = await looped(30, () => (++calls % 3 === 0 ? { failure: { kind: "server" } } : {}), { maxErrorRate: 0.5 });
  expect(run.result.givenUp.size).toBe(0);
  expect(run.input.begun.over()).toBe(60);
});

it("what waits to be asked again does not hold the end of a run whose target was given up", async () => {
  const run = await looped(10, (_trial, _turn, now) =>
    now < 50 ? { failure: { kind: "server", retryAfterMs: 500_000 } } : { failure: { kind: "auth", retry: false } },
  );
  expect(run.result.givenUp.size).toBe(1);
  expect(run.input.clock.now()).toBeLessThan(1000);
});

it("what waits for room does not hold it either", async () => {
  const headers = {
    "x-ratelimit-limit-requests": "10",
    "x-ratelimit-remaining-requests": "0",
    "x-ratelimit-reset-requests": "1h",
  };
  let calls = 0;
  const run = await looped(10, () =>
    ++calls === 1 ? { headers } : { ms: 200, failure: { kind: "auth", retry: false } },
  );
  expect(run.result.givenUp.size).toBe(1);
  expect(run.input.clock.now()).toBeLessThan(1000);
});

it("with a share of 1 nothing is too many", async () => {
  const run = await looped(10, () => ({ failure: { kind: "server", retry: false } }));
  expect([run.result.givenUp.size, run.calls.length]).toEqual([0, 20]);
});

it("what the person broke off is no failure of a target", () => {
  const plan = planOf(1);
  const mine = tally("a/x", 2, 0);
  const input = { plan, maxErrorRate: 0.5, hopeless: "stop" as const, onEvent: () => undefined };
  const { look } = givingUp(input, () => mine, endsOf(plan.targets, new AbortController().signal));
  const failed = (kind: string): Attempt => ({ "tokenwon.failure": { kind } }) as unknown as Attempt;
  for (let i = 0; i < 20; i++) look("a/x", failed("aborted"));
  for (let i = 0; i < 9; i++) look("a/x", failed("server"));
  expect(mine.stopped()).toBeUndefined();
  look("a/x", failed("server"));
  expect(mine.stopped()).toBe("too many of its requests fail");
});

it("gives up nobody for what was lost on this side", async () => {
  let asked = 0;
  const { lines, result } = await looped(
    planOf(20),
    () => (asked++ < 20 ? { failure: { kind: "client", retry: true } } : {}),
    { load: { concurrency: 20 }, maxErrorRate: 0.5 },
  );
  expect(result.givenUp.size).toBe(0);
  expect(lines.length).toBe(60);
});
