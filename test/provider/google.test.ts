import { describe, expect, it } from "vitest";
import type { Question } from "../../src/domain/question.ts";
import { usage } from "../../src/domain/usage.ts";
import { google } from "../../src/provider/google/generate.ts";
import { answerOf, eventsAtEverySize, eventsOf, frames, JSON_TYPE, noting, SSE } from "./asked.ts";
import { feed } from "./feed.ts";

const question: Question = {
  model: "gemini-3.8-flash",
  messages: [
    { role: "user", text: "안녕" },
    { role: "assistant", text: "네" },
    { role: "user", text: "몇 개?" },
  ],
  stream: true,
};
const said = { text: "", reasoning: "", tool: "", finish: undefined, error: undefined };
const tokens = (visible_output: number) => usage({ fresh_input: 10, visible_output });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const ANSWERS: Record<string, ReturnType<typeof answerOf>> = {
  text: { ...said, text: "안녕하세요, 세상! 🇰🇷👩‍👩‍👧 값은 3만 원입니다.", usage: tokens(12), finish: "complete STOP" },
  crlf: { ...said, text: "첫째 줄\r\n둘째 줄 😀", usage: tokens(6), finish: "complete STOP" },
  comments: { ...said, text: "주석 사이", usage: tokens(3), finish: "complete STOP" },
  thoughts: {
    ...said,
    text: "넷입니다.",
    reasoning: "먼저 세어 보자.",
    usage: usage({ fresh_input: 10, visible_output: 4, thinking: 31 }),
    finish: "complete STOP",
  },
  "function-call": { ...said, tool: '{"city":"서울"}', usage: tokens(7), finish: "complete STOP" },
  // The last of running totals, not their sum.
  usage: {
    ...said,
    text: "요약",
    usage: usage({ fresh_input: 570, cache_read: 3500, visible_output: 9, thinking: 50 }),
    finish: "complete STOP",
  },
  "blocked-prompt": { ...said, usage: usage({ fresh_input: 12 }), finish: "filter PROHIBITED_CONTENT" },
  safety: { ...said, text: "도와드릴 수 ", usage: tokens(3), finish: "filter SAFETY" },
  "max-tokens": { ...said, text: '{"이름": "홍', usage: tokens(8), finish: "length MAX_TOKENS" },
  "malformed-call": { ...said, usage: tokens(0), finish: "other MALFORMED_FUNCTION_CALL" },
  continuation: { ...said, text: "계속할 글", usage: tokens(8), finish: "other CONTINUATION" },
  error: { ...said, text: "여기까지", usage: tokens(2), error: "UNAVAILABLE" },
  cut: { ...said, text: "중간에 끊긴 글", usage: tokens(4) },
  empty: { ...said, usage: undefined },
};

describe("Google streams", () => {
  it.each(Object.entries(ANSWERS))("%s, whole and in reads of 1 and 7 bytes", async (name, answer) => {
    const { events, others } = await eventsAtEverySize(google, question, frames("google", name));
    expect(answerOf(events)).toEqual(answer);
    for (const other of others) expect(other).toEqual(events);
  });

  it("names the model that answered, and gives usage as it comes", async () => {
    const events = await eventsOf(google, question, feed(frames("google", "text"), { headers: SSE }));
    expect(events.map(({ kind }) => kind)).toEqual("start text usage text text usage text usage finish".split(" "));
    expect(events[0]).toEqual({ kind: "start", model: "gemini-3.8-flash", id: "r1" });
  });

  it("tells what an error frame says, and how long to wait", async () => {
    const events = await eventsOf(google, question, feed(frames("google", "error"), { headers: SSE }));
    expect(events.at(-1)).toEqual({
      kind: "error",
      error: { status: 503, code: "UNAVAILABLE", message: "The model is overloaded.", retryAfterMs: 53_000 },
    });
  });

  it("does not continue by itself", async () => {
    const { sent, fetch } = noting(feed(frames("google", "continuation"), { headers: SSE }));
    await eventsOf(google, question, fetch);
    expect(sent).toHaveLength(1);
  });
});

describe("Google answers in one piece", () => {
  it("reads parts, usage and the finish reason", async () => {
    const response = {
      candidates: [
        {
          content: { role: "model", parts: [{ text: "생각", thought: true }, { text: "답" }] },
          finishReason: "STOP",
        },
      ],
      usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 1, thoughtsTokenCount: 2, totalTokenCount: 13 },
    };
    const bytes = encode(JSON.stringify(response));
    const { events, others } = await eventsAtEverySize(google, { ...question, stream: false }, bytes, JSON_TYPE);
    expect(answerOf(events)).toEqual({
      ...said,
      text: "답",
      reasoning: "생각",
      usage: usage({ fresh_input: 10, visible_output: 1, thinking: 2 }),
      finish: "complete STOP",
    });
    for (const other of others) expect(other).toEqual(events);
  });
});
