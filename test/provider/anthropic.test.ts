import { describe, expect, it } from "vitest";
import type { Question } from "../../src/domain/question.ts";
import { usage } from "../../src/domain/usage.ts";
import { anthropic } from "../../src/provider/anthropic/messages.ts";
import { answerOf, endpoint, eventsAtEverySize, eventsOf, frames, JSON_TYPE, SSE } from "./asked.ts";
import { feed } from "./feed.ts";

const question: Question = {
  model: "claude-opus-5-5",
  messages: [{ role: "user", text: "안녕" }],
  stream: true,
};
const said = { text: "", reasoning: "", tool: "", finish: undefined, error: undefined };
const tokens = (visible_output: number) => usage({ fresh_input: 25, visible_output });

const ANSWERS: Record<string, ReturnType<typeof answerOf>> = {
  text: {
    ...said,
    text: "안녕하세요, 세상! 🇰🇷👩‍👩‍👧 값은 3만 원입니다.",
    usage: tokens(21),
    finish: "complete end_turn",
  },
  crlf: { ...said, text: "첫째 줄\r\n둘째 줄 😀", usage: tokens(9), finish: "complete stop_sequence" },
  comments: { ...said, text: "주석 사이", usage: tokens(4), finish: "complete end_turn" },
  thinking: {
    ...said,
    text: "넷입니다.",
    reasoning: "먼저 세어 보자.",
    usage: usage({ fresh_input: 25, visible_output: 9, thinking: 31 }),
    finish: "complete end_turn",
  },
  tool: { ...said, tool: '{"city": "서울"}', usage: tokens(30), finish: "tool tool_use" },
  // Field by field: fresh and written by the second, read by the first because the second says null.
  usage: {
    ...said,
    text: "요약",
    usage: usage({
      fresh_input: 31_772,
      cache_read: 1000,
      cache_write: 300,
      cache_write_1h: 400,
      visible_output: 800,
      thinking: 100,
    }),
    finish: "complete end_turn",
  },
  refusal: { ...said, text: "도와드릴 수 ", usage: tokens(7), finish: "refusal refusal" },
  "max-tokens": { ...said, text: '{"이름": "홍', usage: tokens(8), finish: "length max_tokens" },
  "context-window": { ...said, text: "긴 글", usage: tokens(8), finish: "length model_context_window_exceeded" },
  pause: { ...said, text: "찾는 중", usage: tokens(8), finish: "other pause_turn" },
  error: { ...said, text: "여기까지", usage: tokens(1), error: "overloaded_error" },
  // Streams that end without their last frame: text and usage stay, and nothing says that they are whole.
  "no-stop": { ...said, text: "끝이 없는 글", usage: tokens(8) },
  cut: { ...said, text: "중간에 끊긴 글", usage: tokens(1) },
  empty: { ...said, usage: undefined },
};

describe("Anthropic streams", () => {
  it.each(Object.entries(ANSWERS))("%s, whole and in reads of 1 and 7 bytes", async (name, answer) => {
    const { events, others } = await eventsAtEverySize(anthropic, question, frames("anthropic", name));
    expect(answerOf(events)).toEqual(answer);
    for (const other of others) expect(other).toEqual(events);
  });

  it("names the model that answered, and gives usage as it comes", async () => {
    const events = await eventsOf(anthropic, question, feed(frames("anthropic", "text"), { headers: SSE }));
    expect(events.map(({ kind }) => kind)).toEqual("start usage other text text text other usage finish".split(" "));
    expect(events[0]).toEqual({ kind: "start", model: "claude-opus-5-5", id: "msg_1" });
  });

  it("tells what an error frame says", async () => {
    const events = await eventsOf(anthropic, question, feed(frames("anthropic", "error"), { headers: SSE }));
    expect(events.at(-1)).toEqual({ kind: "error", error: { code: "overloaded_error", message: "Overloaded" } });
  });

  it("throws when it was aborted, though the SDK ends the stream as if it were whole", async () => {
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      const asked = anthropic.ask(question, {
        ...endpoint(feed(frames("anthropic", "text"), { headers: SSE, size: 100 })),
        signal: stop.signal,
        fetch: (_, init) => {
          const body = new ReadableStream<Uint8Array>({
            start(controller) {
              controller.enqueue(frames("anthropic", "cut"));
              init?.signal?.addEventListener("abort", () =>
                controller.error(new DOMException("This operation was aborted", "AbortError")),
              );
            },
          });
          return Promise.resolve(new Response(body, { headers: SSE }));
        },
      });
      for await (const event of asked) if (event.kind === "text") stop.abort(new Error("idle for too long"));
    };
    await expect(read()).rejects.toThrow("idle for too long");
  });
});

describe("Anthropic answers in one piece", () => {
  it("reads text, thinking, tool calls, usage and the stop reason", async () => {
    const message = {
      id: "msg_1",
      type: "message",
      role: "assistant",
      model: "claude-opus-5-5",
      content: [
        { type: "thinking", thinking: "생각", signature: "c2ln" },
        { type: "text", text: "답" },
        { type: "tool_use", id: "toolu_1", name: "weather", input: { city: "서울" } },
      ],
      stop_reason: "tool_use",
      usage: { input_tokens: 25, output_tokens: 30 },
    };
    const bytes = new TextEncoder().encode(JSON.stringify(message));
    const { events, others } = await eventsAtEverySize(anthropic, { ...question, stream: false }, bytes, JSON_TYPE);
    expect(answerOf(events)).toEqual({
      ...said,
      text: "답",
      reasoning: "생각",
      tool: '{"city":"서울"}',
      usage: tokens(30),
      finish: "tool tool_use",
    });
    for (const other of others) expect(other).toEqual(events);
  });
});
