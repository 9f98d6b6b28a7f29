import { describe, expect, it } from "vitest";
import { isInWords, numberIn } from "../../../src/grade/normal/number.ts";

describe("numberIn", () => {
  it.each([
    ["38000", 38_000],
    ["38,000원", 38_000],
    ["￦38,000", 38_000],
    ["₩ 38,000", 38_000],
    ["３８，０００", 38_000],
    ["38,000 won", 38_000],
    ["KRW 38,000", 38_000],
    ["금 38,000원정", 38_000],
    ["-5,000원", -5000],
    ["−5000", -5000],
    ["△5,000", -5000],
    ["마이너스 삼", -3],
    ["36.5℃", 36.5],
    ["15%", 15],
    ["3만 8천 원", 38_000],
    ["삼만팔천", 38_000],
    ["1.5만", 15_000],
    ["만 원", 10_000],
    ["천만", 10_000_000],
    ["백이십억 오천만", 12_050_000_000],
    ["두 개", 2],
    ["열두 명", 12],
    ["스물다섯", 25],
    ["thirty thousand", 30_000],
    ["thirty-eight thousand won", 38_000],
    ["a hundred and five", 105],
    ["one million two hundred thousand", 1_200_000],
    ["12 thousand", 12_000],
    ["영", 0],
  ])("%s is %d", (text, expected) => expect(numberIn(text)).toBe(expected));

  it.each([
    "",
    " ",
    "원",
    "-",
    "약",
    "없음",
    "38,00",
    "3 8",
    "이삼",
    "about 5",
    "five five",
    "a",
    "thousandth",
    "3만원짜리",
    "1e5",
    "12-3",
  ])("%j is none", (text) => expect(numberIn(text)).toBeUndefined());
});

it.each([
  ["삼만 원", true],
  ["3만 8천", true],
  ["thirty", true],
  ["38,000원", false],
  ["３８０００", false],
  ["모름", false],
])("%s in words: %s", (text, expected) => expect(isInWords(text)).toBe(expected));
