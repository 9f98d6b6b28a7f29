import { describe, expect, it } from "vitest";
import { promptOf } from "../../src/simulate/request/index.ts";
import type { Api } from "../../src/simulate/route.ts";
import { post, simulated, textOf } from "./ask.ts";

const schema = { type: "object", properties: { a: { const: 1 } }, required: ["a"] };
const MODEL = "m";
const user = { role: "user", content: "저장해 주세요." };

/** A request of each API with tools of these names, and what is said of calling them. */
const BODIES: Readonly<Record<Api, (names: readonly string[], choice?: unknown) => object>> = {
  chat: (names, tool_choice) => ({
    model: MODEL,
    messages: [user],
    tools: names.map((name) => ({ type: "function", function: { name, parameters: schema } })),
    tool_choice,
  }),
  responses: (names, tool_choice) => ({
    model: MODEL,
    input: [user],
    tools: names.map((name) => ({ type: "function", name, parameters: schema })),
    tool_choice,
  }),
  messages: (names, tool_choice) => ({
    model: MODEL,
    messages: [user],
    tools: names.map((name) => ({ name, input_schema: schema })),
    tool_choice,
  }),
  generateContent: (names, functionCallingConfig) => ({
    contents: [{ role: "user", parts: [{ text: user.content }] }],
    tools: [{ functionDeclarations: names.map((name) => ({ name, parametersJsonSchema: schema })) }],
    toolConfig: { functionCallingConfig },
  }),
};

/** Each API's words for the same. */
const CHOICES: Readonly<Record<Api, { readonly one: unknown; readonly any: unknown; readonly none: unknown }>> = {
  chat: { one: { type: "function", function: { name: "b" } }, any: "required", none: "none" },
  responses: { one: { type: "function", name: "b" }, any: "required", none: "none" },
  messages: { one: { type: "tool", name: "b" }, any: { type: "any" }, none: { type: "none" } },
  generateContent: {
    one: { mode: "ANY", allowedFunctionNames: ["b"] },
    any: { mode: "ANY" },
    none: { mode: "NONE" },
  },
};

describe.each(Object.keys(BODIES) as Api[])("%s", (api) => {
  const jsonOf = (names: readonly string[], choice?: unknown): unknown =>
    promptOf(JSON.stringify(BODIES[api](names, choice)), { api, what: "answer", model: MODEL })?.json;
  const { one, any, none } = CHOICES[api];

  it.each([
    ["the only one may be called", ["a"], undefined, { schema, tool: "a", forced: false }],
    ["the only one has to be called", ["a"], any, { schema, tool: "a", forced: true }],
    ["the one that is named has to be called", ["a", "b"], one, { schema, tool: "b", forced: true }],
    ["of several any may be called: none is", ["a", "b"], undefined, undefined],
    ["none is to be called", ["a"], none, undefined],
    ["another one is named", ["a"], one, undefined],
    ["there are none", [], undefined, undefined],
  ])("%s", (_, names, choice, json) => {
    expect(jsonOf(names, choice)).toEqual(json);
  });
});

it("a tool that is not to be called leaves the answer a text", () => {
  const server = simulated({ target: `openai/${MODEL}` });
  const exchange = post(server, "/v1/chat/completions", BODIES.chat(["a"], "none"));
  expect(JSON.parse(textOf(exchange))).toMatchObject({
    choices: [{ message: { content: expect.stringMatching(/^\[모의 응답\]/) as unknown }, finish_reason: "stop" }],
  });
});
