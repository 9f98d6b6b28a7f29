import type { InputTokenCountParams } from "openai/resources/responses/input-tokens";
import type {
  FunctionTool,
  ResponseCreateParams,
  ResponseFormatTextConfig,
  ToolChoiceFunction,
} from "openai/resources/responses/responses";
import type { ReasoningEffort } from "openai/resources/shared";
import type { Question, Shape } from "../../domain/question.ts";
import { takesTemperature } from "./limits.ts";

/** A question as the body of a response. */
export function responsesRequest(question: Question): ResponseCreateParams {
  const { model, maxOutputTokens, temperature, stream } = question;
  return {
    ...prompt(question),
    ...(maxOutputTokens === undefined ? {} : { max_output_tokens: maxOutputTokens }),
    ...(temperature === undefined || !takesTemperature(model) ? {} : { temperature }),
    // The vendor keeps answers for a month unless told not to.
    store: false,
    ...(stream ? { stream: true, stream_options: { include_obfuscation: false } } : { stream: false }),
  };
}

/** The same question as the count endpoint takes it: all that is part of the prompt, and nothing of the answer. */
export const countRequest = (question: Question): InputTokenCountParams => prompt(question);

type Prompt = {
  model: string;
  input: { role: "user" | "assistant"; content: string }[];
  instructions?: string;
  reasoning?: { effort: ReasoningEffort };
  text?: { format: ResponseFormatTextConfig };
  tools?: FunctionTool[];
  tool_choice?: ToolChoiceFunction;
};

function prompt({ model, system, messages, effort, shape }: Question): Prompt {
  const format = shape === undefined ? undefined : textFormat(shape);
  return {
    model,
    input: messages.map(({ role, text }) => ({ role, content: text })),
    ...(system === undefined ? {} : { instructions: system }),
    // The vendor adds words faster than the types do.
    ...(effort === undefined ? {} : { reasoning: { effort: effort as ReasoningEffort } }),
    ...(format === undefined ? {} : { text: { format } }),
    ...(shape?.mode === "tool" ? toolCall(shape) : {}),
  };
}

/** The one tool, which has to be called. */
const toolCall = ({ name, schema }: Shape): Pick<Prompt, "tools" | "tool_choice"> => ({
  tools: [{ type: "function", name, parameters: { ...schema }, strict: true }],
  tool_choice: { type: "function", name },
});

/** Undefined for JSON that is no text of its own form: asked for in words only, or as arguments of a tool. */
function textFormat({ mode, name, schema }: Shape): ResponseFormatTextConfig | undefined {
  switch (mode) {
    case "prompt":
    case "tool":
      return undefined;
    case "json":
      return { type: "json_object" };
    case "schema":
      return { type: "json_schema", name, schema: { ...schema }, strict: true };
  }
}
