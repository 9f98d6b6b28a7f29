import { expect, it } from "vitest";
import type { Attempt } from "../../src/domain/attempt.ts";
import { budget } from "../../src/run/budget.ts";
import type { Standing } from "../../src/run/standing.ts";
import { standingOf } from "../../src/run/standing-of.ts";
import { tally } from "../../src/run/tally.ts";
import { begunBy, looped, planOf } from "./loop.ts";

const answer = (ttft: number, tpot: number): Attempt =>
  ({ "tokenwon.ttft_ms": ttft, "tokenwon.tpot_ms": tpot }) as unknown as Attempt;

it("a tally counts what is over, under way, failed and waited for", () => {
  const one = tally("a/x", 10, 3);
  one.began();
  one.began();
  one.ended(undefined);
  one.over();
  const done = one.waits("hint", 900);
  one.waits("back-off", 500);
  expect(one.standing(100, 7)).toEqual({
    target: "a/x",
    done: 4,
    total: 10,
    inFlight: 1,
    limit: 7,
    waiting: { trials: 2, why: "hint", ms: 800 },
    ttftMs: undefined,
    tokensPerSecond: undefined,
    failures: 0,
    stopped: undefined,
  });
  done();
  expect(one.standing(600, 7).waiting).toEqual({ trials: 1, why: "back-off", ms: 0 });
  one.stop("first");
  one.stop("second");
  expect(one.stopped()).toBe("first");
});

it("a tally counts what the person broke off as no failure", () => {
  const one = tally("a/x", 10, 0);
  const failed = (kind: string): Attempt => ({ "tokenwon.failure": { kind } }) as unknown as Attempt;
  for (const kind of ["aborted", "server", "auth", "aborted"]) one.ended(failed(kind));
  expect(one.standing(0, 1).failures).toBe(2);
});

it("a tally tells the medians of the last hundred answers", () => {
  const one = tally("a/x", 1, 0);
  for (let i = 0; i < 100; i++) one.ended(answer(9000, 1000));
  for (let i = 1; i <= 100; i++) one.ended(answer(i, 20));
  expect(one.standing(0, 1)).toMatchObject({ ttftMs: 51, tokensPerSecond: 50 });
});

it("says how far a run is at every change, and how long the rest takes", async () => {
  const plan = planOf(10, { targets: ["a/x", "b/y"] });
  const seen: Standing[] = [];
  const run = await looped(
    plan,
    ({ target }) => (target === "a/x" ? {} : { failure: { kind: "auth", retry: false } }),
    {
      onChange: (state) =>
        seen.push(
          standingOf(plan, state, { now: seen.length * 10, started: 0, before: 0, budget: budget({ usd: 5 }) }),
        ),
    },
  );
  const last = seen.at(-1);
  expect(last?.targets).toMatchObject([
    { target: "a/x", done: 20, total: 20, inFlight: 0, failures: 0, stopped: undefined },
    { target: "b/y", done: 0, total: 20, inFlight: 0, stopped: "auth: it failed" },
  ]);
  // Nothing is left of a target that was given up.
  expect(last).toMatchObject({ leftMs: 0, usd: 0, budgetUsd: 5 });
  expect(seen[0]).toMatchObject({ leftMs: undefined });
  const half = seen.find(({ targets }) => targets[0]?.done === 10 && targets[1]?.stopped !== undefined);
  expect(half?.leftMs).toBeCloseTo(half?.elapsedMs ?? 0, 6);
  expect(run.input.begun.over()).toBe(20);
});

it("says who waits to be asked again, and no longer than they do", async () => {
  const seen: unknown[] = [];
  await looped(
    planOf(1, { langs: ["ko"] }),
    (_, { attempt }) => (attempt === 1 ? { failure: { kind: "server", retryAfterMs: 500 } } : {}),
    {
      onChange: ({ tallies }) => seen.push(tallies[0]?.standing(0, 1).waiting),
    },
  );
  expect(seen).toContainEqual(expect.objectContaining({ trials: 1, why: "hint" }));
  expect(seen.at(-1)).toBeUndefined();
});

it("begins with what was done before", async () => {
  const plan = planOf(2);
  const first = await looped(plan, () => ({}));
  const done: (number | undefined)[] = [];
  await looped(plan, () => ({}), {
    begun: begunBy(plan, first.lines.slice(0, 3)),
    onChange: ({ tallies }) => done.push(tallies[0]?.standing(0, 1).done),
  });
  expect([done[0], done.at(-1)]).toEqual([3, 4]);
});

it("goes on counting where a run goes on, but not the speed of what was done before", () => {
  const plan = planOf(10);
  const state = { tallies: [tally("a/x", 20, 12)], limitOf: () => 4 };
  const clockwork = { now: 500, started: 100, before: 12, budget: undefined };
  expect(standingOf(plan, state, clockwork)).toMatchObject({ elapsedMs: 400, leftMs: undefined, usd: undefined });
  for (let i = 0; i < 4; i++) state.tallies[0]?.over();
  expect(standingOf(plan, state, clockwork)).toMatchObject({ leftMs: 400, targets: [{ done: 16 }] });
});
