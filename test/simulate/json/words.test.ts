import fc from "fast-check";
import { expect, it } from "vitest";
import { looksLikeDate, momentIn } from "../../../src/grade/normal/date.ts";
import { isInWords, numberIn } from "../../../src/grade/normal/number.ts";
import { dateWords, laterDate } from "../../../src/simulate/json/date-words.ts";
import { numberWords } from "../../../src/simulate/json/number-words.ts";

it.each([
  [0, "영", "zero"],
  [5, "오", "five"],
  [38_000, "삼만 팔천", "thirty-eight thousand"],
  [10_010, "만 십", "ten thousand ten"],
  [110_000, "십일만", "one hundred ten thousand"],
  [1_234_567, "백이십삼만 사천오백육십칠", "one million two hundred thirty-four thousand five hundred sixty-seven"],
  [100_010_000, "일억 만", "one hundred million ten thousand"],
  [-3000, "마이너스 삼천", "minus three thousand"],
])("%d is said %s and %s", (value, ko, en) => {
  expect([numberWords(value, "ko"), numberWords(value, "en")]).toEqual([ko, en]);
});

it.each([38.2, 1e12, Number.NaN])("%d is not said in words", (value) => {
  expect(numberWords(value, "ko")).toBeUndefined();
});

it("a number in words is read as the same number", () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12) + 1, max: 10 ** 12 - 1 }), fc.constantFrom("ko", "en"), (value, lang) => {
      const words = numberWords(value, lang) ?? "";
      expect(numberIn(words)).toBe(value);
      expect(isInWords(words)).toBe(true);
    }),
  );
});

it.each([
  ["2026-11-05", "11월 5일", "Nov 5, 2026", "2026-11-06"],
  ["2026-12-31", "12월 31일", "Dec 31, 2026", "2027-01-01"],
  ["2026-11-05T09:30:00Z", "11월 5일", "Nov 5, 2026", "2026-11-06T09:30:00Z"],
  ["2018-12", "2018년 12월", "Dec 2018", "2019-01"],
  ["15:30", "오후 3시 30분", "3:30 PM", "16:30"],
  ["00:00", "오전 12시", "12:00 AM", "01:00"],
  ["23:05", "오후 11시 5분", "11:05 PM", "00:05"],
])("%s is written %s and %s; after it comes %s", (text, ko, en, later) => {
  expect([dateWords(text, "ko"), dateWords(text, "en"), laterDate(text)]).toEqual([ko, en, later]);
});

it.each(["", "배송 지연", "000-00-00011", "0000-1204-3381", "12-3"])("%j is no date", (text) => {
  expect([dateWords(text, "ko"), laterDate(text)]).toEqual([undefined, undefined]);
});

it("a day in words is still seen as one, in English as the same", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(momentIn(dateWords(day, "en") ?? "")).toEqual({ day });
      expect(looksLikeDate(dateWords(day, "ko") ?? "")).toBe(true);
    }),
  );
});
