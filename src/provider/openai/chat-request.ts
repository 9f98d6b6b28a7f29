import type {
  ChatCompletionCreateParams,
  ChatCompletionMessageParam,
  ChatCompletionStreamOptions,
} from "openai/resources/chat/completions";
import type { ReasoningEffort } from "openai/resources/shared";
import type { Question, Shape } from "../../domain/question.ts";
import type { Dialect } from "./dialect.ts";

type Format = NonNullable<ChatCompletionCreateParams["response_format"]>;

/** A question as the body of a chat completion. */
export function chatRequest(question: Question, dialect: Dialect): ChatCompletionCreateParams {
  const { model, maxOutputTokens, temperature, effort, shape, stream } = question;
  const format = shape === undefined ? undefined : responseFormat(shape);
  return {
    model,
    messages: messages(question),
    ...(maxOutputTokens === undefined ? {} : { [dialect.maxTokens]: maxOutputTokens }),
    ...(temperature === undefined || !dialect.takesTemperature(model) ? {} : { temperature }),
    // The vendor adds words faster than the types do.
    ...(effort === undefined ? {} : { reasoning_effort: effort as ReasoningEffort }),
    ...(format === undefined ? {} : { response_format: format }),
    ...(shape?.mode === "tool" ? toolCall(shape, dialect) : {}),
    ...(stream ? { stream: true, stream_options: streamOptions(dialect) } : { stream: false }),
  };
}

const messages = ({ system, messages }: Question): ChatCompletionMessageParam[] => [
  ...(system === undefined ? [] : [{ role: "system" as const, content: system }]),
  ...messages.map(({ role, text }) => ({ role, content: text })),
];

/** The one tool, which has to be called. */
const toolCall = (
  { name, schema }: Shape,
  { strictTools }: Dialect,
): Pick<ChatCompletionCreateParams, "tools" | "tool_choice"> => ({
  tools: [
    { type: "function", function: { name, parameters: { ...schema }, ...(strictTools ? { strict: true } : {}) } },
  ],
  tool_choice: { type: "function", function: { name } },
});

/** Undefined for JSON that is no text of its own form: asked for in words only, or as arguments of a tool. */
function responseFormat({ mode, name, schema }: Shape): Format | undefined {
  switch (mode) {
    case "prompt":
    case "tool":
      return undefined;
    case "json":
      return { type: "json_object" };
    case "schema":
      return { type: "json_schema", json_schema: { name, schema: { ...schema }, strict: true } };
  }
}

/** Usage comes only when asked for; padding against eavesdroppers would only add to the bytes that are measured. */
const streamOptions = ({ obfuscates }: Dialect): ChatCompletionStreamOptions => ({
  include_usage: true,
  ...(obfuscates ? { include_obfuscation: false } : {}),
});
