import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGS, type Prompt } from "../../src/domain/prompt.ts";
import type { Trial } from "../../src/domain/trial.ts";
import { type Plan, trialsOf } from "../../src/plan/trials.ts";

const prompt = (id: string, more: Partial<Prompt> = {}): Prompt => ({
  id,
  ko: `${id} 한국어`,
  en: `${id} English`,
  max_output_tokens: 100,
  ...more,
});

const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/), { minLength: 1, maxLength: 5 });
const anyPlan = fc
  .record({
    targets: names.map((models) => models.map((model) => `local/${model}`)),
    prompts: names.map((ids) => ids.map((id) => prompt(id))),
    langs: fc.constantFrom(undefined, LANGS, ["ko"] as const, ["en"] as const),
    limit: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    repeat: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  })
  .map((parts): Plan => ({ suite: { name: "s" }, ...parts }));

const law = (of: (plan: Plan) => void): void => {
  fc.assert(fc.property(anyPlan, of), { numRuns: 100 });
};
const ids = (trials: readonly Trial[]): string[] => trials.map(({ id }) => id);

describe("a plan", () => {
  it("asks what the prompts say, with the words that its language has", () => {
    const [ko, en, plain] = trialsOf({
      suite: { name: "smoke" },
      targets: ["openai/gpt-4o"],
      prompts: [prompt("refund", { system: { ko: "상담원", en: "agent" } }), prompt("notice")],
    });
    expect(ko).toEqual({
      id: "openai/gpt-4o refund.ko 1",
      suite: "smoke",
      target: "openai/gpt-4o",
      case: "refund.ko",
      pair: "refund",
      lang: "ko",
      repetition: 1,
      question: {
        system: "상담원",
        messages: [{ role: "user", text: "refund 한국어" }],
        maxOutputTokens: 100,
        stream: true,
      },
    });
    expect(en?.question).toMatchObject({ system: "agent", messages: [{ text: "refund English" }] });
    expect(plain?.question).not.toHaveProperty("system");
  });

  it("goes by repetition, prompt, language and target", () => {
    const trials = trialsOf({
      suite: { name: "s" },
      targets: ["a/x", "b/y"],
      prompts: [prompt("p"), prompt("q")],
      repeat: 2,
    });
    expect(ids(trials.slice(0, 5))).toEqual(["a/x p.ko 1", "b/y p.ko 1", "a/x p.en 1", "b/y p.en 1", "a/x q.ko 1"]);
    expect(ids(trials.slice(8, 9))).toEqual(["a/x p.ko 2"]);
  });

  it("has every case of every target as often as is asked, and nothing twice", () => {
    law((plan) => {
      const { targets, prompts, langs = LANGS, limit, repeat = 1 } = plan;
      const cases = prompts.flatMap(({ id }) => langs.map((lang) => `${id}.${lang}`)).slice(0, limit);
      const wanted = targets.flatMap((target) =>
        cases.flatMap((name) => Array.from({ length: repeat }, (_, i) => `${target} ${name} ${i + 1}`)),
      );
      expect(ids(trialsOf(plan)).sort()).toEqual(wanted.sort());
      expect(new Set(wanted).size).toBe(wanted.length);
    });
  });

  it("takes the limit for cases: no target is asked less than another", () => {
    law((plan) => {
      const { targets, limit = Number.POSITIVE_INFINITY, prompts, langs = LANGS } = plan;
      const trials = trialsOf(plan);
      for (const target of targets) {
        const own = trials.filter((trial) => trial.target === target).map((trial) => trial.case);
        expect(new Set(own).size).toBe(Math.min(limit, prompts.length * langs.length));
      }
    });
  });

  it("lets the two sides of a prompt follow each other on every target", () => {
    law((plan) => {
      const trials = trialsOf({ ...plan, langs: LANGS, limit: undefined });
      for (const target of plan.targets) {
        const own = trials.filter((trial) => trial.target === target);
        own.forEach((trial, i) => {
          if (trial.lang !== "ko") return;
          expect(own[i + 1]).toMatchObject({ pair: trial.pair, lang: "en", repetition: trial.repetition });
        });
      }
    });
  });

  it("keeps every trial as it is, in its order, whatever else is planned", () => {
    law((plan) => {
      const before = trialsOf(plan);
      const more = trialsOf({
        ...plan,
        targets: ["other/first", ...plan.targets, "other/last"],
        prompts: [...plan.prompts, prompt("a-longer-id")],
        limit: undefined,
        repeat: (plan.repeat ?? 1) + 1,
      });
      const known = new Set(ids(before));
      expect(more.filter(({ id }) => known.has(id))).toEqual(before);
    });
  });
});
