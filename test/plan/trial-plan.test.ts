import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
    prompts: fc.integer({ min: 1, max: 6 }),
    targets: fc.constantFrom(["a/x"], ["a/x", "b/y"], ["a/x", "a/y", "b/z"]),
    limit: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    trials: fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined }),
    repeat: fc.integer({ min: 1, max: 3 }),
    salt: fc.constantFrom(undefined, "salt"),
  })
  .map(({ prompts, ...more }) => ({ plan: planOf(prompts, more), trials: more.trials }));

describe("a plan of trials", () => {
  it("finds every trial by its place, and every place by the trial's id", () => {
    fc.assert(
      fc.property(anyPlan, ({ plan, trials }) => {
        if (trials !== undefined) expect(plan).toHaveLength(trials);
        const all = [...plan];
        expect(all).toHaveLength(plan.length);
        all.forEach((trial, i) => {
          expect(plan.at(i)).toEqual(trial);
          expect(plan.indexOf(trial.id)).toBe(i);
          expect([plan.targetAt(i), plan.pairAt(i)]).toEqual([trial.target, trial.pair]);
        });
        expect(new Set(all.map(({ id }) => id)).size).toBe(plan.length);
      }),
      { numRuns: 100 },
    );
  });

  it("of so many trials cycles the cases of all targets as often as it takes", () => {
    const plan = planOf(2, { trials: 11 });
    expect([...plan].map(({ id }) => id).slice(6)).toEqual([
      "a/x p1.en 1",
      "b/y p1.en 1",
      "a/x p0.ko 2",
      "b/y p0.ko 2",
      "a/x p0.en 2",
    ]);
  });

  it("says which languages and how many pairs are asked at all", () => {
    expect(planOf(3, { trials: 1 })).toMatchObject({ langs: ["ko"], pairs: 1 });
    expect(planOf(3, { trials: 5 })).toMatchObject({ langs: ["ko", "en"], pairs: 2 });
    expect(planOf(3)).toMatchObject({ langs: ["ko", "en"], pairs: 3 });
    expect(planOf(3, { targets: [] })).toMatchObject({ length: 0, langs: [], pairs: 0 });
  });

  it.each([-1, 8, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("has no trial %d of 8", (index) => {
    expect(() => planOf(2).at(index)).toThrow(RangeError);
  });

  it.each([
    "",
    "a/x",
    "a/x p0.ko",
    "a/x p0.ko 0",
    "a/x p0.ko 2",
    "a/x p0.ko 01",
    "a/x p0.ko 1 ",
    "a/x p0.ko -1",
    "a/x p0.ko 1.0",
    "a/x p9.ko 1",
    "c/z p0.ko 1",
    "a/x p0.fr 1",
    "a/x p0.ko 1e0",
  ])("does not know the trial %j", (id) => {
    expect(planOf(2).indexOf(id)).toBeUndefined();
  });

  it("costs nothing before it is asked, however long it is", () => {
    let read = 0;
    const prompt = { id: "p", ko: "가", en: "a", max_output_tokens: 9 };
    const plan = trialPlan({
      suite: { name: "s" },
      targets: ["a/x"],
      prompts: [
        {
          ...prompt,
          get ko() {
            read++;
            return "가";
          },
        },
      ],
      trials: 10_000_000,
      salt: "s",
    });
    expect(plan.at(9_999_999).id).toBe("a/x p.en 5000000");
    expect(plan.indexOf("a/x p.ko 4000001")).toBe(8_000_000);
    expect(read).toBe(1);
  });
});
