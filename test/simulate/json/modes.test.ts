import { describe, expect, it } from "vitest";
import { JSON_FAULTS, type JsonFault } from "../../../src/domain/profile.ts";
import type { JsonSchema, Shape } from "../../../src/domain/question.ts";
import { gradeAnswer } from "../../../src/grade/grade.ts";
import { seeded } from "../../../src/measure/random.ts";
import { drawAnswer } from "../../../src/simulate/answer.ts";
import type { Prompt } from "../../../src/simulate/prompt.ts";
import { committedItems } from "../../grade/pool.ts";
import { count, profile } from "../ask.ts";
import { knownOf, schemaOf } from "./known-item.ts";

const items = await committedItems();
const intake = items.find(({ id }) => id === "intake-05.ko");
const asked = intake?.asked ?? expect.fail("no such item");
const whole = schemaOf({ asked });
/** What a strict mode takes: nothing says how a date is written. */
const strict = JSON.parse(
  JSON.stringify(whole, (key, value: unknown) => (key === "format" || key === "pattern" ? undefined : value)),
) as JsonSchema;

const JSONS: Readonly<Record<Shape["mode"], Prompt["json"]>> = {
  prompt: undefined,
  json: { schema: undefined, tool: undefined },
  schema: { schema: strict, tool: undefined },
  tool: { schema: strict, tool: "intake" },
};

/** What a model answers with which always the same goes wrong. */
function answered(fault: JsonFault, json: Prompt["json"], besides = ""): string {
  const prompt: Prompt = {
    model: "gpt-test",
    messages: [{ role: "user", text: `문진표를 채우세요. ${besides}` }],
    maxTokens: undefined,
    stream: false,
    tellUsage: true,
    json,
  };
  const answering = {
    profile: profile({ json: { [fault]: 1 } }),
    count: (text: string) => count("", text),
    known: () => knownOf({ asked }),
    ofPrompt: () => seeded(1),
  };
  return drawAnswer(answering, prompt, seeded(2)).text;
}

describe.each<[Shape["mode"], readonly JsonFault[]]>([
  ["prompt", JSON_FAULTS.filter((fault) => fault !== "duplicate-key")],
  [
    "json",
    [
      "truncated",
      "missing-key",
      "extra-key",
      "wrong-type",
      "wrong-value",
      "translated-value",
      "number-words",
      "date-format",
    ],
  ],
  ["schema", ["truncated", "date-format"]],
  ["tool", ["truncated", "date-format"]],
])("asked for by %s", (mode, happening) => {
  it.each(JSON_FAULTS)(`%s happens only if the mode leaves it open`, (fault) => {
    const written = mode === "prompt" || mode === "json" ? JSON.stringify(whole) : "";
    const text = answered(fault, JSONS[mode], written);
    expect(gradeAnswer({ text }, asked).valid).toBe(!happening.includes(fault));
  });
});

it("a strict mode that takes how a date is written rules out another", () => {
  expect(JSON.parse(answered("date-format", { schema: whole, tool: undefined }))).toEqual(asked.expected);
});
