import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askingOrder } from "../../src/plan/asking-order.ts";
import { type Plan, type TrialPlan, trialPlan } from "../../src/plan/trials.ts";

const planOf = (prompts: number, more: Partial<Plan> = {}): TrialPlan =>
  trialPlan({
    suite: { name: "s" },
    targets: ["a/x", "b/y"],
    prompts: Array.from({ length: prompts }, (_, i) => ({ id: `p${i}`, ko: "가", en: "a", max_output_tokens: 9 })),
    ...more,
  });

const anyPlan = fc
  .record({
    prompts: fc.integer({ min: 1, max: 8 }),
    targets: fc.constantFrom(["a/x"], ["a/x", "b/y"], ["a/x", "a/y", "b/z"]),
    langs: fc.constantFrom(undefined, ["ko"] as const, ["en"] as const),
    limit: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    trials: fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined }),
    repeat: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ prompts, ...more }) => planOf(prompts, more));

describe("the order of asking", () => {
  it("has every trial once, repetition by repetition", () => {
    fc.assert(
      fc.property(anyPlan, fc.integer(), (plan, seed) => {
        const order = [...askingOrder(plan, seed)];
        expect(order.toSorted((a, b) => a - b)).toEqual(order.map((_, i) => i));
        expect(order).toHaveLength(plan.length);
        order.forEach((index, i) => {
          expect(Math.floor(index / plan.perRepetition)).toBe(Math.floor(i / plan.perRepetition));
        });
      }),
      { numRuns: 100 },
    );
  });

  it("has the sides of a pair one after the other on every target", () => {
    fc.assert(
      fc.property(anyPlan, fc.integer(), (plan, seed) => {
        const keys = [...askingOrder(plan, seed)].map((index) => {
          const { target, pair, repetition } = plan.at(index);
          return `${target} ${pair} ${repetition}`;
        });
        const blocks = keys.filter((key, i) => key !== keys[i - 1]);
        expect(blocks).toHaveLength(new Set(keys).size);
      }),
      { numRuns: 100 },
    );
  });

  it("is the same for the same seed, and another for another", () => {
    const plan = planOf(20);
    expect(askingOrder(plan, 7)).toEqual(askingOrder(plan, 7));
    expect(askingOrder(plan, 7)).not.toEqual(askingOrder(plan, 8));
  });

  it("begins with Korean as often as not, and mixes the targets", () => {
    const plan = planOf(500);
    const order = [...askingOrder(plan, 1)];
    const firsts = order.filter((_, i) => i % 2 === 0).map((index) => plan.at(index));
    // Of 1,000 pairs; the standard error is 16.
    expect(Math.abs(firsts.filter(({ lang }) => lang === "ko").length - 500)).toBeLessThan(64);
    const early = firsts.slice(0, 500).filter(({ target }) => target === "a/x").length;
    expect(Math.abs(early - 250)).toBeLessThan(64);
  });

  it("is another in each repetition", () => {
    const plan = planOf(20, { repeat: 2 });
    const order = [...askingOrder(plan, 3)];
    const second = order.slice(plan.perRepetition).map((index) => index - plan.perRepetition);
    expect(second).not.toEqual(order.slice(0, plan.perRepetition));
  });

  it("of nothing is nothing", () => {
    expect(askingOrder(planOf(0), 1)).toHaveLength(0);
  });
});
