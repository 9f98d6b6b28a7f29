import fc from "fast-check";
import { countTokens as cl100k } from "gpt-tokenizer/encoding/cl100k_base";
import { countTokens as o200k } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import { askingOrder } from "../../src/plan/asking-order.ts";
import { nonceOf, withNonce } from "../../src/plan/nonce.ts";
import { planOf } from "../run/loop.ts";

describe("the order of asking", () => {
  it("is a permutation that keeps repetitions apart and the sides of a pair together", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }), fc.nat(), (prompts, repeat, seed) => {
        const plan = planOf(prompts, { targets: ["a/x", "b/y"], repeat });
        const order = [...askingOrder(plan, seed)];
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: plan.length }, (_, i) => i));
        expect([...askingOrder(plan, seed)]).toEqual(order);
        const asked = order.map((index) => plan.at(index));
        asked.forEach(({ repetition, target, pair }, i) => {
          expect(repetition).toBe(Math.floor(i / plan.perRepetition) + 1);
          if (i % 2 === 1) expect(asked[i - 1]).toMatchObject({ target, pair, repetition });
        });
      }),
      { numRuns: 100 },
    );
  });

  it("is another one for another seed, and Korean comes first about as often as English", () => {
    const plan = planOf(40, { repeat: 10 });
    const order = [...askingOrder(plan, 1)];
    expect([...askingOrder(plan, 2)]).not.toEqual(order);
    const first = order.filter((_, i) => i % 2 === 0).filter((index) => plan.at(index).lang === "ko").length;
    // Of 400: a deviation of 10.
    expect(Math.abs(first - 200)).toBeLessThan(40);
  });
});

describe("a plan of many trials", () => {
  it("finds every trial by its place and its id, and nothing else", () => {
    const plan = planOf(3, { targets: ["a/x", "b/y"], trials: 31 });
    expect(plan.length).toBe(31);
    for (let i = 0; i < plan.length; i++) {
      const { id, target, pair } = plan.at(i);
      expect([plan.indexOf(id), plan.targetAt(i), plan.pairAt(i)]).toEqual([i, target, pair]);
    }
    expect(new Set([...plan].map(({ id }) => id)).size).toBe(31);
    for (const id of ["a/x p1.ko 4", "a/x p9.ko 1", "c/z p1.ko 1", "a/x p1.ko 0", "a/x p1.ko 01", "a/x p1.ko", ""]) {
      expect(plan.indexOf(id)).toBeUndefined();
    }
    expect(() => plan.at(31)).toThrow(RangeError);
    expect(() => plan.at(-1)).toThrow(RangeError);
  });

  it("costs nothing before it is asked", () => {
    const plan = planOf(2, { trials: 1e9 });
    expect(plan.at(999_999_999)).toMatchObject({ id: "a/x p2.en 250000000" });
    expect([plan.length, plan.pairs, plan.langs]).toEqual([1e9, 2, ["ko", "en"]]);
    expect(planOf(2, { trials: 1 })).toMatchObject({ pairs: 1, langs: ["ko"] });
  });
});

describe("the number before a question", () => {
  const plain = { messages: [{ role: "user" as const, text: "환불되나요?" }], stream: true };

  it("is as long in every trial, in characters and in tokens", () => {
    const begins = Array.from({ length: 200 }, (_, i) => `[${nonceOf(`salt ${i}`)}]\n`);
    for (const size of [(text: string) => text.length, o200k, cl100k]) {
      expect(new Set(begins.map((text) => size(text))).size).toBe(1);
    }
  });

  it("is another one in each of 50,000 trials, and the same each time", () => {
    expect(new Set(Array.from({ length: 50_000 }, (_, i) => nonceOf(`s ${i}`))).size).toBe(50_000);
    expect(nonceOf("s 1")).toBe(nonceOf("s 1"));
  });

  it("stands at the very beginning of the prompt", () => {
    expect(withNonce(plain, "1").messages[0]?.text).toBe("[1]\n환불되나요?");
    expect(withNonce({ ...plain, system: "상담원" }, "1")).toEqual({ ...plain, system: "[1]\n상담원" });
  });

  it("changes no id, and every question of a plan that has it", () => {
    const [with_, without] = [planOf(2, { repeat: 2, salt: "s" }), planOf(2, { repeat: 2 })];
    expect([...with_].map(({ id }) => id)).toEqual([...without].map(({ id }) => id));
    expect(new Set([...with_].map(({ question }) => question.messages[0]?.text)).size).toBe(8);
  });
});
