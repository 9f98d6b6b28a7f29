import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import Anthropic from "@anthropic-ai/sdk";
import { GoogleGenAI } from "@google/genai";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faster } from "../../../src/cli/simulate/faster.ts";
import { type SimulatorServer, serveSimulator } from "../../../src/cli/simulate/server.ts";
import { simulator } from "../../../src/simulate/simulator.ts";
import { count, profile } from "../../simulate/ask.ts";

const MODELS = { openai: "gpt-test", anthropic: "claude-test", google: "gemini-test" } as const;
const faults: unknown[] = [];
let server: SimulatorServer;
beforeAll(async () => {
  const profiles = (["openai", "anthropic", "google"] as const).map((wire) =>
    profile({ target: `${wire}/${MODELS[wire]}`, wire }),
  );
  server = await serveSimulator(faster(simulator(profiles, { seed: 1, count }), 1000), {
    port: 0,
    host: "127.0.0.1",
    now: () => performance.now(),
    onSent: () => undefined,
    onFault: (fault) => faults.push(fault),
  });
});
afterAll(async () => {
  await server.close();
  expect(faults).toEqual([]);
});

const TEXT = "환불은 며칠 안에 처리되나요?";
const messages = [{ role: "user" as const, content: TEXT }];

describe("the vendors' own SDKs, as a stranger uses them", () => {
  const openai = (): OpenAI => new OpenAI({ baseURL: `${server.url}/v1`, apiKey: "none" });
  const anthropic = (): Anthropic => new Anthropic({ baseURL: server.url, apiKey: "none" });
  const google = (): GoogleGenAI => new GoogleGenAI({ apiKey: "none", httpOptions: { baseUrl: server.url } });

  it("openai: chat completions, whole and streamed", async () => {
    const whole = await openai().chat.completions.create({ model: MODELS.openai, messages });
    expect(whole.choices[0]).toMatchObject({ finish_reason: "stop", message: { role: "assistant" } });
    expect(whole.choices[0]?.message.content).toMatch(/[가-힣]/);
    expect(whole.usage?.completion_tokens).toBe(count("", whole.choices[0]?.message.content ?? ""));
    const stream = await openai().chat.completions.create({ model: MODELS.openai, messages, stream: true });
    let text = "";
    let finish: string | null | undefined;
    for await (const { choices } of stream) {
      text += choices[0]?.delta.content ?? "";
      finish = choices[0]?.finish_reason ?? finish;
    }
    expect([/[가-힣]/.test(text), finish]).toEqual([true, "stop"]);
  });

  it("openai: Responses, whole and streamed, and its count of input tokens", async () => {
    const whole = await openai().responses.create({ model: MODELS.openai, input: TEXT });
    expect(whole.status).toBe("completed");
    expect(whole.output_text).toMatch(/[가-힣]/);
    let text = "";
    const kinds: string[] = [];
    for await (const event of await openai().responses.create({ model: MODELS.openai, input: TEXT, stream: true })) {
      kinds.push(event.type);
      if (event.type === "response.output_text.delta") text += event.delta;
    }
    expect([kinds[0], kinds.at(-1)]).toEqual(["response.created", "response.completed"]);
    expect(text).toMatch(/[가-힣]/);
    const counted = await openai().responses.inputTokens.count({ model: MODELS.openai, input: TEXT });
    expect(counted.input_tokens).toBe(whole.usage?.input_tokens);
  });

  it("@anthropic-ai/sdk: Messages, whole and streamed, and its count of tokens", async () => {
    const asked = { model: MODELS.anthropic, max_tokens: 500, messages };
    const whole = await anthropic().messages.create(asked);
    expect(whole).toMatchObject({ stop_reason: "end_turn", content: [{ type: "text" }] });
    const streamed = await anthropic().messages.stream(asked).finalMessage();
    expect(streamed).toMatchObject({ stop_reason: "end_turn", content: [{ type: "text" }] });
    const counted = await anthropic().messages.countTokens({ model: MODELS.anthropic, messages });
    expect(counted.input_tokens).toBe(whole.usage.input_tokens);
  });

  it("@google/genai: generateContent, whole and streamed, and its count of tokens", async () => {
    const asked = { model: MODELS.google, contents: TEXT };
    const whole = await google().models.generateContent(asked);
    expect(whole.text).toMatch(/[가-힣]/);
    expect(whole.candidates?.[0]?.finishReason).toBe("STOP");
    let text = "";
    for await (const part of await google().models.generateContentStream(asked)) text += part.text ?? "";
    expect(text).toMatch(/[가-힣]/);
    const counted = await google().models.countTokens(asked);
    expect(counted.totalTokens).toBe(whole.usageMetadata?.promptTokenCount);
  });
});

const hasCurl = spawnSync("curl", ["--version"]).status === 0;
it(`a stream by ${hasCurl ? "curl" : "a raw fetch, since there is no curl here"}`, async () => {
  const url = `${server.url}/v1/chat/completions`;
  const body = JSON.stringify({ model: MODELS.openai, messages, stream: true });
  const text = hasCurl ? await curl(url, body) : await (await fetch(url, { method: "POST", body })).text();
  expect(text).toMatch(/^data: \{/);
  expect(text.trimEnd().endsWith("data: [DONE]")).toBe(true);
});

/** Not at once: the server that it asks is in this process. */
const curl = async (url: string, body: string): Promise<string> =>
  (await promisify(execFile)("curl", ["-sN", url, "-H", "content-type: application/json", "-d", body])).stdout;
