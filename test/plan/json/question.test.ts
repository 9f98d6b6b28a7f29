import { describe, expect, it } from "vitest";
import { z } from "zod";
import { CONDITIONS, type Condition } from "../../../src/domain/condition.ts";
import type { Lang } from "../../../src/domain/prompt.ts";
import { taskQuestion } from "../../../src/plan/json/question.ts";
import { wireSchema } from "../../../src/plan/json/wire-schema.ts";
import { askedJson } from "../../../src/simulate/json/asked.ts";
import type { Prompt } from "../../../src/simulate/prompt.ts";
import { committedTasks } from "./committed.ts";

const mood = {
  name: "mood-of-day",
  instruction: { en: "Find the mood and its score.", ko: "기분과 점수를 찾으세요." },
  schema: z.strictObject({ mood: z.enum(["good", "bad"]), score: z.int().min(0).max(10).nullable() }),
  names: { mood: "기분", score: "점수" },
};

const named = (name: string): Condition => {
  const found = CONDITIONS.find((condition) => condition.name === name);
  if (found === undefined) throw new Error(`no condition ${name}`);
  return found;
};

const asked = (condition: string, lang: Lang) =>
  taskQuestion({ task: mood, text: "오늘은 7점.", lang, condition: named(condition), maxOutputTokens: 400 });

describe("the message", () => {
  const messageOf = (condition: string, lang: Lang): string | undefined => asked(condition, lang).messages[0]?.text;

  it("in Korean, with the schema", () => {
    expect(messageOf("prompt", "ko")).toMatchInlineSnapshot(`
      "기분과 점수를 찾으세요.

      다음 JSON Schema에 맞는 JSON 객체 하나만 출력하세요. 설명이나 코드 블록 없이 JSON만 쓰세요.
      {"type":"object","properties":{"mood":{"type":"string","enum":["good","bad"]},"score":{"anyOf":[{"type":"integer","minimum":0,"maximum":10},{"type":"null"}]}},"required":["mood","score"],"additionalProperties":false}

      내용:
      """
      오늘은 7점.
      """"
    `);
    expect(messageOf("json", "ko")).toBe(messageOf("prompt", "ko"));
  });

  it("in English, with the schema", () => {
    expect(messageOf("prompt", "en")).toMatchInlineSnapshot(`
      "Find the mood and its score.

      Answer with exactly one JSON object that fits this JSON Schema, and with nothing else: no other words, no code fence.
      {"type":"object","properties":{"mood":{"type":"string","enum":["good","bad"]},"score":{"anyOf":[{"type":"integer","minimum":0,"maximum":10},{"type":"null"}]}},"required":["mood","score"],"additionalProperties":false}

      Content:
      """
      오늘은 7점.
      """"
    `);
    expect(messageOf("json", "en")).toBe(messageOf("prompt", "en"));
  });

  it("where the API carries the schema", () => {
    expect(messageOf("schema", "ko")).toMatchInlineSnapshot(`
      "기분과 점수를 찾으세요.

      내용:
      """
      오늘은 7점.
      """"
    `);
    expect(messageOf("schema", "en")).toMatchInlineSnapshot(`
      "Find the mood and its score.

      Content:
      """
      오늘은 7점.
      """"
    `);
    for (const lang of ["ko", "en"] as const) {
      const [first, ...rest] = (messageOf("schema", lang) ?? "").split("\n\n");
      const call = {
        ko: "mood_of_day 도구를 한 번 호출하고, 결과를 그 인수로 넘기세요.",
        en: "Give the result as the arguments of one call of the tool mood_of_day.",
      }[lang];
      expect(messageOf("tool", lang)).toBe([first, call, ...rest].join("\n\n"));
    }
  });

  it("in English over Korean content", () => {
    expect(messageOf("english-instructions", "ko")).toBe(messageOf("prompt", "en"));
  });

  it("with fields in Korean", () => {
    expect(messageOf("korean-fields", "ko")).toMatchInlineSnapshot(`
      "기분과 점수를 찾으세요.

      다음 JSON Schema에 맞는 JSON 객체 하나만 출력하세요. 설명이나 코드 블록 없이 JSON만 쓰세요.
      {"type":"object","properties":{"기분":{"type":"string","enum":["good","bad"]},"점수":{"anyOf":[{"type":"integer","minimum":0,"maximum":10},{"type":"null"}]}},"required":["기분","점수"],"additionalProperties":false}

      내용:
      """
      오늘은 7점.
      """"
    `);
  });
});

describe("the question", () => {
  it("is one message of the user, not streamed, with the schema as strict modes take it", () => {
    expect(asked("tool", "ko")).toEqual({
      messages: [{ role: "user", text: expect.any(String) as unknown }],
      maxOutputTokens: 400,
      stream: false,
      shape: { mode: "tool", name: "mood_of_day", schema: wireSchema(mood.schema, { strict: true }) },
    });
  });

  it("has its fields in Korean in the schema beside it too", () => {
    const { properties } = asked("korean-fields", "ko").shape?.schema ?? {};
    expect(Object.keys(properties as object)).toEqual(["기분", "점수"]);
  });
});

const committed = await committedTasks();

/** More than the longest has, and little enough for every model's window. */
const LONGEST = 6000;

describe.each(committed.map(({ task, items }) => [task.name, task, items] as const))("of %s", (_, task, items) => {
  const all = CONDITIONS.flatMap((condition) =>
    condition.langs.flatMap((lang) =>
      items.map((item) => ({
        condition,
        text: item[lang].text,
        question: taskQuestion({ task, text: item[lang].text, lang, condition, maxOutputTokens: 4000 }),
      })),
    ),
  );

  it("every one is NFC, of bounded size, with its content once and between its marks", () => {
    for (const { text, question } of all) {
      const said = question.messages[0]?.text ?? "";
      expect(said).toBe(said.normalize("NFC"));
      expect(said.length).toBeLessThan(LONGEST);
      expect(said.endsWith(`"""\n${text}\n"""`)).toBe(true);
      expect(said.split('"""')).toHaveLength(3);
      expect(question.shape?.name).toMatch(/^[a-z][a-z0-9_]{0,63}$/);
    }
  });

  it("a schema stands in it where the API has none, and is the first thing in braces", () => {
    for (const { condition, question } of all) {
      const { mode, fields } = condition;
      const prompt = { json: undefined, messages: question.messages } as unknown as Prompt;
      const written = mode === "prompt" || mode === "json";
      const names = fields === "ko" ? task.names : undefined;
      expect(askedJson(prompt)?.schema).toEqual(
        written ? wireSchema(task.schema, { names, strict: false }) : undefined,
      );
      // OpenAI's JSON mode refuses a prompt without the word.
      expect(question.messages[0]?.text.split('"""')[0]?.includes("JSON")).toBe(written);
    }
  });
});
