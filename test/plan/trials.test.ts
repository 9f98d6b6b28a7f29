import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGS, type Prompt } from "../../src/domain/prompt.ts";
import { trialsOf } from "../../src/plan/trials.ts";

const prompt = (id: string): Prompt => ({ id, ko: `${id} 질문`, en: `${id}?`, max_output_tokens: 100 });
const suite = { name: "smoke" };

const Plans = fc.record({
  suite: fc.constant(suite),
  targets: fc.uniqueArray(fc.constantFrom("openai/gpt-4o", "local/a", "local/b", "google/c"), { minLength: 1 }),
  prompts: fc
    .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 })
    .map((ids) => ids.map((id) => prompt(id))),
  langs: fc.subarray([...LANGS], { minLength: 1 }),
  limit: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  repeat: fc.integer({ min: 1, max: 3 }),
});

describe("a plan", () => {
  it("holds every repetition of every case on every target once, under an id of its own", () => {
    fc.assert(
      fc.property(Plans, (plan) => {
        const trials = trialsOf(plan);
        const cases = Math.min(plan.prompts.length * plan.langs.length, plan.limit ?? Infinity);
        expect(trials).toHaveLength(cases * plan.targets.length * plan.repeat);
        expect(new Set(trials.map(({ id }) => id)).size).toBe(trials.length);
        expect(new Set(trials.map((trial) => trial.case)).size).toBe(cases);
      }),
    );
  });

  it("gives a trial the same id and question whatever else is planned", () => {
    fc.assert(
      fc.property(Plans, (plan) => {
        const all = new Map(
          trialsOf({ ...plan, langs: LANGS, limit: undefined, repeat: 3 }).map((trial) => [trial.id, trial]),
        );
        for (const trial of trialsOf(plan)) expect(all.get(trial.id)).toEqual(trial);
      }),
    );
  });

  it("asks both languages of a prompt in turn, on all targets, before it repeats anything", () => {
    const trials = trialsOf({ suite, targets: ["local/a", "local/b"], prompts: [prompt("x"), prompt("y")], repeat: 2 });
    expect(trials.slice(0, 5).map(({ id }) => id)).toEqual([
      "local/a x.ko 1",
      "local/b x.ko 1",
      "local/a x.en 1",
      "local/b x.en 1",
      "local/a y.ko 1",
    ]);
    expect(trials[8]?.id).toBe("local/a x.ko 2");
  });

  it("asks in the language of the case, as a stream and without temperature", () => {
    const spoken: Prompt = { ...prompt("x"), system: { ko: "짧게 답하세요.", en: "Be short." } };
    const [ko, en] = trialsOf({ suite, targets: ["local/a"], prompts: [spoken] });
    expect(ko).toMatchObject({ suite: "smoke", target: "local/a", case: "x.ko", pair: "x", lang: "ko", repetition: 1 });
    expect(ko?.question).toEqual({
      system: "짧게 답하세요.",
      messages: [{ role: "user", text: "x 질문" }],
      maxOutputTokens: 100,
      stream: true,
    });
    expect(en?.question.system).toBe("Be short.");
  });
});
