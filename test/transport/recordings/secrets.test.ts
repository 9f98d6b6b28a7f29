import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanRecording } from "../../../src/transport/recordings/scan.ts";
import { findSecrets } from "../../../src/transport/recordings/secrets.ts";
import { attemptOf, REQUEST, recordingText } from "./attempts.ts";
import { KEYS, PEM, PLACES } from "./planted.ts";

const BASE62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** Drawn by a hash: what fast-check draws itself is biased to ends and repeats, as no key is. */
const wordOf = (seed: number): string =>
  Array.from(createHash("sha512").update(String(seed)).digest().subarray(0, 40), (byte) =>
    BASE62.charAt(byte % 62),
  ).join("");
const randomWord = fc.nat().map(wordOf);

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const fingerprintOf = (secret: string): string => createHash("sha256").update(secret).digest("hex").slice(0, 12);

/** Recordings with a key in every place that has room for text. */
const planted = (key: string): (readonly [place: string, text: string])[] => [
  ["a header", recordingText([attemptOf({ head: { at: 1, status: 200, headers: { "x-request-id": key } } })])],
  ["a body", recordingText([attemptOf({ body: JSON.stringify({ content: `It is ${key}, keep it.` }) })])],
  ["an error message", recordingText([attemptOf({ body: JSON.stringify({ error: { message: `No: ${key}` } }) })])],
  ["JSON in a body", recordingText([attemptOf({ body: JSON.stringify({ arguments: JSON.stringify({ a: key }) }) })])],
  ["a URL", recordingText([attemptOf({ request: { ...REQUEST, path: `/v1/models?page=${key}` } })])],
  ["base64 in a body", recordingText([attemptOf({ body: JSON.stringify({ content: base64(`it is ${key}`) }) })])],
  [
    "a body in base64",
    recordingText([attemptOf()]).replace(/"body":"[^\n]*","reads"/, `"base64":"${base64(key)}","reads"`),
  ],
  ["a line that broke off", recordingText([attemptOf({ body: `{"content":"${key}` })]).replace(/","reads".*\n$/, "")],
];

describe("keys by their shape", () => {
  it.each(KEYS)("finds a key of %s wherever it stands", (_, key) => {
    const missed = planted(key).filter(([, text]) => scanRecording(text, []).length === 0);
    expect(missed.map(([place]) => place)).toEqual([]);
  });

  it.each(KEYS)("shows four characters of a key of %s at most", (_, key) => {
    for (const [, text] of planted(key)) {
      for (const { shown } of scanRecording(text, [])) expect(shown).toMatch(/^.{0,4}…$/);
    }
  });

  it.each(PLACES)("finds what stands after %s", (_, before, key) => {
    const [found, ...more] = findSecrets(`{"message":"no",${before}${key}"}`, []);
    expect(found?.fingerprint).toBe(fingerprintOf(key));
    expect(more).toEqual([]);
  });

  it.each(["", "a", "ab", "abc"])("finds a key in base64 that begins after %j, as half a group does", (before) => {
    const missed = KEYS.filter(([, key]) =>
      findSecrets(`"${before}${base64(`it is ${key}`)}"`, []).every(({ kind }) => kind !== "key-shape"),
    );
    expect(missed.map(([name]) => name)).toEqual([]);
  });

  it("finds a private key, in JSON as well", () => {
    expect(findSecrets(PEM, [])).toHaveLength(1);
    expect(findSecrets(JSON.stringify({ a: JSON.stringify({ pem: PEM }) }), [])).toHaveLength(1);
  });

  it("finds a key whose characters are JSON escapes", () => {
    for (const [, key] of KEYS) {
      const escaped = Array.from(key, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
      expect(findSecrets(`{"a":"${escaped}"}`, [])).toMatchObject([{ fingerprint: fingerprintOf(key), field: "a" }]);
    }
  });

  it.each([
    ["a task", "task-force-1234567890-and-more"],
    ["a placeholder", "api_key=YOUR_API_KEY"],
    ["a word of a style sheet", "sk-fading-circle"],
    ["a bearer of words", "Bearer authentication is required"],
  ])("lets %s pass", (_, text) => {
    expect(findSecrets(text, [])).toEqual([]);
  });
});

describe("keys of this run", () => {
  it("are found in every form", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 30, unit: "grapheme-ascii" }), (key) => {
        const texts = [
          key,
          JSON.stringify(key),
          encodeURIComponent(key),
          base64(key),
          base64(`ab${key}`),
          base64(`a${key}`),
        ];
        for (const text of texts) expect(findSecrets(`x ${text} y`, [key]).map(({ kind }) => kind)).toContain("known");
      }),
      { numRuns: 60 },
    );
  });

  it("are not looked for when they are short: a local server's dummy is an ordinary word", () => {
    expect(findSecrets("ollama says hello", ["ollama"])).toEqual([]);
  });
});

describe("random words", () => {
  it("are found as the value of a field that holds no ids", () => {
    fc.assert(
      fc.property(
        randomWord.filter((word) => /\d/.test(word)),
        (word) => {
          const text = recordingText([attemptOf({ body: JSON.stringify({ content: word }) })]);
          expect(scanRecording(text, [])).toMatchObject([
            { line: 2, fingerprint: fingerprintOf(word), field: "content" },
          ]);
        },
      ),
      { numRuns: 100, seed: 7 },
    );
  });

  it("are accepted by their fingerprint; a key is not", () => {
    const word = "q8Zr2LxV0bNf7TyKd3WmHs9PcJ5gAu1EoI4XtR6v";
    const text = (value: string, accepted: string[]): string =>
      recordingText([attemptOf({ body: JSON.stringify({ content: value }) })], { accepted });
    expect(scanRecording(text(word, []), [])).toMatchObject([{ kind: "entropy" }]);
    expect(scanRecording(text(word, [fingerprintOf(word)]), [])).toEqual([]);
    for (const [, key] of KEYS) expect(scanRecording(text(key, [fingerprintOf(key)]), [])).toHaveLength(1);
    expect(scanRecording(text(word, [fingerprintOf(word)]), [word])).toMatchObject([{ kind: "known" }]);
  });
});

it("gets through long runs of white space, which models get stuck in", () => {
  for (const text of ["api_key", "bearer", "authorization: basic", ""]) {
    expect(findSecrets(text + " ".repeat(200_000), [])).toEqual([]);
  }
});

it.each([
  ["chat", (piece: string) => ({ choices: [{ index: 0, delta: { content: piece } }] })],
  ["responses", (piece: string) => ({ type: "response.output_text.delta", delta: piece })],
  ["messages", (piece: string) => ({ type: "content_block_delta", delta: { type: "text_delta", text: piece } })],
  ["generateContent", (piece: string) => ({ candidates: [{ content: { parts: [{ text: piece }] } }] })],
])("finds a key that a stream of %s says in pieces", (_, frame) => {
  const [, key = ""] = KEYS[0] ?? [];
  const body = [
    ...(key.match(/.{1,3}/g) ?? []).map((piece) => `data: ${JSON.stringify(frame(piece))}`),
    "data: [DONE]",
  ];
  const text = recordingText([attemptOf({ body: body.join("\n\n") })]);
  expect(scanRecording(text, [])).toMatchObject([{ line: 2, kind: "key-shape", field: "body" }]);
});
