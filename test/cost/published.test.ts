import { describe, expect, it } from "vitest";
import { bill } from "../../src/cost/bill.ts";
import { sum } from "../../src/cost/money.ts";
import type { PricedModel, Service } from "../../src/domain/price/model.ts";
import { outputTokens, promptTokens } from "../../src/domain/usage.ts";
import { usageOf, type Wire } from "../../src/provider/usage/index.ts";
import { current, modelOf, priced } from "./priced.ts";

/** A bill whose right amount somebody published, most of them beside the wrong one that a tool had computed. */
type Published = {
  readonly thread: string;
  readonly about: string;
  readonly wire: Wire;
  readonly raw: readonly object[];
  readonly model: PricedModel;
  readonly day?: string;
  readonly service?: Service;
  readonly right: string;
  readonly wrong?: string;
};

const luna = modelOf("openai/gpt-5.6-luna");
const PUBLISHED: readonly Published[] = [
  {
    thread: "BerriAI/litellm#9812",
    about: "cache writes charged as input and as writes",
    wire: "anthropic",
    raw: [{ input_tokens: 3, cache_creation_input_tokens: 12304, cache_read_input_tokens: 0, output_tokens: 550 }],
    model: priced({ input: "3", output: "15", cache_read: "0.30", cache_write: "3.75" }),
    right: "0.054399",
    wrong: "0.091311",
  },
  {
    // The thread's 0.185 prices a prompt of 262,960 tokens at the rates below 200,000; at the rates of its fix:
    thread: "BerriAI/litellm#14849, rates of #18157",
    about: "Gemini cache hits counted twice, in the long tier",
    wire: "google",
    raw: [{ promptTokenCount: 262960, cachedContentTokenCount: 257955, candidatesTokenCount: 1744 }],
    model: modelOf("google/gemini-2.5-pro"),
    right: "0.10316125",
    wrong: "0.764169",
  },
  {
    thread: "BerriAI/litellm#15945",
    about: "OpenAI counts cache hits inside the prompt",
    wire: "openai",
    raw: [{ prompt_tokens: 9126, completion_tokens: 3197, prompt_tokens_details: { cached_tokens: 4864 } }],
    model: modelOf("openai/gpt-5"),
    right: "0.0379055",
    wrong: "0.0439855",
  },
  {
    thread: "BerriAI/litellm#6215, at the price of gpt-4o",
    about: "cached tokens priced on top of prompt tokens",
    wire: "openai",
    raw: [{ prompt_tokens: 2006, completion_tokens: 300, prompt_tokens_details: { cached_tokens: 1920 } }],
    model: modelOf("openai/gpt-4o"),
    right: "0.005615",
  },
  {
    thread: "BerriAI/litellm#35127",
    about: "cached and written tokens of Responses dropped",
    wire: "openai",
    raw: [{ input_tokens: 172000, input_tokens_details: { cached_tokens: 155000, cache_write_tokens: 3000 } }],
    model: priced({ input: "5", output: "30", cache_read: "0.5", cache_write: "6.25" }),
    right: "0.16625",
    wrong: "0.86",
  },
  {
    thread: "BerriAI/litellm#39861",
    about: "batch × cache write × long prompt, tier by request",
    wire: "openai",
    raw: [
      { prompt_tokens: 300054, completion_tokens: 16, prompt_tokens_details: { cache_write_tokens: 300051 } },
      { prompt_tokens: 29, completion_tokens: 4 },
    ],
    model: luna,
    service: "batch",
    right: "0.07503305",
    wrong: "0.0300173",
  },
  {
    thread: "BerriAI/litellm#39861, second scenario",
    about: "batch × cache read × long prompt",
    wire: "openai",
    raw: [
      { prompt_tokens: 300054, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 300051 } },
      { prompt_tokens: 29, completion_tokens: 4 },
    ],
    model: luna,
    service: "batch",
    right: "0.00601052",
    wrong: "0.0300131",
  },
  {
    thread: "BerriAI/litellm#39622",
    about: "a cached prompt, and a long one",
    wire: "openai",
    raw: [
      { prompt_tokens: 1000, completion_tokens: 100, prompt_tokens_details: { cached_tokens: 200 } },
      { prompt_tokens: 300000, completion_tokens: 1000 },
    ],
    model: modelOf("openai/gpt-6-astra"),
    right: "6.0882",
  },
  {
    thread: "BerriAI/litellm#32307",
    about: "a batch of two",
    wire: "anthropic",
    raw: [
      { input_tokens: 9, output_tokens: 25 },
      { input_tokens: 9, output_tokens: 18 },
    ],
    model: modelOf("anthropic/claude-opus-4-6"),
    service: "batch",
    right: "0.0005825",
  },
  {
    thread: "BerriAI/litellm#39893",
    about: "a stream that broke is billed for what came",
    wire: "anthropic",
    raw: [{ input_tokens: 25, output_tokens: 63 }],
    model: modelOf("anthropic/claude-sonnet-5"),
    right: "0.00068",
    wrong: "0.00006",
  },
  {
    thread: "langfuse/langfuse#13116",
    about: "a long-prompt tier that was taken back on 2026-03-13",
    wire: "anthropic",
    raw: [
      { input_tokens: 16, cache_read_input_tokens: 226784, cache_creation_input_tokens: 48454, output_tokens: 2621 },
    ],
    model: modelOf("anthropic/claude-sonnet-4-6"),
    right: "0.2891007",
    wrong: "0.5585439",
  },
  {
    thread: "langfuse/langfuse#13116, before that day",
    about: "the same call while the tier still held",
    wire: "anthropic",
    raw: [
      { input_tokens: 16, cache_read_input_tokens: 226784, cache_creation_input_tokens: 48454, output_tokens: 2621 },
    ],
    model: modelOf("anthropic/claude-sonnet-4-6"),
    day: "2026-03-12",
    right: "0.5585439",
  },
  {
    // The thread shows its tokens rounded to ten, and the amount as 0.28.
    thread: "langfuse/langfuse#14249",
    about: "cache writes missing",
    wire: "anthropic",
    raw: [{ input_tokens: 15460, cache_creation_input_tokens: 19810, output_tokens: 10370 }],
    model: modelOf("anthropic/claude-sonnet-4-6"),
    right: "0.2762175",
    wrong: "0.20193",
  },
  {
    thread: "langfuse/claude-observability-plugin#34",
    about: "writes for one hour charged as for five minutes",
    wire: "anthropic",
    raw: [
      { input_tokens: 0, cache_creation_input_tokens: 37175, cache_creation: { ephemeral_1h_input_tokens: 37175 } },
    ],
    model: modelOf("anthropic/claude-fable-5"),
    right: "0.7435",
    wrong: "0.4646875",
  },
  {
    thread: "anomalyco/opencode#17566",
    about: "reasoning tokens charged twice",
    wire: "openai",
    raw: [{ input_tokens: 14746, output_tokens: 1944, output_tokens_details: { reasoning_tokens: 1360 } }],
    model: priced({ input: "30", output: "180" }),
    right: "0.7923",
    wrong: "1.0371",
  },
  {
    thread: "langfuse/langfuse#16321, usage of our own",
    about: "Gemini thoughts stand beside the candidates and are billed as output",
    wire: "google",
    raw: [{ promptTokenCount: 1000, candidatesTokenCount: 200, thoughtsTokenCount: 700, totalTokenCount: 1900 }],
    model: modelOf("google/gemini-2.5-flash"),
    right: "0.00255",
    wrong: "0.0008",
  },
  {
    thread: "anomalyco/opencode#17121",
    about: "a missing cache rate is the input rate, not nothing",
    wire: "openai",
    raw: [{ prompt_tokens: 564382, completion_tokens: 13123, prompt_tokens_details: { cached_tokens: 498000 } }],
    model: priced({ input: "0.5", output: "2.8" }),
    right: "0.3189354",
  },
  {
    // Input side only, as the thread has it.
    thread: "Aider-AI/aider#5516",
    about: "the error grows to 10.9 times on a call that is all cached",
    wire: "anthropic",
    raw: [{ input_tokens: 9, cache_read_input_tokens: 17102, output_tokens: 0 }],
    model: modelOf("anthropic/claude-haiku-4-5"),
    right: "0.0017192",
    wrong: "0.0188212",
  },
  {
    thread: "UiPath/coder_eval#63",
    about: "a bill with every bucket of Anthropic",
    wire: "anthropic",
    raw: [
      { input_tokens: 32, output_tokens: 18519, cache_creation_input_tokens: 99959, cache_read_input_tokens: 1083097 },
    ],
    model: modelOf("anthropic/claude-opus-5"),
    right: "1.62942725",
  },
];

describe("bills that others published", () => {
  it.each(PUBLISHED)("$thread: $about", ({ wire, raw, model, day = current.as_of, service, right, wrong }) => {
    const bills = raw.map((each) => {
      const read = usageOf(wire, each);
      if (read === undefined) throw new Error("not a usage");
      return bill(read, model, { day, ...(service === undefined ? {} : { service }) });
    });
    const total = sum(bills.map(({ usd }) => usd)).toFixed();
    expect(total).toBe(right);
    expect(total).not.toBe(wrong);
  });

  it("prices a run by the rates of the model that answered: Opus 4.6 costs 5/3 of what Sonnet's rates give", () => {
    const run = usageOf("anthropic", {
      input_tokens: 1200,
      cache_read_input_tokens: 90_000,
      cache_creation_input_tokens: 3000,
      output_tokens: 2500,
    });
    if (run === undefined) throw new Error("not a usage");
    const at = (target: string): number => bill(run, modelOf(target), { day: current.as_of }).usd.toNumber();
    // OpenHands/benchmarks#582: $943.17 reported, about $1,572 billed.
    expect(at("anthropic/claude-opus-4-6") / at("anthropic/claude-sonnet-4-6")).toBeCloseTo(1571.95 / 943.17, 5);
  });
});

describe("buckets", () => {
  it("add up to what the vendor says it counted, whichever way it counts", () => {
    const openai = { prompt_tokens: 100, completion_tokens: 60, total_tokens: 160 };
    const details = {
      prompt_tokens_details: { cached_tokens: 64, cache_write_tokens: 30 },
      completion_tokens_details: { reasoning_tokens: 50 },
    };
    const read = usageOf("openai", { ...openai, ...details });
    expect(read).toEqual(expect.objectContaining({ fresh_input: 6, cache_read: 64, cache_write: 30, thinking: 50 }));
    expect(read && promptTokens(read) + outputTokens(read)).toBe(openai.total_tokens);

    const google = usageOf("google", {
      promptTokenCount: 50,
      toolUsePromptTokenCount: 7,
      cachedContentTokenCount: 20,
      candidatesTokenCount: 5,
      thoughtsTokenCount: 9,
    });
    expect(google && promptTokens(google) + outputTokens(google)).toBe(50 + 7 + 5 + 9);

    const anthropic = usageOf("anthropic", {
      input_tokens: 4,
      cache_read_input_tokens: 10,
      cache_creation_input_tokens: 30,
      cache_creation: { ephemeral_5m_input_tokens: 20, ephemeral_1h_input_tokens: 10 },
      output_tokens: 3,
    });
    expect(anthropic).toEqual(expect.objectContaining({ cache_write: 20, cache_write_1h: 10 }));
    expect(anthropic && promptTokens(anthropic)).toBe(44);
  });

  it.each(["openai", "anthropic", "google"] as const)("of %s are not read from something else", (wire) => {
    for (const raw of [undefined, null, {}, "usage", { tokens: 1 }, { prompt_tokens: -1, input_tokens: "5" }]) {
      expect(usageOf(wire, raw)).toBeUndefined();
    }
  });
});
