import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formsOf } from "../../src/domain/secret-forms.ts";

const base64 = (text: string, how: "base64" | "base64url" = "base64"): string => Buffer.from(text).toString(how);

describe("the forms of a secret", () => {
  it("are none for what is too short to be one", () => {
    expect(formsOf("1234567")).toEqual([]);
    expect(formsOf("12345678")).toContain("12345678");
  });

  it("hold it as it stands in JSON, in a URL, and in base64 after any bytes and before any", () => {
    const secret = fc.string({ unit: "grapheme", minLength: 8, maxLength: 24 });
    fc.assert(
      fc.property(secret, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (key, before, after) => {
        const forms = formsOf(key);
        const texts = [
          key,
          JSON.stringify({ key }),
          `https://a.test/?key=${encodeURIComponent(key)}`,
          new URLSearchParams({ key }).toString(),
          base64(before + key + after),
          base64(before + key + after, "base64url"),
        ];
        for (const text of texts)
          expect(
            forms.some((form) => text.includes(form)),
            text,
          ).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("are each long enough not to be an ordinary word, and each once", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 24 }), (key) => {
        const forms = formsOf(key);
        expect(new Set(forms).size).toBe(forms.length);
        for (const form of forms) expect(form.length).toBeGreaterThanOrEqual(8);
      }),
      { numRuns: 100 },
    );
  });

  it("do not break at half a character", () => {
    expect(() => formsOf("12345678\uD83D")).not.toThrow();
  });
});
