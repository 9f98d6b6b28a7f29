import fc from "fast-check";
import { expect, it } from "vitest";
import type { Prompt } from "../../src/domain/prompt.ts";
import { promptCases } from "../../src/plan/case.ts";
import { casePlan, trialPlan } from "../../src/plan/trials.ts";

const prompt = (id: string, system?: Prompt["system"]): Prompt => ({
  id,
  ko: `${id} 물음`,
  en: `${id} question`,
  max_output_tokens: 9,
  ...(system && { system }),
});

it("a prompt is a case in each language, with the system prompt of that language and no temperature", () => {
  const cases = promptCases([prompt("refund", { ko: "너는", en: "You are" }), prompt("hours")], ["en", "ko"]);
  expect(cases.map(({ name, pair, lang }) => [name, pair, lang])).toEqual([
    ["refund.en", "refund", "en"],
    ["refund.ko", "refund", "ko"],
    ["hours.en", "hours", "en"],
    ["hours.ko", "hours", "ko"],
  ]);
  expect(cases[1]?.question).toEqual({
    system: "너는",
    messages: [{ role: "user", text: "refund 물음" }],
    maxOutputTokens: 9,
    stream: true,
  });
  expect(Object.keys(cases[2]?.question ?? {})).toEqual(["messages", "maxOutputTokens", "stream"]);
});

it("a question is made once for all repetitions of a trial, and only when it is asked for", () => {
  let made = 0;
  const plan = casePlan({
    suite: { name: "s" },
    targets: ["a/x"],
    cases: [
      {
        name: "c.ko",
        pair: "c",
        lang: "ko",
        get question() {
          made++;
          return { messages: [{ role: "user" as const, text: "물음" }], stream: true };
        },
      },
    ],
    repeat: 3,
  });
  const trial = plan.at(2);
  expect([trial.id, plan.caseAt(2), plan.indexOf(trial.id), made]).toEqual(["a/x c.ko 3", "c.ko", 2, 0]);
  expect([trial.question, trial.question, made]).toEqual([trial.question, trial.question, 1]);
});

it("the plan of prompts is the plan of their cases", () => {
  const asked = fc.record({
    prompts: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }),
    langs: fc.subarray(["ko", "en"] as const, { minLength: 1 }),
    limit: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
    repeat: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(asked, ({ prompts: ids, langs, ...amount }) => {
      const prompts = ids.map((id) => prompt(id));
      const given = { suite: { name: "s" }, targets: ["a/x", "b/y"], ...amount };
      const [byPrompt, byCase] = [
        trialPlan({ ...given, prompts, langs }),
        casePlan({ ...given, cases: promptCases(prompts, langs) }),
      ];
      expect([...byPrompt]).toEqual([...byCase]);
      expect(byPrompt.follows).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});
