import { describe, expect, it, vi } from "vitest";
import { compatible, openaiChat } from "../../src/provider/openai/chat.ts";
import { openaiResponses } from "../../src/provider/openai/responses.ts";
import { answer, endpoint, QUESTION } from "./openai-answer.ts";

type Asked = { url: string; headers: Record<string, string>; signal: AbortSignal | null | undefined };

const asked: Asked[] = [];
const fetch: typeof globalThis.fetch = (input, init) => {
  const headers = Object.fromEntries(new Headers(init?.headers).entries());
  asked.push({ url: input as string, headers, signal: init?.signal });
  return Promise.resolve(Response.json({ error: { message: "no", code: "server_error" } }, { status: 500 }));
};

const HEADERS = {
  accept: "application/json",
  "accept-encoding": "identity",
  authorization: "Bearer sk-test-0123456789",
  "content-type": "application/json",
  "user-agent": "tokenwon",
};

describe("the environment", () => {
  it("changes nothing of what is sent, and logs nothing", async () => {
    const noise = [vi.spyOn(console, "error"), vi.spyOn(console, "debug"), vi.spyOn(console, "warn")];
    for (const [name, value] of Object.entries({
      OPENAI_BASE_URL: "https://leak.invalid/v1",
      OPENAI_API_KEY: "sk-leak",
      OPENAI_ADMIN_KEY: "sk-admin-leak",
      OPENAI_ORG_ID: "org-leak",
      OPENAI_PROJECT_ID: "proj-leak",
      OPENAI_CUSTOM_HEADERS: "x-leak: 1\nauthorization: Bearer sk-leak\nuser-agent: leak",
      OPENAI_LOG: "debug",
    }))
      vi.stubEnv(name, value);

    for (const provider of [openaiChat, openaiResponses]) {
      asked.length = 0;
      await answer(provider, QUESTION, endpoint(fetch, { baseUrl: undefined }));
      // One request, though the status is one that the SDK would ask again for.
      expect(asked.map(({ url }) => new URL(url).origin)).toEqual(["https://api.openai.com"]);
      expect(asked[0]?.headers).toEqual(HEADERS);
    }
    for (const spy of noise) expect(spy).not.toHaveBeenCalled();
  });

  it("gives no address to a provider that has none", async () => {
    vi.stubEnv("OPENAI_BASE_URL", "https://leak.invalid/v1");
    const { thrown } = await answer(compatible, QUESTION, endpoint(fetch, { baseUrl: undefined }));
    expect(thrown?.message).toContain("base URL");
  });

  it("gives no key where there is none", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-leak");
    asked.length = 0;
    await answer(compatible, QUESTION, endpoint(fetch, { apiKey: "" }));
    expect(asked[0]?.headers["authorization"]).toBeUndefined();
  });
});

describe("an abort", () => {
  it("reaches the request", async () => {
    asked.length = 0;
    const controller = new AbortController();
    await answer(openaiChat, QUESTION, endpoint(fetch, { signal: controller.signal }));
    expect(asked[0]?.signal?.aborted).toBe(false);
    controller.abort();
    expect(asked[0]?.signal?.aborted).toBe(true);
  });

  it("ends a stalled stream without an error: the caller knows whose abort it was", async () => {
    const controller = new AbortController();
    const frame = new TextEncoder().encode('data: {"id":"c","choices":[{"delta":{"content":"반"}}]}\n\n');
    const stalled: typeof globalThis.fetch = (_, init) => {
      const body = new ReadableStream({
        start(stream) {
          stream.enqueue(frame);
          init?.signal?.addEventListener("abort", () => stream.error(new DOMException("aborted", "AbortError")));
        },
      });
      return Promise.resolve(new Response(body));
    };
    const seen: string[] = [];
    for await (const { kind } of openaiChat.ask(QUESTION, endpoint(stalled, { signal: controller.signal }))) {
      seen.push(kind);
      if (kind === "text") controller.abort();
    }
    expect(seen).toEqual(["start", "text"]);
  });

  it("follows when the reader stops reading", async () => {
    let cancelled = false;
    const endless: typeof globalThis.fetch = (_, init) => {
      init?.signal?.addEventListener("abort", () => (cancelled = true));
      const body = new ReadableStream({
        pull: (stream) => stream.enqueue(new TextEncoder().encode('data: {"id":"c","choices":[]}\n\n')),
      });
      return Promise.resolve(new Response(body));
    };
    for await (const event of openaiChat.ask(QUESTION, endpoint(endless))) if (event.kind === "other") break;
    expect(cancelled).toBe(true);
  });
});
