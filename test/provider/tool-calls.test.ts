import { describe, expect, it } from "vitest";
import type { Provider } from "../../src/domain/provider.ts";
import { anthropic } from "../../src/provider/anthropic/messages.ts";
import { google } from "../../src/provider/google/generate.ts";
import { openaiChat } from "../../src/provider/openai/chat.ts";
import { openaiResponses } from "../../src/provider/openai/responses.ts";
import { answerOf, eventsOf, JSON_TYPE, SSE } from "./asked.ts";
import { feed } from "./feed.ts";

const question = { model: "m", messages: [{ role: "user", text: "안녕" }] } as const;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is read of frames, and of the same answer that comes whole. */
async function read(provider: Provider, frames: readonly object[], whole: object): Promise<readonly [string, string]> {
  const sse = frames
    .map((frame) => `${"type" in frame ? `event: ${String(frame.type)}\n` : ""}data: ${JSON.stringify(frame)}\n\n`)
    .join("");
  const streamed = await eventsOf(provider, { ...question, stream: true }, feed(bytes(sse), { headers: SSE }));
  const one = feed(bytes(JSON.stringify(whole)), { headers: JSON_TYPE });
  const atOnce = await eventsOf(provider, { ...question, stream: false }, one);
  return [answerOf(streamed), answerOf(atOnce)].map(({ tool, text }) => `${tool}|${text}`) as [string, string];
}

const A = { city: "서울" };
const B = { city: "부산" };
const chatCall = (index: number, args: string, more: object = {}): object => ({
  choices: [{ index: 0, delta: { tool_calls: [{ index, ...more, function: { arguments: args } }] } }],
});
const whole = (input: object): object => ({
  id: "t",
  type: "function",
  function: { arguments: JSON.stringify(input) },
});

const piece = (index: number, partial_json: string): object => ({
  type: "content_block_delta",
  index,
  delta: { type: "input_json_delta", partial_json },
});
const block = (index: number, input: object = {}): object => ({
  type: "content_block_start",
  index,
  content_block: { type: "tool_use", id: `t${index}`, name: "weather", input },
});
const stop = (index: number): object => ({ type: "content_block_stop", index });
const uses = (...inputs: object[]): object => ({
  content: inputs.map((input, i) => ({ type: "tool_use", id: `t${i}`, name: "weather", input })),
});

const call = (item: string, delta: string): object => ({
  type: "response.function_call_arguments.delta",
  item_id: item,
  delta,
});
const parts = (...given: object[]): object => ({ candidates: [{ content: { parts: given } }] });

describe("of two tool calls the first one is read, in a stream and whole", () => {
  it.each<[string, Provider, object[], object]>([
    [
      "chat completions, their pieces mixed",
      openaiChat,
      [chatCall(0, '{"city":', { id: "a" }), chatCall(1, '{"city":"부산"}', { id: "b" }), chatCall(0, '"서울"}')],
      { choices: [{ index: 0, message: { content: null, tool_calls: [whole(A), whole(B)] } }] },
    ],
    [
      "responses",
      openaiResponses,
      [call("a", '{"city":'), call("a", '"서울"}'), call("b", '{"city":"부산"}')],
      { output: [A, B].map((input) => ({ type: "function_call", arguments: JSON.stringify(input) })) },
    ],
    [
      "messages",
      anthropic,
      [
        block(0),
        piece(0, ""),
        piece(0, '{"city":'),
        piece(0, '"서울"}'),
        stop(0),
        block(1),
        piece(1, '{"city":"부산"}'),
        stop(1),
      ],
      uses(A, B),
    ],
    [
      "generateContent",
      google,
      [parts({ functionCall: { name: "weather", args: A } }), parts({ functionCall: { name: "weather", args: B } })],
      parts({ functionCall: { name: "weather", args: A } }, { functionCall: { name: "weather", args: B } }),
    ],
  ])("%s", async (_, provider, frames, body) => {
    expect(await read(provider, frames, body)).toEqual(['{"city":"서울"}|', '{"city":"서울"}|']);
  });
});

describe("a call without arguments is one with an empty object", () => {
  it.each<[string, Provider, object[], object]>([
    ["messages", anthropic, [block(0), piece(0, ""), stop(0), block(1), piece(1, '{"a":1}'), stop(1)], uses({}, A)],
    [
      "generateContent",
      google,
      [parts({ functionCall: { name: "now" } })],
      parts({ functionCall: { name: "now", args: {} } }),
    ],
  ])("%s", async (_, provider, frames, body) => {
    expect(await read(provider, frames, body)).toEqual(["{}|", "{}|"]);
  });
});

it("input that stands where a block begins is read when no piece of it comes", async () => {
  expect(await read(anthropic, [block(0, A), stop(0)], uses(A))).toEqual(['{"city":"서울"}|', '{"city":"서울"}|']);
});

it("text beside a call stays text", async () => {
  const text = { type: "content_block_start", index: 0, content_block: { type: "text", text: "볼게요." } };
  const frames = [text, stop(0), block(1), piece(1, '{"city":"서울"}'), stop(1)];
  const body = {
    content: [
      { type: "text", text: "볼게요." },
      { type: "tool_use", id: "t", name: "w", input: A },
    ],
  };
  expect(await read(anthropic, frames, body)).toEqual(['{"city":"서울"}|볼게요.', '{"city":"서울"}|볼게요.']);
});
