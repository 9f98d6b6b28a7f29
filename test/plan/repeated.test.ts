import fc from "fast-check";
import { expect, it } from "vitest";
import { repeated, textsOf } from "../../src/plan/repeated.ts";
import { type Plan, trialPlan } from "../../src/plan/trials.ts";

const prompt = (id: string, system: boolean): Plan["prompts"][number] => ({
  id,
  ko: `${id} 한국어`,
  en: `${id} English`,
  max_output_tokens: 100,
  ...(system ? { system: { ko: `${id} 상담원`, en: `${id} agent` } } : {}),
});

const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 4 });
const anyPlan = fc.record({
  suite: fc.constant({ name: "s" }),
  targets: names.map((models) => models.map((model) => `local/${model}`)),
  prompts: names.chain((ids) => fc.tuple(...ids.map((id) => fc.boolean().map((system) => prompt(id, system))))),
  limit: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  repeat: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  trials: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
});

/** How often each text is sent to each target. */
function sent(asked: Iterable<Parameters<typeof textsOf>[0]>, times: (index: number) => number): Map<string, number> {
  const counts = new Map<string, number>();
  let index = 0;
  for (const trial of asked) {
    const often = times(index++);
    for (const text of textsOf(trial)) {
      const key = `${trial.target}\n${text}`;
      counts.set(key, (counts.get(key) ?? 0) + often);
    }
  }
  return counts;
}

it("what is repeated is what the trials of the plan send, one by one", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const few = repeated(trialPlan(plan));
      const once = few.map(({ trial }) => trial);
      expect(sent(once, (i) => few[i]?.times ?? 0)).toEqual(sent(trialPlan(plan), () => 1));
      expect(new Set(once.map(({ id }) => id)).size).toBe(few.length);
    }),
    { numRuns: 100 },
  );
});

it("ten million trials are as few questions as ten", () => {
  const plan = { suite: { name: "s" }, targets: ["a/b", "c/d"], prompts: [prompt("p", true)] };
  const few = repeated(trialPlan({ ...plan, trials: 10_000_001 }));
  expect(few.map(({ trial, times }) => [trial.id, times])).toEqual([
    ["a/b p.ko 1", 2_500_001],
    ["c/d p.ko 1", 2_500_000],
    ["a/b p.en 1", 2_500_000],
    ["c/d p.en 1", 2_500_000],
  ]);
});
