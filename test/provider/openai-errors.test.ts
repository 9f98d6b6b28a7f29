import { describe, expect, it } from "vitest";
import { compatible, openaiChat } from "../../src/provider/openai/chat.ts";
import { openaiResponses } from "../../src/provider/openai/responses.ts";
import { feed } from "./feed.ts";
import { answer, endpoint, QUESTION } from "./openai-answer.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = { "content-type": "application/json" };

const thrownBy = async (fetch: typeof globalThis.fetch): Promise<unknown> =>
  (await answer(openaiChat, QUESTION, endpoint(fetch))).thrown;
const thrownAt = (status: number, body: string): Promise<unknown> =>
  thrownBy(feed(bytes(body), { status, headers: json }));

describe("an error body", () => {
  it.each([
    [401, { message: "No.", type: "invalid_request_error", code: "invalid_api_key" }, "invalid_api_key"],
    [400, { message: "No.", type: "invalid_request_error", code: null }, "invalid_request_error"],
    [429, { message: "No.", type: "insufficient_quota", code: "insufficient_quota" }, "insufficient_quota"],
    [429, { message: "No.", code: 429 }, "429"],
    [500, { message: "No." }, undefined],
  ])("of status %i with %j has code %s", async (status, error, code) => {
    const facts = { status, message: "No.", ...(code === undefined ? {} : { code }) };
    expect(await thrownAt(status, JSON.stringify({ error }))).toEqual(facts);
  });

  it("may be a sentence, a page, or nothing", async () => {
    expect(await thrownAt(404, '{"error":"model \'x\' not found"}')).toEqual({
      status: 404,
      message: "model 'x' not found",
    });
    const page = `<html>\n  <h1>502 Bad Gateway</h1>\n${"<p>가</p>".repeat(2_000)}</html>`;
    const cut = (await thrownAt(502, page)) as { readonly status: number; readonly message: string };
    expect(cut.status).toBe(502);
    expect(cut.message).toMatch(/^<html> <h1>502 Bad Gateway<\/h1>/);
    expect(cut.message.length).toBeLessThanOrEqual(401);
    expect(await thrownAt(503, "")).toEqual({ status: 503, message: "status code (no body)" });
  });

  it.each([
    ["Incorrect API key provided: sk-proj-ab********yz. You can find your API key at https://x.y.", "sk-proj"],
    ["Authentication Fails, Your api key: ****abcd is invalid", "abcd"],
    ["Bad header Authorization: Bearer abcdef", "abcdef"],
    ["Invalid key gsk_aB3dE6gH9", "gsk_"],
    ["Unknown 0123456789abcdef0123456789abcdef", "0123456789"],
  ])("does not give a key away: %s", async (message, secret) => {
    const facts = await thrownAt(401, JSON.stringify({ error: { message } }));
    expect(JSON.stringify(facts)).not.toContain(secret);
    expect(JSON.stringify(facts)).toContain("[key]");
    if (message.includes("https")) expect(JSON.stringify(facts)).toContain("https://x.y.");
  });

  it("of status 200 is an error all the same", async () => {
    const body = bytes('{"error":{"code":502,"message":"Provider down"}}');
    const { events } = await answer(
      compatible,
      { ...QUESTION, stream: false },
      endpoint(feed(body, { headers: json })),
    );
    expect(events.at(-1)).toEqual({ kind: "error", error: { status: 502, code: "502", message: "Provider down" } });
  });
});

describe("a connection", () => {
  const socket = (code: string): TypeError =>
    new TypeError("fetch failed", { cause: Object.assign(new Error(), { code }) });

  it("that fails has the code of its socket", async () => {
    expect(await thrownBy(() => Promise.reject(socket("ECONNREFUSED")))).toMatchObject({ code: "ECONNREFUSED" });
    expect(await thrownBy(() => Promise.reject(socket("UND_ERR_SOCKET")))).not.toHaveProperty("status");
    const slow = new TypeError("fetch failed", { cause: new Error("Connect Timeout Error") });
    expect(await thrownBy(() => Promise.reject(slow))).toEqual({ code: "ETIMEDOUT", message: "Request timed out." });
  });

  it("that breaks in the middle throws after what was said", async () => {
    const cut: typeof fetch = () => {
      let sent = false;
      const body = new ReadableStream({
        pull(stream) {
          if (sent)
            stream.error(new TypeError("terminated", { cause: Object.assign(new Error(), { code: "ECONNRESET" }) }));
          else stream.enqueue(bytes('data: {"type":"response.output_text.delta","delta":"반"}\n\n'));
          sent = true;
        },
      });
      return Promise.resolve(new Response(body));
    };
    const { events, thrown } = await answer(openaiResponses, QUESTION, endpoint(cut));
    expect(events).toEqual([{ kind: "text", text: "반" }]);
    expect(thrown).toEqual({ code: "ECONNRESET", message: "terminated" });
  });
});

describe("describe", () => {
  it.each([
    [new Error("odd"), "odd"],
    ["odd", "odd"],
    [undefined, "undefined"],
    [null, "null"],
  ])("reads %s", (error, message) => expect(openaiChat.describe(error)).toEqual({ message }));
});
