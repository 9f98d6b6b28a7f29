import fc from "fast-check";
import { expect, it } from "vitest";
import { hasLoneSurrogate, hasMojibake } from "../../../src/grade/read/letters.ts";

const hangul = fc.string({
  unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code)),
  minLength: 1,
});

it("any Hangul is whole, and broken once its bytes are read as Latin letters", () => {
  fc.assert(
    fc.property(hangul, (text) => {
      const bytes = new TextEncoder().encode(text);
      expect(hasMojibake(text)).toBe(false);
      expect(hasMojibake(String.fromCharCode(...bytes))).toBe(true);
      expect(hasMojibake(new TextDecoder("windows-1252").decode(bytes))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it.each(["Ênê, naïve café", "«é»", "ê—", "日本語 ÿ", "이것은 글", "São Paulo", "í"])("%s is whole", (text) =>
  expect(hasMojibake(text)).toBe(false),
);

it("half of a pair is told from a whole one", () => {
  expect(hasLoneSurrogate("😀 가")).toBe(false);
  expect(hasLoneSurrogate("\ud83d 가")).toBe(true);
  expect(hasLoneSurrogate("\ude00\ud83d")).toBe(true);
});
