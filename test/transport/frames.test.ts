import Anthropic from "@anthropic-ai/sdk";
import { GoogleGenAI } from "@google/genai";
import OpenAI from "openai";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LiveTransport, liveTransport } from "../../src/transport/live.ts";
import { newWireLog } from "../../src/transport/wire-log.ts";
import { OPENAI_QUOTA, STATUSES, VENDOR_ERRORS } from "./error-bodies.ts";
import { ANTHROPIC_MESSAGES, GEMINI, OPENAI_CHAT, OPENAI_RESPONSES, TEXT, TOKENS, WIRES } from "./frames.ts";
import { serve, type TestServer } from "./server.ts";

const now = (): number => performance.now();
let live: LiveTransport;
let server: TestServer;
beforeEach(() => {
  live = liveTransport({ now });
});
afterEach(async () => {
  await live.close();
  await server.close();
});

/** What the real SDK reads from the frames, over the live transport: its text, and tokens in, cached and out. */
type Answer = { readonly text: string; readonly tokens: readonly (number | null | undefined)[] };
const apiKey = "test";
const content = "안녕";
type Ask = (baseURL: string, fetch: typeof globalThis.fetch) => Promise<Answer>;

const chat: Ask = async (url, fetch) => {
  const client = new OpenAI({ apiKey, baseURL: `${url}/v1`, fetch, maxRetries: 0 });
  const messages = [{ role: "user", content }] as const;
  let [text, tokens]: [string, Answer["tokens"]] = ["", []];
  for await (const { choices, usage } of await client.chat.completions.create({
    model: "m",
    messages: [...messages],
    stream: true,
  })) {
    text += choices[0]?.delta.content ?? "";
    if (usage) tokens = [usage.prompt_tokens, usage.prompt_tokens_details?.cached_tokens, usage.completion_tokens];
  }
  return { text, tokens };
};

const responses: Ask = async (url, fetch) => {
  const client = new OpenAI({ apiKey, baseURL: `${url}/v1`, fetch, maxRetries: 0 });
  let [text, tokens]: [string, Answer["tokens"]] = ["", []];
  for await (const event of await client.responses.create({ model: "m", input: content, stream: true })) {
    if (event.type === "response.output_text.delta") text += event.delta;
    if (event.type !== "response.completed") continue;
    const { usage } = event.response;
    tokens = [usage?.input_tokens, usage?.input_tokens_details.cached_tokens, usage?.output_tokens];
  }
  return { text, tokens };
};

const messages: Ask = async (baseURL, fetch) => {
  const client = new Anthropic({ apiKey, baseURL, fetch, maxRetries: 0 });
  let [text, tokens]: [string, Answer["tokens"]] = ["", []];
  for await (const event of await client.messages.create({
    model: "m",
    max_tokens: 9,
    messages: [{ role: "user", content }],
    stream: true,
  })) {
    if (event.type === "content_block_delta" && event.delta.type === "text_delta") text += event.delta.text;
    if (event.type !== "message_delta") continue;
    const { input_tokens, cache_read_input_tokens, output_tokens } = event.usage;
    tokens = [(input_tokens ?? 0) + (cache_read_input_tokens ?? 0), cache_read_input_tokens, output_tokens];
  }
  return { text, tokens };
};

const gemini: Ask = async (baseUrl, fetch) => {
  const client = new GoogleGenAI({ apiKey, apiVersion: "v1beta", httpOptions: { baseUrl, fetch } });
  let [text, tokens]: [string, Answer["tokens"]] = ["", []];
  for await (const chunk of await client.models.generateContentStream({ model: "gemini-test-1", contents: content })) {
    text += chunk.text ?? "";
    const usage = chunk.usageMetadata;
    tokens = [usage?.promptTokenCount, usage?.cachedContentTokenCount, usage?.candidatesTokenCount];
  }
  return { text, tokens };
};

test.each([
  ["chat", chat, OPENAI_CHAT],
  ["responses", responses, OPENAI_RESPONSES],
  ["messages", messages, ANTHROPIC_MESSAGES],
  ["gemini", gemini, GEMINI],
] as const)("%s: the vendor's SDK reads text and usage from the frames, in one exchange", async (_, ask, wire) => {
  server = await serve([{ does: "stream", frames: wire.frames, cut: 11 }]);
  const log = newWireLog();
  const answer = await ask(server.url, live.logged(log));
  expect(answer).toEqual({ text: TEXT.join(""), tokens: [TOKENS.input, TOKENS.cached, TOKENS.output] });
  expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${wire.path}`]);
  expect(server.requests[0]?.headers["accept-encoding"]).toBe("identity");
  expect(log).toMatchObject({ status: 200, ended: "eof", bytes: Buffer.byteLength(wire.frames.join("")) });
  expect(log.sent).toBeLessThanOrEqual(log.headers ?? -1);
});

describe("without a server", () => {
  beforeEach(async () => {
    server = await serve([]);
  });

  test.each(Object.entries(WIRES))("%s: each chunk of text is in its own frame, where it is said to be", (_, wire) => {
    expect(wire.textAt).toHaveLength(TEXT.length);
    TEXT.forEach((text, i) => expect(wire.frames[wire.textAt[i] ?? -1]).toContain(JSON.stringify(text)));
    for (const frame of [...wire.frames, wire.errorFrame])
      expect(frame).toMatch(/^(event: .+\n)?data: .+(\n\n|\r\n\r\n)$/);
  });

  test.each(Object.entries(VENDOR_ERRORS))("%s: an error for every status", (_, errors) => {
    expect(Object.keys(errors).map(Number)).toEqual([...STATUSES]);
    for (const status of STATUSES) {
      expect(errors[status].status).toBe(status);
      if (status === 502) expect(errors[status].body).toContain("<html>");
      else expect(JSON.parse(errors[status].body)).toHaveProperty("error.message");
    }
    expect(OPENAI_QUOTA.status).toBe(429);
  });
});
