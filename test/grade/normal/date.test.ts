import { expect, it } from "vitest";
import { looksLikeDate, momentIn, sameMoment } from "../../../src/grade/normal/date.ts";

it.each([
  ["2026-11-24", "2026-11-24"],
  ["2026-1-4", "2026-01-04"],
  ["2026.11.24.", "2026-11-24"],
  ["2026. 11. 24. (화)", "2026-11-24"],
  ["2026/11/24", "2026-11-24"],
  ["20261124", "2026-11-24"],
  ["２０２６년 １１월 ２４일", "2026-11-24"],
  ["2026년 11월 24일 화요일", "2026-11-24"],
  ["November 24, 2026", "2026-11-24"],
  ["Tuesday, Nov. 24th 2026", "2026-11-24"],
  ["24 November 2026", "2026-11-24"],
  ["2026-11-24T15:30:00+09:00", "2026-11-24"],
  ["2026-02-29", undefined],
  ["2026-13-01", undefined],
  ["11/24/2026", undefined],
  ["Smarch 3, 2026", undefined],
  ["내일", undefined],
])("%s is %s", (text, day) => expect(momentIn(text)?.day).toBe(day));

it.each([
  ["2026-11-24", "2026년 11월 24일", true],
  ["2026-11-24", "2026-11-24T15:30", true],
  ["2026-11-24T15:30", "2026-11-24 15:30:00", true],
  ["2026-11-24T15:30", "2026-11-24", false],
  ["2026-11-24T15:30", "2026-11-24T15:31", false],
  ["2026-11-24T15:30:00+09:00", "2026-11-24T06:30:00Z", true],
  ["2026-11-24T15:30:00+0900", "2026-11-24T15:30:00Z", false],
  ["2026-11-24", "2026-11-25", false],
  ["2026-11-24", "내일", false],
  ["2026-11", "2026-11", true],
])("of %s, %s: %s", (expected, given, right) => expect(sameMoment(expected, given)).toBe(right));

it.each([
  ["11/05/2026", true],
  ["2024-3", true],
  ["2024년 3월", true],
  ["Mar 2024", true],
  ["3월", true],
  ["A-12", false],
  ["Marble 3", false],
  ["다음 주", false],
])("%s looks like a date: %s", (text, expected) => expect(looksLikeDate(text)).toBe(expected));
