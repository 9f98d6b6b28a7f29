import { describe, expect, it, vi } from "vitest";
import type { Question } from "../../src/domain/question.ts";
import { anthropic } from "../../src/provider/anthropic/messages.ts";
import { endpoint, eventsOf, frames, JSON_TYPE, KEY, noting, SSE } from "./asked.ts";
import { feed } from "./feed.ts";

const question: Question = {
  model: "claude-opus-5-5",
  messages: [{ role: "user", text: "안녕" }],
  stream: true,
};

const TOOL = { name: "answer", input_schema: { type: "object" }, strict: true };

describe("Anthropic requests", () => {
  const asked = async (given: Partial<Question>) => {
    const { sent, fetch } = noting(feed(frames("anthropic", "text"), { headers: SSE }));
    await eventsOf(anthropic, { ...question, ...given }, fetch);
    expect(sent).toHaveLength(1);
    return sent[0] as (typeof sent)[number];
  };
  const shape = { name: "answer", schema: { type: "object" } };

  it.each<[string, Partial<Question>, object]>([
    ["the least", {}, { max_tokens: 128_000 }],
    ["a system prompt and a limit", { system: "짧게", maxOutputTokens: 50 }, { system: "짧게", max_tokens: 50 }],
    ["no temperature for a model that refuses it", { temperature: 0 }, { max_tokens: 128_000 }],
    [
      "a temperature for a model that takes it",
      { model: "claude-opus-4-6", temperature: 0 },
      { model: "claude-opus-4-6", max_tokens: 128_000, temperature: 0 },
    ],
    ["effort", { effort: "low" }, { max_tokens: 128_000, output_config: { effort: "low" } }],
    ["JSON in words only", { shape: { mode: "prompt", ...shape } }, { max_tokens: 128_000 }],
    ["JSON mode, of which there is none", { shape: { mode: "json", ...shape } }, { max_tokens: 128_000 }],
    [
      "a schema beside effort",
      { effort: "high", shape: { mode: "schema", ...shape } },
      {
        max_tokens: 128_000,
        output_config: { effort: "high", format: { type: "json_schema", schema: { type: "object" } } },
      },
    ],
    [
      "a tool that is offered alone to a model that cannot be forced",
      { shape: { mode: "tool", ...shape } },
      { max_tokens: 128_000, tools: [TOOL], tool_choice: { type: "auto" } },
    ],
    [
      "a tool that has to be called",
      { model: "claude-opus-4-6", effort: "low", shape: { mode: "tool", ...shape } },
      {
        model: "claude-opus-4-6",
        max_tokens: 128_000,
        output_config: { effort: "low" },
        tools: [TOOL],
        tool_choice: { type: "tool", name: "answer" },
      },
    ],
  ])("send %s", async (_, given, body) => {
    const { body: sent } = await asked(given);
    expect(sent).toEqual({
      model: "claude-opus-5-5",
      messages: [{ role: "user", content: "안녕" }],
      stream: true,
      ...body,
    });
  });

  it("take nothing from the environment", async () => {
    vi.stubEnv("ANTHROPIC_API_KEY", "sk-ant-other");
    vi.stubEnv("ANTHROPIC_AUTH_TOKEN", "other");
    vi.stubEnv("ANTHROPIC_BASE_URL", "https://elsewhere.example");
    vi.stubEnv("ANTHROPIC_CUSTOM_HEADERS", "Authorization: Bearer other\nanthropic-version: 1\nx-other: 1");
    const { url, headers } = await asked({});
    expect(url).toBe("https://api.anthropic.com/v1/messages");
    expect(headers.get("authorization")).toBe(`Bearer ${KEY}`);
    expect(headers.get("anthropic-version")).toBe("2026-10-21");
    expect(headers.get("accept-encoding")).toBe("identity");
    expect(headers.get("x-other")).toBeNull();
    expect(headers.get("x-api-key")).toBeNull();
  });

  it("allow long answers in one piece, which the SDK refuses by itself", async () => {
    const { sent, fetch } = noting(
      feed(new TextEncoder().encode('{"content":[],"stop_reason":null}'), { headers: JSON_TYPE }),
    );
    await eventsOf(anthropic, { ...question, stream: false }, fetch);
    expect(sent[0]?.body["max_tokens"]).toBe(128_000);
  });

  it("count what they would cost", async () => {
    const { sent, fetch } = noting(feed(new TextEncoder().encode('{"input_tokens":14}'), { headers: JSON_TYPE }));
    expect(await anthropic.count?.({ ...question, system: "짧게", maxOutputTokens: 9 }, endpoint(fetch))).toBe(14);
    expect(sent[0]?.url).toBe("https://api.anthropic.com/v1/messages/count_tokens");
    expect(sent[0]?.body).toEqual({
      model: "claude-opus-5-5",
      system: "짧게",
      messages: [{ role: "user", content: "안녕" }],
    });
  });

  it("count a tool", async () => {
    const { sent, fetch } = noting(feed(new TextEncoder().encode('{"input_tokens":14}'), { headers: JSON_TYPE }));
    await anthropic.count?.({ ...question, shape: { mode: "tool", ...shape } }, endpoint(fetch));
    expect(sent[0]?.body).toMatchObject({ tools: [TOOL], tool_choice: { type: "auto" } });
  });
});

describe("Anthropic errors", () => {
  const thrown = async (fetch: typeof globalThis.fetch) => {
    const error: unknown = await eventsOf(anthropic, question, fetch).catch((cause: unknown) => cause);
    return anthropic.describe(error);
  };
  const refused = (status: number, body: string, headers: Record<string, string> = JSON_TYPE) =>
    thrown(feed(new TextEncoder().encode(body), { status, headers }));

  it("are asked once, and described by status and type", async () => {
    const body = '{"type":"error","error":{"type":"rate_limit_error","message":"Slow down, sk-ant-abcdefgh."}}';
    const { sent, fetch } = noting(
      feed(new TextEncoder().encode(body), { status: 429, headers: { ...JSON_TYPE, "x-should-retry": "true" } }),
    );
    expect(await thrown(fetch)).toEqual({ status: 429, code: "rate_limit_error", message: "Slow down, [key]." });
    expect(sent).toHaveLength(1);
  });

  it("of a gateway have no type", async () => {
    const facts = await refused(502, "<html>\n<h1>Bad Gateway</h1></html>", { "content-type": "text/html" });
    expect(facts).toEqual({ status: 502, message: "502 <html> <h1>Bad Gateway</h1></html>" });
  });

  it("of a socket have its code", async () => {
    const socket = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
    const failed = new TypeError("fetch failed", { cause: socket });
    expect(await thrown(() => Promise.reject(failed))).toEqual({
      code: "UND_ERR_SOCKET",
      message: "Connection error: fetch failed: other side closed",
    });
  });

  it("may be anything", () => {
    expect(anthropic.describe("nothing")).toEqual({ message: "nothing" });
  });
});
