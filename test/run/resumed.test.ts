import fc from "fast-check";
import { expect, it } from "vitest";
import type { Attempt } from "../../src/domain/attempt.ts";
import { jitterOf } from "../../src/run/jitter.ts";
import { type Behaviour, begunBy, looped, planOf } from "./loop.ts";

/** What comes of an attempt depends on the trial and on which attempt it is, and on nothing else. */
const fated =
  (seed: number) =>
  ({ id }: { readonly id: string }, { attempt }: { readonly attempt: number }): Behaviour => {
    const random = jitterOf(seed, id, attempt);
    const [chance, ms] = [random(), Math.ceil(random() * 300)];
    if (chance < 0.3) return { ms, failure: { kind: "server" } };
    if (chance < 0.45) return { ms, failure: { kind: "rate-limit", retryAfterMs: random() * 3000 } };
    if (chance < 0.5) return { ms, failure: { kind: "bad-request", retry: false } };
    return { ms };
  };

/** Numbers of the attempts of each trial, without those that were broken off. */
function attemptsIn(lines: readonly Attempt[]): ReadonlyMap<string, readonly number[]> {
  const byTrial = new Map<string, number[]>();
  for (const line of lines) {
    if (line["tokenwon.failure"]?.kind === "aborted") continue;
    const id = line["tokenwon.trial"] ?? "";
    byTrial.set(id, [...(byTrial.get(id) ?? []), line["tokenwon.attempt"]]);
  }
  return new Map([...byTrial].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

it("a run that is stopped or killed and goes on, however often, asks the same as one that never was", async () => {
  const shape = fc.record({
    seed: fc.integer(),
    concurrency: fc.integer({ min: 1, max: 12 }),
    attempts: fc.integer({ min: 1, max: 4 }),
    stops: fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 3 }),
    open: fc.boolean(),
    killed: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(shape, async ({ seed, concurrency, attempts, stops, open, killed }) => {
      const plan = planOf(6, { targets: ["a/x", "a/y", "b/z"] });
      const rate = open ? { rate: { perSecond: 30, kind: "poisson" as const } } : {};
      const more = { attempts, seed, load: { concurrency, ...rate } };
      const whole = await looped(plan, fated(seed), more);
      const lines: Attempt[] = [];
      for (const last of [...stops, Number.POSITIVE_INFINITY]) {
        const stop = new AbortController();
        let calls = 0;
        const behave = fated(seed);
        const begun = begunBy(plan, lines, attempts);
        await looped(
          plan,
          (trial, turn) => {
            if (++calls === last) setImmediate(() => stop.abort());
            return behave(trial, turn);
          },
          {
            ...more,
            signal: stop.signal,
            begun,
            // What ends after the process was killed is not written.
            append: (line) => {
              if (!(killed && stop.signal.aborted)) lines.push(line);
              return Promise.resolve();
            },
          },
        );
      }
      const together = attemptsIn(lines);
      expect(together).toEqual(attemptsIn(whole.lines));
      expect(together.size).toBe(plan.length);
      for (const numbers of together.values()) expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    }),
    { numRuns: 40 },
  );
});

it("every prefix of a log is gone on from, and every suffix of the work is done once", async () => {
  const plan = planOf(4);
  const whole = await looped(plan, fated(5));
  for (let cut = 0; cut <= whole.lines.length; cut++) {
    const before = whole.lines.slice(0, cut);
    const after = await looped(plan, fated(5), { begun: begunBy(plan, before) });
    expect(attemptsIn([...before, ...after.lines])).toEqual(attemptsIn(whole.lines));
  }
});

it("the wait before an attempt is the same, wherever the run was stopped", async () => {
  const plan = planOf(6);
  const waits = ({ lines }: { readonly lines: readonly Attempt[] }): unknown[] =>
    lines.map((line) => [line["tokenwon.trial"], line["tokenwon.attempt"], line["tokenwon.backoff_ms"]]).toSorted();
  const whole = await looped(plan, fated(2));
  const before = whole.lines.slice(0, 7);
  const after = await looped(plan, fated(2), { begun: begunBy(plan, before) });
  expect(waits({ lines: [...before, ...after.lines] })).toEqual(waits(whole));
});

it("what is no attempt of the plan, or says nothing, is nobody's", () => {
  const plan = planOf(1);
  const line = (trial: string, kind?: string): Attempt =>
    ({
      "tokenwon.trial": trial,
      "tokenwon.attempt": 1,
      ...(kind === undefined ? {} : { "tokenwon.failure": { kind, retry: false } }),
    }) as unknown as Attempt;
  const begun = begunBy(plan, [line("a/x p9.ko 1"), line("a/x p1.ko 1", "aborted"), line("a/x p1.en 1", "auth")]);
  expect([begun.over(), begun.isOver(0), begun.isOver(1), begun.lastOf(0)]).toEqual([0, false, false, undefined]);
  begun.finish(0);
  begun.finish(0);
  expect(begun.over()).toBe(1);
});
