import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/domain/exchange.ts";
import { providerOf } from "../../src/provider/index.ts";
import { promptCache } from "../../src/simulate/cache.ts";
import { limiter } from "../../src/simulate/limits.ts";
import { ASKED, type Asked, ask, fetchFrom, MODEL, post, question, simulated, textOf } from "./ask.ts";

const named = ({ wire }: Asked, given: Parameters<typeof simulated>[0]): ReturnType<typeof simulated> =>
  simulated({ target: `${wire}/${MODEL}`, wire, ...given });

describe("a limit of a minute", () => {
  it("lets a minute's worth through at once, then one after the other", () => {
    const limit = limiter({ requests_per_minute: 6 });
    for (let i = 0; i < 6; i++) expect(limit(1, 1000)).toMatchObject({ refused: undefined });
    expect(limit(1, 1000)).toMatchObject({ refused: "requests", waitMs: 10_000, requests: { limit: 6, remaining: 0 } });
    expect(limit(1, 10_999).waitMs).toBeCloseTo(1);
    expect(limit(1, 11_000)).toMatchObject({ refused: undefined, requests: { remaining: 0 } });
    expect(limit(1, 71_000)).toMatchObject({ refused: undefined, requests: { remaining: 5 } });
  });

  it("counts tokens too, and what is refused takes none", () => {
    const limit = limiter({ requests_per_minute: 100, tokens_per_minute: 600 });
    expect(limit(500, 0)).toMatchObject({ refused: undefined, tokens: { limit: 600, remaining: 100 } });
    expect(limit(200, 0)).toMatchObject({ refused: "tokens", waitMs: 10_000 });
    expect(limit(200, 0).requests).toMatchObject({ remaining: 99 });
    expect(limit(100, 0)).toMatchObject({ refused: undefined });
    // More than it ever holds passes when it is full.
    expect(limit(5000, 0)).toMatchObject({ refused: "tokens", waitMs: 60_000 });
    expect(limit(5000, 60_000)).toMatchObject({ refused: undefined, tokens: { remaining: 0 } });
  });

  it("is none where there is none", () => {
    expect(limiter(undefined)(1e9, 0)).toEqual({
      refused: undefined,
      waitMs: 0,
      requests: undefined,
      tokens: undefined,
    });
  });
});

describe.each(ASKED)("$name", (asked) => {
  it("answers 429 above its limit, in the vendor's words, until there is room again", async () => {
    const server = named(asked, { limits: { requests_per_minute: 2 } });
    const said = async (now: number): Promise<[string | undefined, number | undefined]> => {
      const { failure } = (await ask(server, asked, question(), now)).result;
      return [failure?.kind, failure?.retryAfterMs];
    };
    expect([await said(0), await said(0)]).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(await said(500)).toEqual(["rate-limit", asked.provider === "anthropic" ? 30_000 : 29_500]);
    expect(await said(30_000)).toEqual([undefined, undefined]);
  });

  it("says what is left, in headers where the vendor has such", async () => {
    const limits = { requests_per_minute: 60, tokens_per_minute: 90_000 };
    const { head } = (await ask(named(asked, { limits }), asked, question(), 0)).exchange;
    const about = Object.entries(head?.headers ?? {}).filter(([name]) => name.includes("ratelimit"));
    if (asked.provider === "google") expect(about).toEqual([]);
    else if (asked.provider === "anthropic")
      expect(Object.fromEntries(about)).toMatchObject({
        "anthropic-ratelimit-requests-limit": "60",
        "anthropic-ratelimit-requests-remaining": "59",
        "anthropic-ratelimit-requests-reset": "2026-01-01T00:00:01Z",
        "anthropic-ratelimit-tokens-limit": "90000",
      });
    else
      expect(Object.fromEntries(about)).toMatchObject({
        "x-ratelimit-limit-requests": "60",
        "x-ratelimit-remaining-requests": "59",
        "x-ratelimit-reset-requests": "1s",
        "x-ratelimit-limit-tokens": "90000",
      });
    const unlimited = await ask(named(asked, {}), asked);
    expect(Object.keys(unlimited.exchange.head?.headers ?? {}).filter((name) => name.includes("limit"))).toEqual([]);
  });

  it("reads a prompt from its cache when the beginning came before, and tells it as the vendor does", async () => {
    const cache = { minimum_tokens: 100, step_tokens: 10, seconds: 300 };
    const server = named(asked, { cache });
    const system = "가".repeat(131); // With what a message adds: 135 tokens.
    const used = async (text: string, now: number): Promise<readonly unknown[]> => {
      const given = question({ system, messages: [{ role: "user", text }] });
      const { usage } = (await ask(server, asked, given, now)).result;
      return [usage?.cache_read, usage?.cache_write, usage?.fresh_input];
    };
    const writes = asked.provider === "anthropic";
    // 135 and 2 + 4 tokens: 140 can be kept, of the system prompt alone 130.
    expect(await used("안녕", 0)).toEqual([0, writes ? 140 : 0, writes ? 1 : 141]);
    expect(await used("하이", 1000)).toEqual([130, writes ? 10 : 0, writes ? 1 : 11]);
    expect(await used("하이", 300_000)).toEqual([140, 0, 1]);
    expect(await used("여보", 600_001)).toEqual([0, writes ? 140 : 0, writes ? 1 : 141]);
  });

  it("caches nothing that is too short, or where there is no cache", async () => {
    for (const cache of [{ minimum_tokens: 1024, step_tokens: 128, seconds: 300 }, undefined]) {
      const server = named(asked, cache === undefined ? {} : { cache });
      for (let time = 0; time < 2; time++) {
        const { usage } = (await ask(server, asked)).result;
        expect(usage).toMatchObject({ cache_read: 0, cache_write: 0 });
      }
    }
  });
});

it("a cache keeps no more than it must", () => {
  const use = promptCache({ minimum_tokens: 1, step_tokens: 1, seconds: 10_000 });
  const message = (text: string): { role: "user"; text: string; tokens: number } => ({ role: "user", text, tokens: 5 });
  use([message("first")], 0);
  expect(use([message("first")], 0)).toEqual({ read: 5, written: 0 });
  for (let i = 0; i <= 50_000; i++) use([message(String(i))], i);
  expect(use([message("first")], 60_000)).toEqual({ read: 0, written: 5 });
});

describe("counts", () => {
  const messages = [{ role: "user", text: "서울 날씨는 어떤가요?" }] as const;
  it.each(ASKED.filter(({ api }) => api !== "chat"))("$name: as the usage of the same question", async (asked) => {
    const server = named(asked, {});
    const provider = await providerOf(asked.provider).apis[asked.api]?.();
    for (const system of [undefined, "짧게 답하세요."]) {
      const given = question({ messages, ...(system === undefined ? {} : { system }) });
      const endpoint = {
        baseUrl: `http://simulated${asked.under}`,
        apiKey: "none",
        signal: new AbortController().signal,
      };
      const tokens = await provider?.count?.(given, { fetch: fetchFrom(server, 0), ...endpoint });
      expect(tokens).toBe((await ask(server, asked, given)).result.usage?.fresh_input);
    }
  });
});

describe("what is not served", () => {
  const server = simulated();
  const json = (exchange: Exchange): unknown => JSON.parse(textOf(exchange));
  const body = { model: "gpt-test", messages: [{ role: "user", content: "안녕" }] };

  it.each([
    ["/v1/embeddings", { error: { type: "invalid_request_error" } }],
    ["/v1/messages/batches", { type: "error", error: { type: "not_found_error" } }],
    ["/v1beta/models/gpt-test:embedContent", { error: { code: 404, status: "NOT_FOUND" } }],
    ["/v1beta/models/gpt-test:streamGenerateContent", { error: { status: "NOT_FOUND" } }],
    ["", { error: {} }],
  ])("%s is 404 in the vendor's shape", (path, shape) => {
    const exchange = post(server, path, body);
    expect(exchange.head).toMatchObject({ status: 404, headers: { "x-tokenwon-simulated": "1" } });
    expect(json(exchange)).toMatchObject(shape);
  });

  it("another method is 404, a body that is none is 400", () => {
    const path = "/v1/chat/completions";
    expect(server.answer({ method: "GET", path, body: "", now: 0 }).head?.status).toBe(404);
    for (const wrong of ["", "{", "null", "[]", "7", "{}", '{"model":"gpt-test"}', '{"model":3,"messages":[{}]}'])
      expect([wrong, post(server, path, wrong).head?.status]).toEqual([wrong, 400]);
    expect(post(server, "/v1/messages", "{}").head?.status).toBe(400);
    expect(post(server, "/v1/responses", "{}").head?.status).toBe(400);
    expect(post(server, "/v1beta/models/%E0%A4:generateContent", "{}").head?.status).toBe(400);
  });

  it("a model is served by its vendor's API, by its name or its target, and by chat completions whoever's it is", () => {
    const claude = simulated({ target: "anthropic/claude-test", wire: "anthropic", served: "claude-test-20260101" });
    for (const model of ["claude-test", "anthropic/claude-test"]) {
      const chat = post(claude, "/api/v1/chat/completions", { ...body, model });
      expect(chat.head?.status).toBe(200);
      expect(json(chat)).toMatchObject({ object: "chat.completion", model: "claude-test-20260101" });
      expect(post(claude, "/v1/messages", { ...body, model, max_tokens: 9 }).head?.status).toBe(200);
      expect(post(claude, "/v1/responses", { model, input: "안녕" }).head?.status).toBe(404);
    }
  });

  it("a count that fails is an error of the server, and no exception", () => {
    const deep = post(server, "/v1/chat/completions", { ...body, messages: [{ role: "user", content: { a: 1 } }] });
    expect(deep.head?.status).toBe(200);
  });

  it("usage of a stream of chat completions comes only when asked for", () => {
    const streamed = { ...body, stream: true };
    expect(textOf(post(server, "/v1/chat/completions", streamed))).not.toContain("usage");
    const asking = { ...streamed, stream_options: { include_usage: true } };
    expect(textOf(post(server, "/v1/chat/completions", asking))).toContain('"usage":{"prompt_tokens"');
  });
});
