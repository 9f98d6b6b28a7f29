import { execFile, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import Anthropic from "@anthropic-ai/sdk";
import { ApiError, GoogleGenAI } from "@google/genai";
import OpenAI from "openai";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Sent } from "../../src/cli/simulate/sent.ts";
import { type CliRun, type Workplace, workplace } from "../cli/run-cli.ts";
import { PROFILE, type Use, untilCtrlC } from "../cli/simulate/running.ts";

const TARGETS = [
  ["openai/gpt-4o", "openai"],
  ["anthropic/claude-3-5-haiku", "anthropic"],
  ["google/gemini-1.5-flash", "google"],
] as const;
const BUSY = { "rate-limit": 1 };
const BOOK = {
  name: "three",
  title: "a fast model of each vendor, and a busy one",
  profiles: TARGETS.flatMap(([target, wire]) => [
    { ...PROFILE, target, wire },
    { ...PROFILE, target: `${wire}/busy`, wire, failures: BUSY },
  ]),
};

let at: Workplace;
beforeEach(() => {
  at = workplace();
  writeFileSync(at.path("three.json"), JSON.stringify(BOOK));
});
afterEach(() => {
  at.remove();
});

/** The SDKs as a person has them who pastes the lines that the command prints. */
const serving = (use: Use): Promise<CliRun> =>
  untilCtrlC(at, ["--profile", "three.json", "--log", "sent.jsonl", "--speed", "10"], async (url, printed) => {
    const exports = [...printed.matchAll(/^ {2}export (\w+)=(\S+)$/gm)];
    expect(exports).toHaveLength(3);
    for (const [, name = "", value] of exports) vi.stubEnv(name, value);
    await use(url, printed);
  });

/** Google's SDK writes the address into the object that it is given: it is given a copy. */
const NONE = { apiKey: "none", maxRetries: 0 };
const TEXT = "환불은 며칠 안에 처리되나요?";
const asked = [{ role: "user" as const, content: TEXT }];
const MARKED = /^\[모의 응답\] .*[가-힣]/su;

/** Every way that the vendors' SDKs ask, to the text and the tokens of its answer. */
const WAYS: Readonly<Record<string, () => Promise<readonly [string, number | undefined]>>> = {
  "openai chat, streamed": async () => {
    const stream = await new OpenAI(NONE).chat.completions.create({
      model: "gpt-4o",
      messages: asked,
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = "";
    let tokens: number | undefined;
    const reasons: unknown[] = [];
    for await (const { choices, usage } of stream) {
      text += choices[0]?.delta.content ?? "";
      reasons.push(choices[0]?.finish_reason ?? undefined);
      tokens ??= usage?.completion_tokens;
    }
    expect(reasons.filter((reason) => reason !== undefined)).toEqual(["stop"]);
    return [text, tokens];
  },
  "openai chat, by its own helper": async () => {
    const stream = new OpenAI(NONE).chat.completions.stream({ model: "gpt-4o", messages: asked });
    return [(await stream.finalContent()) ?? "", 1];
  },
  "openai chat, whole": async () => {
    const { choices, usage } = await new OpenAI(NONE).chat.completions.create({ model: "gpt-4o", messages: asked });
    return [choices[0]?.message.content ?? "", usage?.completion_tokens];
  },
  "openai responses, streamed": async () => {
    const stream = new OpenAI(NONE).responses.stream({ model: "gpt-4o", input: TEXT });
    let deltas = "";
    stream.on("response.output_text.delta", ({ delta }) => (deltas += delta));
    const { status, output_text: text, usage } = await stream.finalResponse();
    expect([status, deltas]).toEqual(["completed", text]);
    return [text, usage?.output_tokens];
  },
  "openai responses, whole": async () => {
    const { output_text: text, usage } = await new OpenAI(NONE).responses.create({ model: "gpt-4o", input: TEXT });
    return [text, usage?.output_tokens];
  },
  "anthropic, streamed": async () => {
    const stream = new Anthropic(NONE).messages.stream({
      model: "claude-3-5-haiku",
      max_tokens: 100,
      messages: asked,
    });
    const { stop_reason: reason, usage } = await stream.finalMessage();
    expect(reason).toBe("end_turn");
    return [await stream.finalText(), usage.output_tokens];
  },
  "anthropic, whole": async () => {
    const { content, usage } = await new Anthropic(NONE).messages.create({
      model: "claude-3-5-haiku",
      max_tokens: 100,
      messages: asked,
    });
    return [content[0]?.type === "text" ? content[0].text : "", usage.output_tokens];
  },
  "google, streamed": async () => {
    const stream = await new GoogleGenAI({ ...NONE }).models.generateContentStream({
      model: "gemini-1.5-flash",
      contents: TEXT,
    });
    let text = "";
    let tokens: number | undefined;
    for await (const chunk of stream) {
      text += chunk.text ?? "";
      tokens = chunk.usageMetadata?.candidatesTokenCount ?? tokens;
    }
    return [text, tokens];
  },
  "google, whole": async () => {
    const { text, usageMetadata } = await new GoogleGenAI({ ...NONE }).models.generateContent({
      model: "gemini-1.5-flash",
      contents: TEXT,
    });
    return [text ?? "", usageMetadata?.candidatesTokenCount];
  },
};

describe("simulate, to the vendors' own SDKs by what it prints", () => {
  it("answers every way to ask, and logs when it sent each", async () => {
    const waited: number[] = [];
    const { code } = await serving(async () => {
      for (const [way, ask] of Object.entries(WAYS)) {
        const start = performance.now();
        const [text, tokens] = await ask();
        waited.push(performance.now() - start);
        expect([way, text]).toEqual([way, expect.stringMatching(MARKED)]);
        expect([way, tokens]).toEqual([way, expect.any(Number)]);
        expect(tokens).toBeGreaterThan(0);
      }
    });
    expect(code).toBe(0);
    const sent = sentLines();
    expect(sent.map(({ ended, status }) => [ended, status])).toEqual(waited.map(() => ["eof", 200]));
    for (const [i, line] of sent.entries()) {
      const { arrived_ms: arrived, head_ms: head = Number.NaN, first_ms: first = Number.NaN } = line;
      const { last_ms: last = Number.NaN, end_ms: end, planned_first_ms: planned = Number.NaN } = line;
      const times = [arrived, head, first, last, end];
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(first).toBeGreaterThanOrEqual(planned);
      // What the server says it took lies within what the client waited.
      expect(last - arrived).toBeLessThanOrEqual(waited[i] ?? 0);
    }
  });

  it("counts, and says what it refuses as errors that the SDKs know", async () => {
    await serving(async () => {
      const anthropic = new Anthropic(NONE);
      const google = new GoogleGenAI({ ...NONE });
      const openai = new OpenAI(NONE);
      const counted = [
        (await anthropic.messages.countTokens({ model: "claude-3-5-haiku", messages: asked })).input_tokens,
        (await google.models.countTokens({ model: "gemini-1.5-flash", contents: TEXT })).totalTokens,
        (await openai.responses.inputTokens.count({ model: "gpt-4o", input: TEXT })).input_tokens,
      ];
      expect(new Set(counted).size).toBe(1);
      const chat = (model: string): Promise<unknown> =>
        openai.chat.completions.create({ model, messages: asked, stream: true });
      const messages = (model: string): Promise<unknown> =>
        anthropic.messages.create({ model, max_tokens: 9, messages: asked });
      const content = (model: string): Promise<unknown> => google.models.generateContent({ model, contents: TEXT });

      await expect(chat("nobody")).rejects.toThrow(OpenAI.NotFoundError);
      await expect(messages("nobody")).rejects.toThrow(Anthropic.NotFoundError);
      await expect(content("nobody")).rejects.toMatchObject({ status: 404, constructor: ApiError });
      await expect(chat("nobody")).rejects.toThrow("Known: gpt-4o, busy, claude-3-5-haiku, ");
      await expect(messages("gpt-4o")).rejects.toThrow("Known: claude-3-5-haiku, busy.");
      await expect(chat("busy")).rejects.toThrow(OpenAI.RateLimitError);
      await expect(messages("busy")).rejects.toThrow(Anthropic.RateLimitError);
      await expect(content("busy")).rejects.toMatchObject({ status: 429 });
    });
  });

  it("and to curl, by the line that it prints", async () => {
    await serving(async (url, printed) => {
      const line = /^ {2}(curl .*)$/m.exec(printed)?.[1] ?? "";
      const frames = await pasted(line, url);
      expect(frames).toMatch(/^data: \{.*\}\n\n/);
      expect(frames).toMatch(/\n\ndata: \[DONE\]\n\n$/);
    });
    expect(sentLines()).toMatchObject([{ path: "/v1/chat/completions", model: "gpt-4o", status: 200, ended: "eof" }]);
  });
});

describe("ask, by the lines that simulate prints", () => {
  it("gets an answer of each vendor, and says beside the figures that none of it was measured", async () => {
    await serving(async (_, printed) => {
      const lines = [...printed.matchAll(/^ {2}(\w+)=none npm run eval -- (ask .*)$/gm)];
      expect(lines.map(([, key]) => key)).toEqual(["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY"]);
      for (const [, key = "", words = ""] of lines) {
        const args = words.split(" ").map((word) => word.replaceAll('"', ""));
        // A key that is a word of the log as well: the grade must outlive its being taken out.
        const { code, out, err } = await at.cli(args, { env: { [key]: "simulated" } });
        expect([code, out]).toEqual([0, expect.stringMatching(MARKED)]);
        expect(err).toMatch(/^simulated: nothing here was measured · [\d,]+ ms to the first token · /);
      }
    });
  });
});

const sentLines = (): readonly Sent[] =>
  readFileSync(at.path("sent.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Sent);

/** What a pasted curl line prints; where curl is not installed, the same request by a bare fetch. */
async function pasted(line: string, url: string): Promise<string> {
  if (spawnSync("curl", ["--version"]).status === 0) {
    const { stdout } = await promisify(execFile)("sh", ["-c", line], { env: { ...process.env, no_proxy: "*" } });
    return stdout;
  }
  const body = / -d '(.*)'$/.exec(line)?.[1] ?? "";
  return (await fetch(`${url}/v1/chat/completions`, { method: "POST", body })).text();
}
