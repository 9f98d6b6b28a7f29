import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attempt } from "../../src/domain/attempt.ts";
import { casePlan, type TrialPlan } from "../../src/plan/trials.ts";
import { jitterOf } from "../../src/run/jitter.ts";
import { type Behaviour, begunBy, type Looped, looped } from "./loop.ts";

const TARGETS = ["a/x", "a/y", "b/z"];

/** Cases of which the even ones are followed, in three ways, up to three answers each. */
function planOf(cases: number, targets: readonly string[] = TARGETS, answers = 3): TrialPlan {
  return casePlan({
    suite: { name: "s" },
    targets,
    cases: Array.from({ length: cases }, (_, i) => ({
      name: `c${i}.ko`,
      pair: `c${i}`,
      lang: "ko" as const,
      question: { messages: [{ role: "user" as const, text: "물음" }], maxOutputTokens: 50, stream: false },
    })),
    followed: {
      ways: ["again", "message", "other"],
      answers,
      isFollowed: (name) => Number(name.slice(1, -3)) % 2 === 0,
      targetOf: (way, target) =>
        way === "other" ? (targets[(targets.indexOf(target) + 1) % targets.length] ?? target) : target,
      questionOf: (way, { question }, failed) =>
        way === "message"
          ? {
              ...question,
              messages: [...question.messages, ...failed.map(({ text }) => ({ role: "user" as const, text }))],
            }
          : question,
    },
  });
}

const idOf = (line: Attempt): string =>
  [line["tokenwon.trial"], line["tokenwon.follow"]].filter((part) => part !== undefined).join(" ");

/** What was asked, by trial, in the order in which it was asked. */
const asked = ({ calls }: Looped, trial: string): string[] =>
  calls.filter(({ id }) => id.startsWith(trial)).map(({ id }) => id.slice(trial.length).trim() || "first");

/** Valid or not by its id alone. */
const valid =
  (...ids: readonly string[]) =>
  (trial: { readonly id: string }): Behaviour => ({ valid: ids.includes(trial.id) });

describe("an answer that is not valid", () => {
  it("is followed by every way of asking again, each until one is valid or there are enough", async () => {
    const plan = planOf(1, ["a/x", "b/z"]);
    const run = await looped(plan, valid("a/x c0.ko 1 again.2", "b/z c0.ko 1", "a/x c0.ko 1 other.3"));
    expect(asked(run, "a/x c0.ko 1")).toEqual(["first", "again.2", "message.2", "message.3", "other.2", "other.3"]);
    expect(asked(run, "b/z c0.ko 1")).toEqual(["first"]);
    const others = run.lines.filter((line) => line["tokenwon.follow"]?.startsWith("other"));
    expect(others.map((line) => [line["tokenwon.trial"], line["tokenwon.target"]])).toEqual([
      ["a/x c0.ko 1", "b/z"],
      ["a/x c0.ko 1", "b/z"],
    ]);
    expect(run.input.begun.over()).toBe(plan.length);
  });

  it("is let be where nothing follows its case, or nobody grades it", async () => {
    const run = await looped(planOf(2, ["a/x"]), valid());
    expect(asked(run, "a/x c1.ko 1")).toEqual(["first"]);
    expect(asked(await looped(planOf(1, ["a/x"]), () => ({})), "a/x")).toHaveLength(1);
  });

  it("is told to the way that asks with it, and those before it as well", async () => {
    const seen = new Map<string, readonly string[]>();
    await looped(planOf(1, ["a/x"]), (trial) => {
      seen.set(
        trial.id,
        trial.question.messages.map(({ text }) => text),
      );
      return { valid: false, text: `answer to ${trial.follows?.as ?? "first"}` };
    });
    expect(seen.get("a/x c0.ko 1 message.2")).toEqual(["물음", "answer to first"]);
    expect(seen.get("a/x c0.ko 1 message.3")).toEqual(["물음", "answer to first", "answer to message.2"]);
    expect(seen.get("a/x c0.ko 1 again.3")).toEqual(["물음"]);
  });

  it("ends a way where the API does not answer, and no other", async () => {
    const run = await looped(planOf(1, ["a/x"]), (trial) =>
      trial.id.endsWith("again.2") ? { failure: { kind: "server" } } : { valid: false },
    );
    const of = (as: string): number => asked(run, "a/x c0.ko 1").filter((one) => one === as).length;
    expect([of("again.2"), of("again.3"), of("message.3"), of("other.3")]).toEqual([3, 0, 1, 1]);
    expect(run.input.begun.over()).toBe(1);
  });

  it("is a miss where a recording does not know how it was followed, but for what the API did not answer", async () => {
    const run = await looped(
      planOf(1, ["a/x"]),
      (trial) => (trial.follows?.as === "message.2" ? { miss: trial.id } : { valid: false }),
      { hopeless: "follow" },
    );
    expect(run.result.misses).toEqual(["a/x c0.ko 1 message.2"]);
    expect(asked(run, "a/x c0.ko 1")).toEqual(["first", "again.2", "again.3", "other.2", "other.3"]);
    expect(run.input.begun.over()).toBe(1);
    const failed = await looped(
      planOf(1, ["a/x"]),
      (trial, { attempt }) =>
        trial.follows?.as !== "message.2"
          ? { valid: false }
          : attempt > 2
            ? { miss: trial.id }
            : { failure: { kind: "server" } },
      { hopeless: "follow", attempts: Number.MAX_SAFE_INTEGER },
    );
    expect(failed.result.misses).toEqual([]);
    expect(failed.input.begun.over()).toBe(1);
  });
});

describe("places of a plan with what follows", () => {
  it("are found by their ids, in its language and its case, and no two are the same", () => {
    const plan = planOf(4);
    const places = plan.follows?.places ?? 0;
    expect(places).toBe(plan.length * 7);
    const ids = new Set<string>();
    for (let place = 0; place < places; place++) {
      const trial = plan.at(place);
      const followed = place < plan.length || Number(trial.case.slice(1, -3)) % 2 === 0;
      ids.add(trial.id);
      expect(plan.indexOf(trial.id)).toBe(followed ? place : undefined);
      expect([plan.targetAt(place), plan.caseAt(place), plan.pairAt(place)]).toEqual([
        trial.target,
        trial.case,
        trial.pair,
      ]);
    }
    expect(ids.size).toBe(places);
    for (const id of [
      "a/x c0.ko 1 again.1",
      "a/x c0.ko 1 again.4",
      "a/x c0.ko 1 some.2",
      "a/x c0.ko 2 again.2",
      "a/x c0.ko 1 again.2 x",
    ]) {
      expect(plan.indexOf(id)).toBeUndefined();
    }
  });

  it("are as long as they may become while the answers are not known", () => {
    const plan = planOf(1, ["a/x"]);
    const place = plan.indexOf("a/x c0.ko 1 message.3") ?? -1;
    expect(plan.at(place).question.messages.map(({ text }) => text.length)).toEqual([2, 50, 50]);
  });
});

/** What comes of an attempt depends on what is asked and on which attempt it is, and on nothing else. */
const fated =
  (seed: number) =>
  ({ id }: { readonly id: string }, { attempt }: { readonly attempt: number }): Behaviour => {
    const random = jitterOf(seed, id, attempt);
    const [chance, ms] = [random(), Math.ceil(random() * 300)];
    if (chance < 0.15) return { ms, failure: { kind: "server" } };
    if (chance < 0.2) return { ms, failure: { kind: "bad-request", retry: false } };
    return { ms, valid: chance < 0.6, text: `${id} ${attempt}` };
  };

const attemptsIn = (lines: readonly Attempt[]): string[] =>
  lines
    .filter((line) => line["tokenwon.failure"]?.kind !== "aborted")
    .map((line) => `${idOf(line)} ${line["tokenwon.attempt"]}`)
    .toSorted();

it("a run that is stopped or killed and goes on asks the same as one that never was, what follows included", async () => {
  const shape = fc.record({
    seed: fc.integer(),
    concurrency: fc.integer({ min: 1, max: 12 }),
    stops: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
    killed: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(shape, async ({ seed, concurrency, stops, killed }) => {
      const plan = planOf(5);
      const more = { seed, load: { concurrency } };
      const whole = await looped(plan, fated(seed), more);
      expect(whole.input.begun.over()).toBe(plan.length);
      const lines: Attempt[] = [];
      for (const last of [...stops, Number.POSITIVE_INFINITY]) {
        const stop = new AbortController();
        let calls = 0;
        const behave = fated(seed);
        await looped(
          plan,
          (trial, turn) => {
            if (++calls === last) setImmediate(() => stop.abort());
            return behave(trial, turn);
          },
          {
            ...more,
            signal: stop.signal,
            begun: begunBy(plan, lines),
            append: (line) => {
              if (!(killed && stop.signal.aborted)) lines.push(line);
              return Promise.resolve();
            },
          },
        );
      }
      expect(attemptsIn(lines)).toEqual(attemptsIn(whole.lines));
    }),
    { numRuns: 40 },
  );
});
