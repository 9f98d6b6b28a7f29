import type { Answer } from "../answer.ts";
import { CREATED, type PromptTokens } from "./wire.ts";

/** A response as OpenAI gives it: whole, or within the frames that begin and end its stream. Usage and output come at the end. */
export const responseBody = (
  answer: Answer,
  status: "in_progress" | "completed" | "incomplete" | "failed",
  end?: { readonly prompt: PromptTokens; readonly tool: string | undefined },
  error: unknown = null,
): unknown => ({
  id: `resp_sim_${answer.number}`,
  object: "response",
  created_at: CREATED,
  status,
  error,
  incomplete_details:
    status === "incomplete" ? { reason: answer.finish === "filter" ? "content_filter" : "max_output_tokens" } : null,
  model: answer.model,
  output: end === undefined ? [] : outputOf(answer, end.tool),
  usage: end === undefined ? null : usageOf(answer, end.prompt),
});

/** The text of an answer as part of its message: a refusal has a kind of its own. */
export const textPart = ({ finish, text }: Answer): unknown =>
  finish === "refusal"
    ? { type: "refusal", refusal: text }
    : { type: "output_text", annotations: [], logprobs: [], text };

/** A call as an item of the output, with as much of its arguments as there is. */
export const callItem = ({ number }: Answer, name: string, status: string, text: string): unknown => ({
  id: `fc_sim_${number}`,
  type: "function_call",
  status,
  arguments: text,
  call_id: `call_sim_${number}`,
  name,
});

function outputOf(answer: Answer, tool: string | undefined): unknown[] {
  const { number, thinking, text, tokens, finish } = answer;
  const summary = thinking === "" ? [] : [{ type: "summary_text", text: thinking }];
  const status = finish === "length" || finish === "filter" ? "incomplete" : "completed";
  return [
    ...(tokens.thinking === 0 ? [] : [{ id: `rs_sim_${number}`, type: "reasoning", summary }]),
    ...(text === ""
      ? []
      : tool === undefined
        ? [{ id: `msg_sim_${number}`, type: "message", status, role: "assistant", content: [textPart(answer)] }]
        : [callItem(answer, tool, status, text)]),
  ];
}

/** Cached tokens are part of the input, and thinking of the output. */
const usageOf = ({ tokens }: Answer, prompt: PromptTokens): unknown => ({
  input_tokens: prompt.all,
  input_tokens_details: { cached_tokens: prompt.read },
  output_tokens: tokens.visible + tokens.thinking,
  output_tokens_details: { reasoning_tokens: tokens.thinking },
  total_tokens: prompt.all + tokens.visible + tokens.thinking,
});
