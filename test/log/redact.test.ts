import fc from "fast-check";
import { expect, test } from "vitest";
import { SHORTEST_SECRET } from "../../src/domain/secret-forms.ts";
import { redact } from "../../src/log/redact.ts";

/** Any text that the mark of a redaction cannot be taken for. */
const secret = fc
  .string({ unit: "grapheme", minLength: SHORTEST_SECRET, maxLength: 60 })
  .map((text) => text.replace(/[[\]]/g, "_"))
  .filter((text) => Buffer.from(text).toString() === text && !/^redacted$/i.test(text));
const words = fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replace(/[[\]]/g, ""));

const FORMS: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  encodeURIComponent,
  (secret) => encodeURIComponent(secret).replace(/%../g, (byte) => byte.toLowerCase()),
  (secret) => new URLSearchParams({ secret }).toString().slice("secret=".length),
  (secret) => JSON.stringify(secret).slice(1, -1),
  (secret) => Buffer.from(secret).toString("base64"),
  (secret) => Buffer.from(secret).toString("base64url"),
];

test("no secret survives, in whichever form it stands and whatever stands beside it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(secret, fc.nat(FORMS.length - 1), words), { minLength: 1, maxLength: 5 }),
      (items) => {
        const secrets = items.map(([item]) => item);
        const text = items.map(([item, form, after]) => `${FORMS[form]?.(item) ?? ""}${after}`).join("");
        const clean = redact(text, secrets);
        for (const form of FORMS) for (const item of secrets) expect(clean).not.toContain(form(item));
      },
    ),
  );
});

test("overlapping secrets go as one, and nothing of either is left", () => {
  fc.assert(
    fc.property(secret, fc.nat(SHORTEST_SECRET - 1), (text, shared) => {
      const other = `${text.slice(text.length - shared)}0123456789`;
      const joined = text + other.slice(shared);
      expect(redact(`<${joined}>`, [text, other])).toBe("<[redacted]>");
    }),
  );
});

test("a secret within a longer base64 text is found wherever it stands in it", () => {
  const key = "my-own-secret-0123456789";
  for (const user of ["", "a", "ab", "abc", "key:"]) {
    const basic = Buffer.from(`${user}${key}:x`).toString("base64");
    const clean = redact(`Basic ${basic}`, [key]);
    expect(clean).toContain("[redacted]");
    expect(Buffer.from(clean.split(" ")[1] ?? "", "base64").toString()).not.toContain(key.slice(2, -2));
  }
});

test.each([
  ["Incorrect API key provided: sk-proj-abc***wxyz.", "Incorrect API key provided: [redacted]."],
  ["x-api-key sk-ant-api03-AAAA_bbbb-1234", "x-api-key [redacted]"],
  ["?key=AIzaSyA-1234567890abcdefghijklmnopqrstu&alt=sse", "?key=[redacted]&alt=sse"],
  ["gsk_0123456789abcdef failed", "[redacted] failed"],
  ['{"authorization":"Bearer abc.def-123=="}', '{"authorization":"[redacted]"}'],
  ["authorization: bearer abcd-1234", "authorization: [redacted]"],
])("what looks like a vendor's key goes without being told: %s", (text, clean) => {
  expect(redact(text, [])).toBe(clean);
});

test.each([
  "You need to send a header (i.e. Authorization: Bearer YOUR_KEY).",
  "invalid bearer token",
  "task-force-something, risk-adjusted, sk-1",
  "서울의 날씨는 맑습니다.",
])("ordinary words are left alone: %s", (text) => {
  expect(redact(text, [])).toBe(text);
});

test("text without secrets is unchanged, and a dummy key is no secret", () => {
  fc.assert(fc.property(fc.stringMatching(/^[가-힣 .,]*$/), (text) => redact(text, ["abcdefgh", ""]) === text));
  expect(redact("ollama does not answer", ["ollama", "", "EMPTY"])).toBe("ollama does not answer");
});

test("redacting twice changes nothing more", () => {
  fc.assert(
    fc.property(secret, words, words, (item, before, after) => {
      const once = redact(before + item + after, [item]);
      expect(redact(once, [item])).toBe(once);
    }),
  );
});
