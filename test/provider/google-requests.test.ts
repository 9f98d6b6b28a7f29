import { describe, expect, it, vi } from "vitest";
import type { Question } from "../../src/domain/question.ts";
import { google } from "../../src/provider/google/generate.ts";
import { endpoint, eventsOf, frames, JSON_TYPE, KEY, noting, SSE } from "./asked.ts";
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
const contents = [
  { role: "user", parts: [{ text: "안녕" }] },
  { role: "model", parts: [{ text: "네" }] },
  { role: "user", parts: [{ text: "몇 개?" }] },
];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("Google requests", () => {
  const asked = async (given: Partial<Question>) => {
    const { sent, fetch } = noting(feed(frames("google", "text"), { headers: SSE }));
    await eventsOf(google, { ...question, ...given }, fetch);
    expect(sent).toHaveLength(1);
    return sent[0] as (typeof sent)[number];
  };
  const shape = { name: "answer", schema: { type: "object" } };
  const json = { responseMimeType: "application/json" };

  it.each<[string, Partial<Question>, object | undefined]>([
    ["the least", {}, undefined],
    ["a limit and a temperature", { maxOutputTokens: 50, temperature: 0 }, { maxOutputTokens: 50, temperature: 0 }],
    ["no temperature for a model that ignores it", { model: "gemini-3.5-flash-lite", temperature: 0 }, undefined],
    ["effort as a level", { effort: "low" }, { thinkingConfig: { thinkingLevel: "LOW" } }],
    [
      "effort as a budget",
      { model: "gemini-2.5-flash", effort: "medium" },
      { thinkingConfig: { thinkingBudget: 8192 } },
    ],
    ["effort as a number", { model: "gemini-2.5-pro", effort: "500" }, { thinkingConfig: { thinkingBudget: 500 } }],
    ["JSON in words only", { shape: { mode: "prompt", ...shape } }, undefined],
    ["JSON mode", { shape: { mode: "json", ...shape } }, json],
    ["a schema", { shape: { mode: "schema", ...shape } }, { ...json, responseJsonSchema: { type: "object" } }],
  ])("send %s", async (_, given, generationConfig) => {
    const { body } = await asked(given);
    expect({ generationConfig: {}, ...body }).toEqual({ contents, generationConfig: generationConfig ?? {} });
  });

  const tool = {
    tools: [{ functionDeclarations: [{ name: "answer", parametersJsonSchema: { type: "object" } }] }],
    toolConfig: { functionCallingConfig: { mode: "ANY", allowedFunctionNames: ["answer"] } },
  };

  it("send a tool that has to be called, and count it", async () => {
    const given: Partial<Question> = { shape: { mode: "tool", ...shape } };
    const { body } = await asked(given);
    expect({ generationConfig: {}, ...body }).toEqual({ contents, generationConfig: {}, ...tool });
    const { sent, fetch } = noting(feed(encode('{"totalTokens":14}'), { headers: JSON_TYPE }));
    expect(await google.count?.({ ...question, ...given }, endpoint(fetch))).toBe(14);
    expect(sent[0]?.body).toEqual({
      generateContentRequest: { model: "models/gemini-3.8-flash", contents, ...tool },
    });
  });

  it("send a system prompt apart", async () => {
    const { body } = await asked({ system: "짧게" });
    expect(body["systemInstruction"]).toMatchObject({ parts: [{ text: "짧게" }] });
  });

  it("take nothing from the environment", async () => {
    vi.stubEnv("GOOGLE_API_KEY", "AIza-other");
    vi.stubEnv("GOOGLE_GENAI_USE_VERTEXAI", "true");
    vi.stubEnv("GOOGLE_CLOUD_PROJECT", "other");
    vi.stubEnv("GOOGLE_GEMINI_BASE_URL", "https://elsewhere.example");
    const { url, headers } = await asked({});
    expect(url).toBe(
      "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse",
    );
    expect(headers.get("x-goog-api-key")).toBe(KEY);
    expect(headers.get("accept-encoding")).toBe("identity");
  });

  it.each([
    [undefined, { contents }],
    [
      "짧게",
      {
        generateContentRequest: {
          model: "models/gemini-3.8-flash",
          contents,
          systemInstruction: { parts: [{ text: "짧게" }] },
        },
      },
    ],
  ])("count what they would cost, with the system prompt %s", async (system, body) => {
    const { sent, fetch } = noting(feed(encode('{"totalTokens":14}'), { headers: JSON_TYPE }));
    const counted = { ...question, ...(system === undefined ? {} : { system }) };
    expect(await google.count?.(counted, endpoint(fetch))).toBe(14);
    expect(sent[0]?.url).toBe("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:countTokens");
    expect(sent[0]?.headers.get("x-goog-api-key")).toBe(KEY);
    expect(sent[0]?.body).toEqual(body);
  });
});

describe("Google errors", () => {
  const thrown = async (fetch: typeof globalThis.fetch) =>
    google.describe(await eventsOf(google, question, fetch).catch((cause: unknown) => cause));
  const quota =
    '{"error":{"code":429,"message":"Quota of key AIzaSyA1234567890abcdef is used up.","status":"RESOURCE_EXHAUSTED",' +
    '"details":[{"@type":"x"},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.4s"}]}}';
  const facts = {
    status: 429,
    code: "RESOURCE_EXHAUSTED",
    message: "Quota of key [key] is used up.",
    retryAfterMs: 34_400,
  };

  it("are asked once, and described by status, code and delay", async () => {
    const { sent, fetch } = noting(feed(encode(quota), { status: 429, headers: JSON_TYPE }));
    expect(await thrown(fetch)).toEqual(facts);
    expect(sent).toHaveLength(1);
  });

  it("of a count are described alike, with a system prompt and without", async () => {
    for (const system of [{}, { system: "짧게" }]) {
      const asked = { ...question, ...system };
      const counted = google.count?.(asked, endpoint(feed(encode(quota), { status: 429, headers: JSON_TYPE })));
      expect(google.describe(await counted?.catch((cause: unknown) => cause))).toEqual(facts);
    }
  });

  it("of a gateway have no code", async () => {
    const fetch = feed(encode("<html>Bad Gateway</html>"), { status: 502, headers: { "content-type": "text/html" } });
    expect(await thrown(fetch)).toEqual({ status: 502, message: "<html>Bad Gateway</html>" });
  });

  it("of a socket have its code", async () => {
    const socket = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
    const failed = new TypeError("fetch failed", { cause: socket });
    expect(await thrown(() => Promise.reject(failed))).toEqual({
      code: "UND_ERR_SOCKET",
      message: "fetch failed: other side closed",
    });
  });
});
