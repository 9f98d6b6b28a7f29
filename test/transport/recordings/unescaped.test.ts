import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readings } from "../../../src/transport/recordings/unescaped.ts";

const last = (text: string): string => readings(text).at(-1)?.text ?? "";

describe("a text without JSON's escapes", () => {
  it("reads as it was before it was put into JSON, however often", () => {
    const plain = fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => !text.includes("\\"));
    fc.assert(
      fc.property(plain, fc.integer({ min: 1, max: 3 }), (text, times) => {
        let escaped = text;
        for (let i = 0; i < times; i++) escaped = JSON.stringify(escaped).slice(1, -1);
        expect(last(escaped)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it("tells where each of its characters stands in the text that it was made of", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (before, after) => {
        const text = JSON.stringify(JSON.stringify({ [before]: `${before}환불${after}` }));
        const mark = text.indexOf("환불");
        for (const reading of readings(text)) expect(reading.at(reading.text.indexOf("환불"))).toBe(mark);
      }),
      { numRuns: 100 },
    );
  });

  it("lets an escape that broke off stand", () => {
    expect(last('"a\\u00')).toBe('"a\\u00');
  });
});
