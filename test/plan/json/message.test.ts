import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { FAULTS, type Fault, type FaultKind } from "../../../src/domain/grade.ts";
import type { Lang } from "../../../src/domain/prompt.ts";
import { afterFailure } from "../../../src/plan/json/message.ts";
import { wireSchema } from "../../../src/plan/json/wire-schema.ts";

const schema = z.strictObject({
  items: z.array(z.strictObject({ unit_price: z.int(), option: z.string().nullable() })),
  paid: z.boolean(),
  when: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("day"), value: z.number() }),
    z.strictObject({ kind: z.literal("list"), value: z.array(z.string()) }),
  ]),
});
const names = {
  items: "상품",
  unit_price: "단가",
  option: "옵션",
  paid: "결제",
  when: "때",
  kind: "종류",
  value: "값",
};

const question = (korean = false) => ({
  messages: [{ role: "user" as const, text: "Q" }],
  maxOutputTokens: 9,
  stream: false,
  shape: {
    mode: "prompt" as const,
    name: "order",
    schema: wireSchema(schema, { names: korean ? names : undefined, strict: true }),
  },
});

const answer = (text: string, faults: Fault[], reading?: "raw") => ({
  text,
  grade: { faults, ...(reading === undefined ? {} : { reading }) },
});

/** What is said last about one answer. */
function said(text: string, faults: Fault[], lang: Lang, korean = false): string | undefined {
  const answers = [answer(text, faults)];
  const { messages } = afterFailure({ question: question(korean), answers, lang, names: korean ? names : undefined });
  return messages[messages.length - 1]?.text;
}

const line = (...about: Parameters<typeof said>): string | undefined => said(...about)?.split("\n")[1];

const PATHLESS = new Set<FaultKind>(FAULTS.slice(0, 9)).add("mojibake").add("lone-surrogate");
const lines = (lang: Lang): (string | undefined)[] =>
  FAULTS.map((kind) => line("{}", [PATHLESS.has(kind) ? { kind } : { kind, path: "paid" }], lang));

describe("what is wrong with an answer", () => {
  it("has a sentence for every fault in English", () =>
    expect(lines("en")).toMatchInlineSnapshot(`
    [
      "- There is no JSON: the answer is a refusal.",
      "- There is no JSON: a filter stopped the answer.",
      "- There is no JSON: the answer is empty.",
      "- The answer is not JSON: it is cut off.",
      "- The answer is not JSON: there is a comma before a closing bracket.",
      "- The answer is not JSON: keys and strings need double quotation marks (").",
      "- The answer is not JSON: it has a syntax error.",
      "- The answer is not JSON alone: it is in a code fence.",
      "- The answer is not JSON alone: there are other words in it.",
      "- paid: this field is missing.",
      "- paid: there is no such field in the schema.",
      "- paid: expected true or false.",
      "- paid: a value of the enum was translated; write it as it is in the schema.",
      "- paid: not one of the values in the schema.",
      "- paid: expected a number in digits, got words.",
      "- paid: not in the format that was asked for.",
      "- paid: this value is not allowed: check its range, length, pattern and description.",
      "- paid: this key is there twice.",
      "- The answer has garbled characters.",
      "- The answer has half of a surrogate pair.",
    ]
  `));

  it("has a sentence for every fault in Korean", () =>
    expect(lines("ko")).toMatchInlineSnapshot(`
    [
      "- JSON이 없습니다. 답변을 거절했습니다.",
      "- JSON이 없습니다. 답변이 필터에 걸렸습니다.",
      "- JSON이 없습니다. 답변이 비어 있습니다.",
      "- JSON이 아닙니다. 답변이 중간에 끊겼습니다.",
      "- JSON이 아닙니다. 닫는 괄호 앞에 쉼표가 있습니다.",
      "- JSON이 아닙니다. 키와 문자열은 큰따옴표(")로 감싸야 합니다.",
      "- JSON이 아닙니다. 문법 오류가 있습니다.",
      "- JSON만 있어야 하는데 코드 블록으로 감쌌습니다.",
      "- JSON만 있어야 하는데 다른 말이 섞여 있습니다.",
      "- paid: 필드가 빠졌습니다.",
      "- paid: 스키마에 없는 필드입니다.",
      "- paid: true/false여야 합니다.",
      "- paid: enum 값을 번역했습니다. 스키마에 적힌 그대로 쓰세요.",
      "- paid: 스키마의 enum에 없는 값입니다.",
      "- paid: 숫자를 말로 썼습니다. 아라비아 숫자로 쓰세요.",
      "- paid: 요청한 형식이 아닙니다.",
      "- paid: 허용되지 않는 값입니다. 범위, 길이, 패턴, 설명을 확인하세요.",
      "- paid: 같은 키가 두 번 나옵니다.",
      "- 글자가 깨져 있습니다.",
      "- 짝이 없는 서로게이트 문자가 있습니다.",
    ]
  `));

  it("no two faults have the same", () => {
    for (const lang of ["ko", "en"] as const) expect(new Set(lines(lang)).size).toBe(FAULTS.length);
  });

  it.each<[string, string, string, string, string]>([
    [
      "a text for a number",
      '{"items":[{"unit_price":"38,000"}]}',
      "items[0].unit_price",
      "- items[0].unit_price: expected an integer, got a string.",
      "- items[0].unit_price: 정수여야 하는데 문자열입니다.",
    ],
    [
      "within words and a fence",
      'Here:\n```json\n{"items":[{"unit_price":[1]}]}\n```\nDone.',
      "items[0].unit_price",
      "- items[0].unit_price: expected an integer, got an array.",
      "- items[0].unit_price: 정수여야 하는데 배열입니다.",
    ],
    [
      "where null is allowed too",
      '{"items":[{"option":true}]}',
      "items[0].option",
      "- items[0].option: expected a string or null, got true or false.",
      "- items[0].option: 문자열 또는 null이어야 하는데 true/false입니다.",
    ],
    [
      "in one of several objects",
      '{"when":{"value":null}}',
      "when.value",
      "- when.value: expected an array or a number, got null.",
      "- when.value: 배열 또는 숫자여야 하는데 null입니다.",
    ],
    [
      "in an answer that nobody can parse",
      '{"paid":"yes",}',
      "paid",
      "- paid: expected true or false.",
      "- paid: true/false여야 합니다.",
    ],
    ["where the answer has nothing", "{}", "paid", "- paid: expected true or false.", "- paid: true/false여야 합니다."],
    [
      "where the schema has nothing",
      '{"other":1}',
      "other",
      "- other: not of the type in the schema.",
      "- other: 자료형이 스키마와 다릅니다.",
    ],
  ])("of the wrong type: %s", (_, text, path, en, ko) => {
    expect(line(text, [{ kind: "wrong-type", path }], "en")).toBe(en);
    expect(line(text, [{ kind: "wrong-type", path }], "ko")).toBe(ko);
  });

  it("of the value as a whole", () => {
    expect(line('"x"', [{ kind: "constraint" }], "en")).toBe(
      "- The JSON: this value is not allowed: check its range, length, pattern and description.",
    );
    expect(line("[]", [{ kind: "wrong-type" }], "ko")).toBe("- JSON 전체: 객체여야 합니다.");
  });

  it.each<[FaultKind, string, string]>([
    ["wrong-type", "items[0].unit_price", "- 상품[0].단가: 정수여야 하는데 문자열입니다."],
    ["missing-field", "paid", "- 결제: 필드가 빠졌습니다."],
    // A grade turns English names round where Korean ones were asked for.
    ["extra-field", "결제", "- paid: 스키마에 없는 필드입니다."],
    ["extra-field", "memo", "- memo: 스키마에 없는 필드입니다."],
  ])("under Korean names: %s at %s", (kind, path, expected) => {
    expect(line('{"상품":[{"단가":"삼만"}]}', [{ kind, path }], "ko", true)).toBe(expected);
  });

  it("tells ten faults and how many more there are", () => {
    const faults = Array.from({ length: 13 }, (_, i): Fault => ({ kind: "missing-field", path: `items[${i}].option` }));
    const told = said("{}", faults, "ko")?.split("\n") ?? [];
    expect(told).toHaveLength(13);
    expect(told[10]).toBe("- items[9].option: 필드가 빠졌습니다.");
    expect(told[11]).toBe("- 이 밖에 3건이 더 있습니다.");
    expect(said("{}", faults.slice(0, 10), "en")).not.toContain("more");
  });

  it("an answer that was cut off after its JSON is not told that it is none", () => {
    const faults: Fault[] = [{ kind: "missing-field", path: "paid" }, { kind: "truncated" }];
    const { messages } = afterFailure({ question: question(), answers: [answer("{}", faults, "raw")], lang: "en" });
    expect(messages[2]?.text).toMatchInlineSnapshot(`
      "That answer is not valid:
      - paid: this field is missing.
      Answer again with the corrected JSON object alone."
    `);
  });
});

describe("the conversation", () => {
  it("has every answer as it came, and what is wrong with it", () => {
    const answers = [answer("{}", [{ kind: "missing-field", path: "paid" }]), answer("no {", [{ kind: "prose" }])];
    const again = afterFailure({ question: question(), answers, lang: "en" });
    expect(again.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user", "assistant", "user"]);
    expect(again.messages.map(({ text }) => text)).toEqual([
      "Q",
      "{}",
      said("{}", [{ kind: "missing-field", path: "paid" }], "en"),
      "no {",
      said("no {", [{ kind: "prose" }], "en"),
    ]);
    expect({ ...again, messages: question().messages }).toEqual(question());
  });

  it("leaves out an answer of white space", () => {
    const { messages } = afterFailure({
      question: question(),
      answers: [answer(" \n", [{ kind: "empty" }]), answer("{", [{ kind: "truncated" }])],
      lang: "ko",
    });
    expect(messages.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
    expect(messages[0]?.text).toMatchInlineSnapshot(`
      "Q

      답변이 올바르지 않습니다.
      - JSON이 없습니다. 답변이 비어 있습니다.
      고친 JSON 객체만 다시 출력하세요."
    `);
  });

  const fault = fc.record({ kind: fc.constantFrom(...FAULTS), path: fc.constantFrom("paid", "items[0].x", "[") });

  it("takes turns, begins and ends with the user, and has no empty turn, whatever came back", () => {
    const answers = fc.array(fc.tuple(fc.oneof(fc.string(), fc.constant(" ")), fc.array(fault)), { maxLength: 4 });
    fc.assert(
      fc.property(answers, fc.constantFrom<Lang>("ko", "en"), (came, lang) => {
        const { messages } = afterFailure({
          question: question(),
          answers: came.map(([text, faults]) => answer(text, faults)),
          lang,
        });
        expect(messages.map(({ role }) => role)).toEqual(messages.map((_, i) => (i % 2 === 0 ? "user" : "assistant")));
        expect(messages.length % 2).toBe(1);
        expect(messages.every(({ text }) => /\S/.test(text))).toBe(true);
        expect(messages.filter(({ role }) => role === "assistant").map(({ text }) => text)).toEqual(
          came.map(([text]) => text).filter((text) => /\S/.test(text)),
        );
      }),
      { numRuns: 100 },
    );
  });
});
