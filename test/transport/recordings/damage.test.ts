import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/domain/error.ts";
import { parseRecording } from "../../../src/transport/recordings/file.ts";
import { attemptOf, recordingText } from "./attempts.ts";

const WHOLE = recordingText([attemptOf(), attemptOf({ trial: "second" })]);
const edited = (from: string | RegExp, to: string): string => {
  const text = WHOLE.replace(from, to);
  expect(text).not.toBe(WHOLE);
  return text;
};

const refusal = (text: string): UserError => {
  try {
    parseRecording(text, "a/r.jsonl");
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("it was read");
};

const [FIRST = "", SECOND = ""] = WHOLE.split("\n");

const DAMAGES: readonly (readonly [name: string, text: () => string, message: string])[] = [
  ["an empty file", () => "", "a/r.jsonl is empty: it lacks the line that begins a recording."],
  ["no header", () => `${SECOND}\n`, 'a/r.jsonl:1 does not begin a recording: it has no "tokenwon.recording".'],
  [
    "another version",
    () => edited(':1,"suite"', ':2,"suite"'),
    "a/r.jsonl:1 is of version 2, and this tokenwon reads version 1.",
  ],
  [
    "a version of words",
    () => edited(':1,"suite"', ':"x","suite"'),
    "a/r.jsonl:1 is of an unknown version, and this tokenwon reads version 1.",
  ],
  ["null for a header", () => "null\n", 'a/r.jsonl:1 does not begin a recording: it has no "tokenwon.recording".'],
  ["an origin that is none", () => edited('"live"', '"dream"'), "a/r.jsonl:1 is damaged: origin: "],
  ["a file that broke off", () => WHOLE.slice(0, -20), "a/r.jsonl:3 is not JSON: it was cut off or edited."],
  ["an empty line", () => `${WHOLE}\n`, "a/r.jsonl:4 is not JSON: it was cut off or edited."],
  [
    "a field of its own",
    () => edited('{"key"', '{"mine":1,"key"'),
    "a/r.jsonl:2 is damaged: a field that it may not have.",
  ],
  ["no trial", () => edited('"trial":"openai/gpt-4o refund.ko 1",', ""), "a/r.jsonl:2 is damaged: trial: "],
  ["half a tick", () => edited('"called":6', '"called":6.5'), "a/r.jsonl:2 is damaged: called: "],
  ["another request", () => edited("환불해", "반품해"), "a/r.jsonl:2 has a key that is not that of its request."],
  [
    "another body",
    () => edited("chatcmpl-1", "chatcmpl-10"),
    "a/r.jsonl:2 has reads of 19 bytes in all, but its body has 20.",
  ],
  [
    "two bodies",
    () => edited('"reads"', '"base64":"aGk=","reads"'),
    "a/r.jsonl:2 holds its body twice: as text and as base64.",
  ],
  [
    "no body",
    () => edited(/"body":"\{[^\n]*?"reads"/, '"reads"'),
    "a/r.jsonl:2 has an answer without a body: an empty one is written as text.",
  ],
  [
    "an attempt again",
    () => `${FIRST}\n${SECOND}\n${SECOND}\n`,
    "a/r.jsonl:3 holds attempt 1 of trial openai/gpt-4o refund.ko 1 again: line 2 has it.",
  ],
];

describe("a damaged recording", () => {
  it.each(DAMAGES)("says what is wrong with it: %s", (_, text, message) => {
    const error = refusal(text());
    expect(error.kind).toBe("recording");
    // What zod says of a value is its own affair.
    expect(message.endsWith(": ") ? error.message.slice(0, message.length) : error.message).toBe(message);
    expect(error.fix).toMatch(/\S/);
  });

  it("quotes nothing of a line that is no JSON, and no name of a field that it may not have", () => {
    for (const text of [`${FIRST}\n{"a":"open sesame"`, edited('{"key"', '{"open sesame":1,"key"'), "open sesame"])
      expect(refusal(text).message).not.toContain("sesame");
  });
});
