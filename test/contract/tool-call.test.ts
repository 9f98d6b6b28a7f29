import Anthropic from "@anthropic-ai/sdk";
import { GoogleGenAI } from "@google/genai";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { realClock } from "../../src/cli/live/clock.ts";
import { type SimulatorServer, serveSimulator } from "../../src/cli/simulate/server.ts";
import type { Profile } from "../../src/domain/profile.ts";
import type { Question } from "../../src/domain/question.ts";
import { simulator } from "../../src/simulate/simulator.ts";
import { liveTransport } from "../../src/transport/live.ts";
import { count, profile } from "../simulate/ask.ts";
import { askTimed } from "./latency/timed.ts";
import { SPOKEN, type Spoken } from "./wires.ts";

/** A schema that only one value fits: whatever is drawn, the arguments are these. */
const schema = z.toJSONSchema(
  z.object({
    종류: z.literal("환불 요청"),
    개수: z.literal(3),
    급함: z.literal(true),
    고객: z.object({ 이름: z.literal("김서연"), 도시: z.literal("서울") }),
  }),
);
const ARGUMENTS = '{"종류":"환불 요청","개수":3,"급함":true,"고객":{"이름":"김서연","도시":"서울"}}';
const SHAPE = { mode: "tool", name: "save_request", schema } as const;

const WIRE = { chat: "openai", responses: "openai", messages: "anthropic", generateContent: "google" } as const;

/** What a model does, which is named after it. */
const BEHAVIOURS = {
  well: {},
  thinking: { thinking: { share: 1, tokens: { low: 5, high: 5 }, shown: true } },
  length: { endings: { length: 1 } },
  refusal: { endings: { refusal: 1 } },
  filter: { endings: { filter: 1 } },
  malformed: { json: { truncated: 1 } },
} as const satisfies Readonly<Record<string, Partial<Profile>>>;
type Behaviour = keyof typeof BEHAVIOURS;

const AT_ONCE = { ttft_ms: { low: 1, high: 1 }, tokens_per_second: { low: 1e5, high: 1e5 } };
const profiles = Object.entries(BEHAVIOURS).flatMap(([model, does]) =>
  [...new Set(Object.values(WIRE))].map((wire) => profile({ ...AT_ONCE, ...does, wire, target: `${wire}/${model}` })),
);

let server: SimulatorServer;
const live = liveTransport({ now: realClock.now });
beforeAll(async () => {
  server = await serveSimulator(simulator(profiles, { seed: 5, count }), {
    port: 0,
    host: "127.0.0.1",
    now: realClock.now,
    onSent: () => undefined,
    onFault: (fault) => {
      throw fault;
    },
  });
});
afterAll(async () => {
  await live.close();
  await server.close();
});

async function asked(spoken: Spoken, model: Behaviour, stream: boolean): Promise<readonly (string | undefined)[]> {
  const question: Partial<Question> = { shape: SHAPE, stream };
  const fetch = live.logged.bind(live);
  const { line } = await askTimed({ ...spoken, model }, server.url, { fetch }, { question });
  expect(line["tokenwon.failure"]).toBeUndefined();
  const finish = `${line["tokenwon.finish"]} ${line["gen_ai.response.finish_reasons"]?.[0]}`;
  return [line["tokenwon.tool"], line["tokenwon.text"], finish];
}

/** By API: how a call ends that went well, that was cut off, that was refused and that was filtered. */
const ENDS: Readonly<Record<string, Readonly<Record<Exclude<Behaviour, "thinking" | "malformed">, string>>>> = {
  chat: { well: "complete stop", length: "length length", refusal: "refusal stop", filter: "filter content_filter" },
  responses: {
    well: "tool completed",
    length: "length max_output_tokens",
    refusal: "refusal completed",
    filter: "filter content_filter",
  },
  messages: {
    well: "tool tool_use",
    length: "length max_tokens",
    refusal: "refusal refusal",
    filter: "refusal refusal",
  },
  generateContent: {
    well: "complete STOP",
    length: "length MAX_TOKENS",
    refusal: "filter PROHIBITED_CONTENT",
    filter: "filter SAFETY",
  },
};

describe.each(SPOKEN)("$name", (spoken) => {
  const ends = ENDS[spoken.api];
  const { api } = spoken;
  describe.each([
    ["streamed", true],
    ["whole", false],
  ])("%s", (_, stream) => {
    it("the arguments are the same as by every other API, and there is no text", async () => {
      expect(await asked(spoken, "well", stream)).toEqual([ARGUMENTS, "", ends?.well]);
      expect(await asked(spoken, "thinking", stream)).toEqual([ARGUMENTS, "", ends?.well]);
    });

    it("a refusal is text, or a prompt that is blocked", async () => {
      const text = api === "generateContent" ? "" : (expect.stringMatching(/^\[모의 응답\]/) as unknown);
      expect(await asked(spoken, "refusal", stream)).toEqual([undefined, text, ends?.refusal]);
    });

    it.each(["length", "filter", "malformed"] as const)(
      "%s: a part of the arguments, as the vendor can say it",
      async (how) => {
        const [tool, text, finish] = await asked(spoken, how, stream);
        const malformed = api === "generateContent" ? "other MALFORMED_FUNCTION_CALL" : ends?.well;
        expect([text, finish]).toEqual(["", how === "malformed" ? malformed : ends?.[how]]);
        if (api === "generateContent") {
          expect(tool).toBeUndefined();
          return;
        }
        // What comes parsed can be no part of it: the text stands inside.
        const parsed = api === "messages" && !stream;
        const said = parsed ? (JSON.parse(tool ?? "") as { INVALID_JSON: string }).INVALID_JSON : tool;
        expect(said?.length).toBeGreaterThan(0);
        expect(said?.length).toBeLessThan(ARGUMENTS.length);
        expect(ARGUMENTS.startsWith(said ?? "?")).toBe(true);
      },
    );
  });
});

describe("the vendors' own SDKs put the same arguments together", () => {
  const NONE = { apiKey: "none", maxRetries: 0 };
  const messages = [{ role: "user" as const, content: "저장해 주세요." }];
  const openai = () => new OpenAI({ ...NONE, baseURL: `${server.url}/v1` });

  it("OpenAI, chat completions", async () => {
    const tools = [{ type: "function" as const, function: { name: SHAPE.name, parameters: schema, strict: true } }];
    const stream = openai().chat.completions.stream({ model: "well", messages, tools });
    const { choices } = await stream.finalChatCompletion();
    const [call] = choices[0]?.message.tool_calls ?? [];
    expect(call).toMatchObject({ type: "function", function: { name: SHAPE.name, arguments: ARGUMENTS } });
    // It did not have to be called.
    expect(choices[0]?.finish_reason).toBe("tool_calls");
  });

  it("OpenAI, responses", async () => {
    const tools = [{ type: "function" as const, name: SHAPE.name, parameters: schema, strict: true }];
    const response = await openai().responses.stream({ model: "well", input: "저장", tools }).finalResponse();
    expect(response.output).toMatchObject([
      { type: "function_call", status: "completed", name: SHAPE.name, arguments: ARGUMENTS },
    ]);
  });

  it("Anthropic", async () => {
    const input_schema = { ...schema, type: "object" as const };
    const anthropic = new Anthropic({ ...NONE, baseURL: server.url });
    const { content } = await anthropic.messages
      .stream({ model: "well", max_tokens: 999, messages, tools: [{ name: SHAPE.name, input_schema }] })
      .finalMessage();
    expect(content).toMatchObject([{ type: "tool_use", name: SHAPE.name, input: JSON.parse(ARGUMENTS) as unknown }]);
  });

  it("Google", async () => {
    const google = new GoogleGenAI({ apiKey: "none", httpOptions: { baseUrl: server.url } });
    const { functionCalls } = await google.models.generateContent({
      model: "well",
      contents: "저장",
      config: { tools: [{ functionDeclarations: [{ name: SHAPE.name, parametersJsonSchema: schema }] }] },
    });
    expect(functionCalls).toEqual([{ name: SHAPE.name, args: JSON.parse(ARGUMENTS) as unknown }]);
  });
});
