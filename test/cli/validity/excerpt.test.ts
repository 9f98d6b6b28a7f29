import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt } from "../../../src/cli/validity/excerpt.ts";
import { FAULTS } from "../../../src/domain/grade.ts";

const long = (before: number, field: string, after: number): string =>
  `{"a":"${"가".repeat(before)}","${field}":3,"z":"${"나".repeat(after)}"}`;

describe("an excerpt", () => {
  it.each([
    ["a short answer as it is", '{"amount":"삼만 원"}', "number-words", "amount", '{"amount":"삼만 원"}'],
    ["on one line", '```json\n{\n\t"a": 1\n}\n```\n', "fence", undefined, '```json { "a": 1 } ```'],
    ["nothing of nothing", " \n", "empty", undefined, ""],
    ["without an address of mail", '{"to":"haneul.kim+a@example.co.kr"}', "prose", undefined, '{"to":"[mail]"}'],
    ["without a phone", '{"p":"010-0000-1234"}', "prose", undefined, '{"p":"[phone]"}'],
    ["without a phone of a city", "전화는 02-000-1234입니다", "prose", undefined, "전화는 [phone]입니다"],
    ["without a phone that has a country", '{"p":"+82-10-0000-1234"}', "prose", undefined, '{"p":"[phone]"}'],
    ["without a phone that has blanks or dots", "010 0000 1234, 010.0000.1234", "prose", undefined, "[phone], [phone]"],
    ["without a phone in one piece", '{"p":"01000001234"}', "prose", undefined, '{"p":"[phone]"}'],
    ["without a number of a person", "주민번호 900101-1234567입니다", "prose", undefined, "주민번호 [number]입니다"],
    [
      "with days, sums and numbers of goods",
      "2026-11-25 38,000 1234567890",
      "prose",
      undefined,
      "2026-11-25 38,000 1234567890",
    ],
  ] as const)("is %s", (_, answer, fault, path, text) => {
    expect(excerpt(answer, fault, path)).toBe(text);
  });

  it("of a long answer stands around the field that is wrong", () => {
    const text = excerpt(long(300, "amount", 300), "wrong-type", "items[3].amount");
    expect(text).toMatch(/^…가+","amount":3,"z":"나+…$/);
    expect(text.indexOf('"amount"')).toBeLessThanOrEqual(41);
  });

  it.each([
    ["without a place", "prose", undefined],
    ["whose field is not in it", "missing-field", "total"],
    ["whose list alone is named", "constraint", "[2]"],
  ] as const)("of a long answer %s is its beginning", (_, fault, path) => {
    expect(excerpt(long(300, "amount", 300), fault, path)).toMatch(/^\{"a":"가{134}…$/);
  });

  it.each(["truncated", "trailing-comma"] as const)("of what is %s is its end", (fault) => {
    expect(excerpt(long(300, "amount", 300), fault, "amount")).toMatch(/^…나{138}"\}$/);
  });

  it("holds whole letters and pictures, and is one line of 142 code points at most", () => {
    const letters = fc.constantFrom(
      "한",
      "글",
      "😀",
      "👩",
      "a",
      '"',
      " ",
      "\n",
      "\u2028",
      '"amount"',
      " 010-0000-1234 ",
      "é",
    );
    const answer = fc.array(letters, { maxLength: 400 }).map((all) => all.join(""));
    fc.assert(
      fc.property(
        answer,
        fc.constantFrom(...FAULTS),
        fc.option(fc.constant("amount"), { nil: undefined }),
        (text, fault, path) => {
          const found = excerpt(text, fault, path);
          expect(Array.from(found).length).toBeLessThanOrEqual(142);
          expect(Buffer.from(found).toString()).toBe(found);
          expect(found).not.toMatch(/[\n\u2028]|\d{3}-\d{4}-\d{4}/);
          expect(excerpt(text, fault, path)).toBe(found);
        },
      ),
      { numRuns: 100 },
    );
  });
});
