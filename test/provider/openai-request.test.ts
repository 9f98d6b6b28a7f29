import { describe, expect, it } from "vitest";
import type { Endpoint, Provider } from "../../src/domain/provider.ts";
import type { Question, Shape } from "../../src/domain/question.ts";
import { compatible, openaiChat } from "../../src/provider/openai/chat.ts";
import { openaiResponses } from "../../src/provider/openai/responses.ts";
import { answer, endpoint, QUESTION } from "./openai-answer.ts";

type Sent = { readonly url: string; readonly headers: Record<string, string>; readonly body: Record<string, unknown> };

/** A `fetch` that keeps what it is asked and answers with this object. */
function keeping(reply: unknown = {}): { readonly fetch: typeof fetch; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: (input, init) => {
      const headers = Object.fromEntries(new Headers(init?.headers).entries());
      const body = JSON.parse(init?.body as string) as Sent["body"];
      sent.push({ url: input as string, headers, body });
      return Promise.resolve(Response.json(reply));
    },
  };
}

async function sentBy(provider: Provider, question: Question, more: Partial<Endpoint> = {}): Promise<Sent> {
  const { fetch, sent } = keeping({ object: "response", output: [] });
  await answer(provider, question, endpoint(fetch, more));
  expect(sent).toHaveLength(1);
  return sent[0] as Sent;
}

const schema = { type: "object", properties: {}, required: [], additionalProperties: false };
const shaped = (mode: Shape["mode"]): Question => ({ ...QUESTION, shape: { mode, name: "city", schema } });
const FULL: Question = {
  model: "gpt-4o",
  system: "Be brief.",
  messages: [
    { role: "user", text: "하나" },
    { role: "assistant", text: "둘" },
    { role: "user", text: "셋" },
  ],
  maxOutputTokens: 100,
  temperature: 0,
  effort: "low",
  stream: true,
};
const TURNS = FULL.messages.map(({ role, text }) => ({ role, content: text }));

describe("a question on the wire", () => {
  it("is a chat completion", async () => {
    const chat = {
      model: "gpt-4o",
      messages: [{ role: "system", content: "Be brief." }, ...TURNS],
      temperature: 0,
      reasoning_effort: "low",
      stream: true,
    };
    const ours = await sentBy(openaiChat, FULL);
    expect(ours.url).toBe("http://127.0.0.1:1/v1/chat/completions");
    expect(ours.body).toEqual({
      ...chat,
      max_completion_tokens: 100,
      stream_options: { include_usage: true, include_obfuscation: false },
    });
    const theirs = await sentBy(compatible, FULL);
    expect(theirs.body).toEqual({ ...chat, max_tokens: 100, stream_options: { include_usage: true } });
  });

  it("is a response", async () => {
    const { url, body } = await sentBy(openaiResponses, FULL);
    expect(url).toBe("http://127.0.0.1:1/v1/responses");
    expect(body).toEqual({
      model: "gpt-4o",
      instructions: "Be brief.",
      input: TURNS,
      max_output_tokens: 100,
      temperature: 0,
      reasoning: { effort: "low" },
      store: false,
      stream: true,
      stream_options: { include_obfuscation: false },
    });
  });

  it.each([openaiChat, compatible, openaiResponses])("holds nothing that was not asked", async (provider) => {
    const { body } = await sentBy(provider, { ...QUESTION, stream: false });
    const allowed = ["model", "messages", "input", "store", "stream"];
    expect(Object.keys(body).filter((key) => !allowed.includes(key))).toEqual([]);
    expect(body["stream"]).toBe(false);
  });

  it("asks for JSON in words, in JSON mode, or by a strict schema", async () => {
    const chat = async (mode: Shape["mode"]) => (await sentBy(openaiChat, shaped(mode))).body["response_format"];
    const responses = async (mode: Shape["mode"]) => (await sentBy(openaiResponses, shaped(mode))).body["text"];
    expect(await chat("prompt")).toBeUndefined();
    expect(await responses("prompt")).toBeUndefined();
    expect(await chat("json")).toEqual({ type: "json_object" });
    expect(await responses("json")).toEqual({ format: { type: "json_object" } });
    expect(await chat("schema")).toEqual({ type: "json_schema", json_schema: { name: "city", schema, strict: true } });
    expect(await responses("schema")).toEqual({ format: { type: "json_schema", name: "city", schema, strict: true } });
  });

  it("asks for the arguments of a tool that has to be called, strictly where that is known", async () => {
    const { stream, ...chat } = (await sentBy(openaiChat, shaped("tool"))).body;
    const called = (more: object): object => ({
      tools: [{ type: "function", function: { name: "city", parameters: schema, ...more } }],
      tool_choice: { type: "function", function: { name: "city" } },
    });
    expect([stream, chat]).toEqual([
      true,
      {
        model: "m",
        messages: [{ role: "user", content: "안녕" }],
        stream_options: { include_usage: true, include_obfuscation: false },
        ...called({ strict: true }),
      },
    ]);
    const theirs = (await sentBy(compatible, shaped("tool"))).body;
    expect({ tools: theirs["tools"], tool_choice: theirs["tool_choice"] }).toEqual(called({}));

    const flat = {
      model: "m",
      input: [{ role: "user", content: "안녕" }],
      tools: [{ type: "function", name: "city", parameters: schema, strict: true }],
      tool_choice: { type: "function", name: "city" },
    };
    expect((await sentBy(openaiResponses, shaped("tool"))).body).toEqual({
      ...flat,
      store: false,
      stream: true,
      stream_options: { include_obfuscation: false },
    });
    const { fetch, sent } = keeping({ input_tokens: 16 });
    await openaiResponses.count?.(shaped("tool"), endpoint(fetch));
    expect(sent[0]?.body).toEqual(flat);
  });

  it.each([
    ["o1", false],
    ["o3-mini", false],
    ["o4-mini-2025-04-16", false],
    ["ft:o4-mini:org::id", false],
    ["gpt-5", false],
    ["gpt-5.4-nano", false],
    ["gpt-6-luna", false],
    ["gpt-6.2-astra", false],
    ["gpt-5-chat-latest", true],
    ["gpt-4o", true],
    ["gpt-4.1-mini", true],
    ["ft:gpt-4o-mini:org::id", true],
  ])("to %s has a temperature: %s", async (model, takes) => {
    const question = { ...QUESTION, model, temperature: 0.7 };
    for (const provider of [openaiChat, openaiResponses])
      expect("temperature" in (await sentBy(provider, question)).body).toBe(takes);
    expect("temperature" in (await sentBy(compatible, question)).body).toBe(true);
  });

  it("is counted as it is asked, without what is said of the answer", async () => {
    const { fetch, sent } = keeping({ object: "response.input_tokens", input_tokens: 16 });
    const question: Question = { ...FULL, shape: { mode: "schema", name: "city", schema } };
    expect(await openaiResponses.count?.(question, endpoint(fetch))).toBe(16);
    expect(sent[0]?.url).toBe("http://127.0.0.1:1/v1/responses/input_tokens");
    expect(sent[0]?.body).toEqual({
      model: "gpt-4o",
      instructions: "Be brief.",
      input: TURNS,
      reasoning: { effort: "low" },
      text: { format: { type: "json_schema", name: "city", schema, strict: true } },
    });
    await expect(openaiResponses.count?.(question, endpoint(keeping({}).fetch))).rejects.toThrow("without a count");
    expect(openaiChat.count ?? compatible.count).toBeUndefined();
  });
});
