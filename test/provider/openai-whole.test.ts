import { describe, expect, it } from "vitest";
import type { Provider } from "../../src/domain/provider.ts";
import { openaiChat } from "../../src/provider/openai/chat.ts";
import { openaiResponses } from "../../src/provider/openai/responses.ts";
import { answer, endpoint, line, QUESTION } from "./openai-answer.ts";

async function said(provider: Provider, body: unknown): Promise<string[]> {
  const fetch: typeof globalThis.fetch = () => Promise.resolve(Response.json(body));
  const { events, thrown } = await answer(provider, { ...QUESTION, stream: false }, endpoint(fetch));
  expect(thrown).toBeUndefined();
  return events.map(line);
}

const usage = { prompt_tokens: 12, completion_tokens: 7, prompt_tokens_details: { cached_tokens: 4 } };
const chat = (message: unknown, finish_reason: string, more: object = {}): Promise<string[]> =>
  said(openaiChat, { id: "c1", model: "m-1", choices: [{ index: 0, message, finish_reason }], usage, ...more });

const USAGE = "usage fresh_input=8 cache_read=4 visible_output=7";

describe("a chat completion that comes whole", () => {
  it("says what its stream would", async () => {
    expect(await chat({ content: "안녕", refusal: null, reasoning_content: "음" }, "stop")).toEqual([
      "start m-1 c1",
      "reasoning 음",
      "text 안녕",
      USAGE,
      "finish complete (stop)",
    ]);
    expect(await chat({ content: null, refusal: "안 됩니다." }, "stop")).toContain("finish refusal (stop)");
    const calls = { content: null, tool_calls: [{ id: "t", function: { name: "f", arguments: "{}" } }] };
    expect(await chat(calls, "tool_calls")).toEqual(["start m-1 c1", "tool {}", USAGE, "finish tool (tool_calls)"]);
    expect(await chat({ content: "x" }, "length", { usage: undefined })).toEqual([
      "start m-1 c1",
      "text x",
      "finish length (length)",
    ]);
  });

  it("is not finished when it is not one", async () => {
    expect(await said(openaiChat, {})).toEqual(["other"]);
    expect(await said(openaiChat, null)).toEqual(["other"]);
  });
});

const response = (status: string, output: unknown[], more: object = {}): Promise<string[]> =>
  said(openaiResponses, {
    id: "r1",
    object: "response",
    model: "m-1",
    status,
    output,
    usage: { input_tokens: 12, output_tokens: 7, input_tokens_details: { cached_tokens: 4 } },
    ...more,
  });
const message = (...content: object[]): object => ({ type: "message", content });
const START = "start m-1 r1";

describe("a response that comes whole", () => {
  it("says what its stream would", async () => {
    const reasoning = { type: "reasoning", summary: [{ type: "summary_text", text: "음" }], content: [{ text: "흠" }] };
    const text = message({ type: "output_text", text: "안" }, { type: "output_text", text: "녕" });
    expect(await response("completed", [reasoning, text])).toEqual([
      START,
      "reasoning 음",
      "reasoning 흠",
      "text 안",
      "text 녕",
      USAGE,
      "finish complete (completed)",
    ]);
    expect(await response("completed", [message({ type: "refusal", refusal: "안 됩니다." })])).toEqual([
      START,
      "text 안 됩니다.",
      USAGE,
      "finish refusal (completed)",
    ]);
    expect(await response("completed", [{ type: "function_call", arguments: "{}" }])).toEqual([
      START,
      "tool {}",
      USAGE,
      "finish tool (completed)",
    ]);
  });

  it("ends as its status says", async () => {
    const cut = { incomplete_details: { reason: "max_output_tokens" } };
    expect(await response("incomplete", [], cut)).toEqual([START, USAGE, "finish length (max_output_tokens)"]);
    const failed = { error: { code: "server_error", message: "Sorry." } };
    expect(await response("failed", [], failed)).toEqual([START, USAGE, "error - server_error: Sorry."]);
    expect(await response("cancelled", [])).toEqual([START, USAGE, "error - -: response cancelled"]);
    expect(await response("in_progress", [], { usage: null })).toEqual([START]);
  });
});
