import type { ClientOptions } from "@anthropic-ai/sdk";
import type {
  MessageCountTokensParams,
  MessageCreateParamsNonStreaming,
  OutputConfig,
  Tool,
  ToolChoice,
} from "@anthropic-ai/sdk/resources/messages";
import type { Endpoint } from "../../domain/provider.ts";
import type { Question } from "../../domain/question.ts";
import { limitsOf } from "../limits.ts";

const BASE_URL = "https://api.anthropic.com";

/** What the parsers here were written for; the SDK's own default moves with its releases. */
const VERSION = "2026-10-21";

/** The longest time a timer takes: deadlines are the harness's, and the SDK's would refuse long answers unstreamed. */
const NEVER = 2 ** 31 - 1;

/** Headers that the SDK sets itself. Any other comes from ANTHROPIC_CUSTOM_HEADERS, which it reads unasked. */
const OWN_HEADERS = /^(accept|accept-encoding|anthropic-version|authorization|content-type|user-agent|x-stainless-.*)$/;

const onlyOwnHeaders =
  (fetch: Endpoint["fetch"]): Endpoint["fetch"] =>
  (input, init) => {
    const headers = [...new Headers(init?.headers)].filter(([name]) => OWN_HEADERS.test(name));
    return fetch(input, { ...init, headers: Object.fromEntries(headers) });
  };

/** One attempt by the given `fetch`, with nothing taken from the environment. */
export const clientOptions = ({ fetch, baseUrl, apiKey }: Endpoint): ClientOptions => ({
  apiKey,
  authToken: null,
  webhookKey: null,
  baseURL: baseUrl ?? BASE_URL,
  fetch: onlyOwnHeaders(fetch),
  maxRetries: 0,
  timeout: NEVER,
  // It would print bodies that it cannot parse.
  logLevel: "off",
  openTelemetry: false,
  defaultHeaders: {
    authorization: `Bearer ${apiKey}`,
    "anthropic-version": VERSION,
    "accept-encoding": "identity",
  },
});

/**
 * Effort and schema. There is no JSON mode: `json` asks in the prompt alone, as `prompt` does.
 * Effort goes out as it was given; the vendor refuses a word that the model does not know.
 */
function outputConfig({ effort, shape }: Question): { output_config?: OutputConfig } {
  if (effort === undefined && shape?.mode !== "schema") return {};
  return {
    output_config: {
      ...(effort === undefined ? {} : { effort: effort as NonNullable<OutputConfig["effort"]> }),
      ...(shape?.mode === "schema" ? { format: { type: "json_schema", schema: shape.schema } } : {}),
    },
  };
}

/** The one tool, which has to be called where the model lets itself be forced. */
function toolCall({ model, shape }: Question): { tools?: Tool[]; tool_choice?: ToolChoice } {
  if (shape?.mode !== "tool") return {};
  const { name, schema } = shape;
  const forced = limitsOf(model).refusesForcedTool !== true;
  return {
    tools: [{ name, input_schema: { ...schema, type: "object" }, strict: true }],
    tool_choice: forced ? { type: "tool", name } : { type: "auto" },
  };
}

/** What costs input tokens: the body of a count, and the greater part of a request. */
export const countBody = (question: Question): MessageCountTokensParams => ({
  model: question.model,
  ...(question.system === undefined ? {} : { system: question.system }),
  messages: question.messages.map(({ role, text }) => ({ role, content: text })),
  ...outputConfig(question),
  ...toolCall(question),
});

type Counted = "model" | "messages" | "system" | "output_config" | "tools" | "tool_choice";

/** The SDK's types dropped `temperature` with the models that refuse it; older models still take it. */
type Body = Omit<MessageCreateParamsNonStreaming, "stream"> & { temperature?: number };

export function messageBody(question: Question): Body {
  const { model, maxOutputTokens, temperature } = question;
  const limits = limitsOf(model);
  return {
    ...(countBody(question) as Pick<Body, Counted>),
    max_tokens: maxOutputTokens ?? limits.maxOutputTokens,
    ...(temperature === undefined || !limits.temperature ? {} : { temperature }),
  };
}
