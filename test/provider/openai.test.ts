import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compatible, openaiChat } from "../../src/provider/openai/chat.ts";
import { openaiResponses } from "../../src/provider/openai/responses.ts";
import { feed } from "./feed.ts";
import { answer, endpoint, line, QUESTION, textOf } from "./openai-answer.ts";

const FRAMES = new URL("./frames/openai/", import.meta.url);
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(`${name}.sse`, FRAMES));
const files = readdirSync(FRAMES).map((file) => file.replace(/\.sse$/, ""));
const providerOf = (name: string): typeof openaiChat => (name.startsWith("responses") ? openaiResponses : openaiChat);

const START = "start m-1 c1";
const USAGE = "usage fresh_input=8 cache_read=4 visible_output=5 thinking=2";
const STOP = "finish complete (stop)";
const CREATED = "start m-1 r1";
const DONE = "finish complete (completed)";

/** What each file says. The first chunk of a chat holds a role alone: it is its `start`. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  empty: [],
  "chat-text": [START, "text 안녕", "text 하세요 👋🏽", STOP, USAGE],
  "chat-crlf": [START, "text 한글", STOP, USAGE],
  "chat-comments": [START, "text 둘", STOP, USAGE],
  "chat-multiline-data": [START, "text 여러 줄", STOP],
  "chat-surrogates": [START, "text \ud83d", "text \ude00", STOP],
  "chat-reasoning-content": [START, "reasoning 생각", "reasoning  중", "text 답", USAGE, STOP],
  "chat-reasoning": [START, "reasoning hm", "text 답", USAGE, STOP],
  "chat-refusal": [START, "text 죄송하지만", "text  안 됩니다.", "finish refusal (stop)", USAGE],
  "chat-length": [START, "text 잘린", "finish length (length)", USAGE],
  "chat-filter": [START, "text 걸린", "finish filter (content_filter)", USAGE],
  "chat-tool": [START, "other", 'tool {"a":', "tool 1}", "finish tool (tool_calls)", USAGE],
  "chat-function": [START, "tool {}", "finish tool (function_call)"],
  "chat-other-reason": [START, "text x", "finish other (insufficient_system_resource)"],
  "chat-no-usage": [START, "text 답", STOP],
  // Neither of these is complete, though the SDK ends as if it were.
  "chat-unfinished": [START, "text 반"],
  "chat-half-frame": [START, "text 반"],
  "chat-bad-frame": [START, "text 반"],
  "chat-error-openrouter": [START, "text 반", "error 502 502: Provider disconnected"],
  "chat-error-groq": [START, "reasoning We", "error 400 tool_use_failed: Tool call validation failed"],
  "chat-error-after-length": [
    START,
    "reasoning We",
    "finish length (length)",
    "other",
    "error 400 400: Token limit reached",
  ],
  "chat-usage-in-choices": [START, "text 답", STOP, USAGE],
  "chat-azure": ["other", START, "text 답", STOP, USAGE],
  "chat-nameless": ["start - -", "text 답", STOP],
  "chat-odd": ["other", "other", "other", START, "other", "text 답", STOP],
  "responses-text": [CREATED, "other", "other", "text 안녕", "text 하세요 👩‍👩‍👧", "other", USAGE, DONE],
  "responses-crlf": [CREATED, "text 한글", USAGE, DONE],
  "responses-reasoning": [CREATED, "reasoning 요약", "reasoning 생각", "text 답", USAGE, DONE],
  "responses-refusal": [CREATED, "text 안 됩니다.", USAGE, "finish refusal (completed)"],
  "responses-tool": [CREATED, 'tool {"a":', "tool 1}", USAGE, "finish tool (completed)"],
  "responses-length": [CREATED, "text 잘린", USAGE, "finish length (max_output_tokens)"],
  "responses-filter": [CREATED, USAGE, "finish filter (content_filter)"],
  "responses-incomplete": [CREATED, USAGE, "finish other (incomplete)"],
  "responses-failed": [CREATED, "text 반", USAGE, "error - server_error: The server had an error."],
  "responses-error-flat": [CREATED, "error - rate_limit_exceeded: Slow down.", "other"],
  "responses-error-nested": [CREATED, "error - insufficient_quota: No quota."],
  "responses-unfinished": [CREATED, "text 반"],
};

describe("frames of the OpenAI wires", () => {
  it("are all expected", () => expect(files.sort()).toEqual(Object.keys(EXPECTED).sort()));

  it.each(files)("%s: says the same however it is cut", async (name) => {
    for (const size of [undefined, 1, 2, 3, 5, 7]) {
      const serving = size === undefined ? {} : { size };
      const { events, thrown } = await answer(providerOf(name), QUESTION, endpoint(feed(bytesOf(name), serving)));
      expect(events.map(line), `${size} bytes a read`).toEqual(EXPECTED[name]);
      if (name === "chat-bad-frame") expect(thrown?.message).toContain("JSON");
      else expect(thrown).toBeUndefined();
    }
  });

  it.each(files.filter((name) => name.startsWith("chat")))(
    "%s: is read alike from a compatible server",
    async (name) => {
      const { events } = await answer(compatible, QUESTION, endpoint(feed(bytesOf(name))));
      expect(events.map(line)).toEqual(EXPECTED[name]);
    },
  );

  it("keep an emoji whose halves came apart", async () => {
    const { events } = await answer(openaiChat, QUESTION, endpoint(feed(bytesOf("chat-surrogates"))));
    expect(textOf(events, "text")).toBe("😀");
  });

  it("keep the usage of the vendor as it was", async () => {
    const { events } = await answer(openaiChat, QUESTION, endpoint(feed(bytesOf("chat-text"))));
    const raw = events.flatMap((event) => (event.kind === "usage" ? [event.raw] : []));
    expect(raw).toMatchObject([{ prompt_tokens: 12, total_tokens: 19 }]);
  });
});
