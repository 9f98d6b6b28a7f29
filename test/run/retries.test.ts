import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/domain/failure.ts";
import { backoff } from "../../src/run/backoff.ts";
import { jitterOf } from "../../src/run/jitter.ts";
import { type Behaviour, begunBy, type Call, type Looped, looped, planOf } from "./loop.ts";

const failing = (kind: Failure["kind"], more: Partial<Failure> = {}): Behaviour => ({ failure: { kind, ...more } });
const attemptsOf = ({ calls }: Looped, id: string): Call[] => calls.filter((call) => call.id === id);
const ONE = planOf(1, { langs: ["ko"] });
const FIRST = "a/x p1.ko 1";

describe("a trial that fails", () => {
  it("is asked again after each back-off, until it is answered, each attempt with a line of its own", async () => {
    const run = await looped(ONE, (_, { attempt }) => (attempt < 3 ? failing("server") : {}));
    expect(run.lines.map((line) => line["tokenwon.attempt"])).toEqual([1, 2, 3]);
    expect(run.lines[2]).not.toHaveProperty("tokenwon.failure");
    const [first, second, third] = run.calls;
    expect(first).not.toHaveProperty("backoffMs");
    expect([second, third].map((call) => call?.backoffMs)).toEqual(
      [1, 2].map((attempt) => backoff({}, attempt, jitterOf(1, FIRST, attempt))?.ms),
    );
    for (const [before, after] of [
      [first, second],
      [second, third],
    ]) {
      expect(after?.from).toBe((before?.to ?? 0) + (after?.backoffMs ?? 0));
      expect(after).toMatchObject({ backoffWhy: "back-off", queuedMs: 0 });
    }
    expect(run.lines.map((line) => line["tokenwon.backoff_ms"])).toEqual([
      undefined,
      second?.backoffMs,
      third?.backoffMs,
    ]);
    expect(run.events.map((event) => event.event)).toEqual(["retry", "retry"]);
    expect(run.input.begun.over()).toBe(1);
  });

  it.each([1, 2, 5])("is asked at most so many times: %d", async (attempts) => {
    const run = await looped(ONE, () => failing("server"), { attempts });
    expect(run.calls.map(({ attempt }) => attempt)).toEqual(Array.from({ length: attempts }, (_, i) => i + 1));
    expect(run.input.begun.isOver(0)).toBe(true);
    expect(run.result).toEqual({ misses: [], stopped: undefined, givenUp: new Map() });
  });

  it("is not asked again where that cannot help", async () => {
    const run = await looped(ONE, () => failing("bad-request", { retry: false }));
    expect([run.calls.length, run.input.begun.isOver(0)]).toEqual([1, true]);
  });

  it("is asked again as late as the vendor asks", async () => {
    const run = await looped(ONE, (_, { attempt }) =>
      attempt === 1 ? failing("rate-limit", { retryAfterMs: 20_000 }) : {},
    );
    const [first, second] = run.calls;
    expect((second?.from ?? 0) - (first?.to ?? 0)).toBeGreaterThanOrEqual(20_000);
    expect((second?.from ?? 0) - (first?.to ?? 0)).toBeLessThanOrEqual(22_000);
    expect(second?.backoffWhy).toBe("hint");
  });

  it("holds no place while it waits, and goes before new ones when it is due", async () => {
    const run = await looped(
      planOf(20),
      ({ id }, { attempt }) => ({
        ms: 100,
        ...(id === FIRST && attempt === 1 ? { failure: { kind: "server" as const, retryAfterMs: 1000 } } : {}),
      }),
      { load: { concurrency: 1 } },
    );
    const [first, second] = attemptsOf(run, FIRST);
    const due = (first?.to ?? 0) + (second?.backoffMs ?? 0);
    const meanwhile = run.calls.filter(({ from }) => from >= (first?.to ?? 0) && from < due);
    expect(meanwhile.length).toBeGreaterThanOrEqual(10);
    // The one that is under way when it is due, at most.
    expect(second?.from).toBeLessThanOrEqual(due + 100);
    expect(second?.queuedMs).toBe((second?.from ?? 0) - due);
  });
});

describe("a target that asks to wait more than ten minutes", () => {
  const spent = failing("rate-limit", { retryAfterMs: 86_400_000 });

  it("is given up, and its trial is not over; others of its lane are not held for so long", async () => {
    const plan = planOf(10, { targets: ["a/x", "a/y"] });
    // Those that ask for too much come first, four at a time.
    const order = Uint32Array.from(plan, (_, i) => i).sort((a, b) => (a % 2) - (b % 2));
    const run = await looped(plan, ({ target }) => (target === "a/x" ? spent : {}), { order });
    expect([...run.result.givenUp]).toEqual([["a/x", "it asks to wait more than 10 minutes"]]);
    expect(run.input.begun.over()).toBe(20);
    expect(run.events.find(({ event }) => event === "hold")).toMatchObject({ ms: 5000 });
    expect(run.input.clock.now()).toBeLessThan(60_000);
  });

  it("is asked once more when the run goes on, which may be another day", async () => {
    const first = await looped(ONE, () => spent);
    expect(first.input.begun.over()).toBe(0);
    const again = await looped(ONE, () => ({}), { begun: begunBy(ONE, first.lines) });
    expect(again.calls).toMatchObject([{ attempt: 2, backoffWhy: "back-off" }]);
    expect(again.result.givenUp.size).toBe(0);
  });
});

describe("a request that no recording answers", () => {
  it("is told, and over; what follows a failure is not told", async () => {
    const run = await looped(
      2,
      ({ id }, { attempt }) =>
        id === FIRST ? { miss: `${id} ${attempt}` } : attempt === 2 ? { miss: "never asked again" } : failing("server"),
      { hopeless: "follow" },
    );
    expect(run.result.misses).toEqual([`${FIRST} 1`]);
    expect(run.input.begun.over()).toBe(4);
    expect(run.lines).toHaveLength(3);
  });

  it("is not missing where the recording of its target was followed to its end", async () => {
    const run = await looped(2, ({ id }) => (id === FIRST ? failing("auth", { retry: false }) : { miss: id }), {
      hopeless: "follow",
    });
    expect(run.result).toEqual({ misses: [], stopped: undefined, givenUp: new Map() });
  });

  it("is over where its recording says to wait for too long, and counted", async () => {
    let done = 0;
    const run = await looped(ONE, () => failing("rate-limit", { retryAfterMs: 1e9 }), {
      hopeless: "follow",
      onChange: ({ tallies }) => (done = tallies[0]?.standing(0, 1).done ?? 0),
    });
    expect([run.input.begun.over(), done]).toEqual([1, 1]);
  });
});
