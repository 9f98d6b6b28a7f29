import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/dataset/normalise.ts";
import { anyText } from "../tokenize/texts.ts";

describe("normalising", () => {
  it.each([
    ["한국어".normalize("NFD"), "한국어"],
    ["10\u00a0000원", "10 000원"],
    ["가\u3000나\u2009다", "가 나 다"],
    ["\ufeff가", "가"],
    ["줄\n바꿈\t탭", "줄\n바꿈\t탭"],
    ["ＡＢ％", "ＡＢ％"],
  ])("%j becomes %j", (given, plain) => {
    expect(normalise(given)).toBe(plain);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});
