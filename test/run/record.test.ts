import { describe, expect, it } from "vitest";
import { Attempt } from "../../src/domain/attempt.ts";
import { bared } from "../../src/log/bared.ts";
import { redact } from "../../src/log/redact.ts";
import { isSurelyWhole } from "../../src/log/whole.ts";
import type { AttemptResult } from "../../src/run/attempt.ts";
import { record } from "../../src/run/record.ts";
import { newWireLog } from "../../src/transport/wire-log.ts";

const RESULT: AttemptResult = {
  times: { event0: 1, any: 2, last: 3, end: 4 },
  text: "",
  reasoning: "",
  tool: "",
  outputs: 1,
  outputTimes: [2],
  model: "gpt-test",
  responseId: "c1",
  usage: undefined,
  usageRaw: undefined,
  finish: { reason: "tool", raw: "tool_calls" },
  failure: undefined,
};
const ASKED = { id: "a1", attempt: 1, started: "2026-11-25T00:00:00.000Z", target: "openai/gpt-test", api: "chat" };
const SECRET = "planted-secret-0a1B2c3D";

const lineOf = (result: Partial<AttemptResult>): Attempt =>
  record(ASKED, { ...RESULT, ...result }, newWireLog(), (text) => redact(text, [SECRET]));

describe("the line of an attempt that called a tool", () => {
  it("has the arguments beside the text, and counts the text alone", () => {
    const line = lineOf({ text: "네", tool: '{"시":"서울"}' });
    expect(line).toMatchObject({
      "tokenwon.tool": '{"시":"서울"}',
      "tokenwon.text": "네",
      "tokenwon.chars": 1,
      "tokenwon.bytes": 3,
    });
    expect(Attempt.safeParse(line).success).toBe(true);
    expect(lineOf({ text: "네" })).not.toHaveProperty(["tokenwon.tool"]);
  });

  it("has no secret in them", () => {
    expect(lineOf({ tool: `{"key":"${SECRET}"}` })["tokenwon.tool"]).toBe('{"key":"[redacted]"}');
  });

  it("is read the quick way, without the rest of its text and the reads of its body", () => {
    const line = lineOf({ text: "네, 불렀습니다.", tool: '{"시":"서울"}' });
    const long = { ...line, "tokenwon.wire": { ...line["tokenwon.wire"], chunks: [[1, 20]] } };
    const bare = JSON.parse(bared(Buffer.from(JSON.stringify(long)))) as unknown;
    expect(bare).toEqual({ ...line, "tokenwon.text": "네" });
    expect(isSurelyWhole(bare)).toBe(true);
  });
});
