import type { Answer } from "../answer.ts";
import { PROBLEMS } from "../problem.ts";
import { OPENAI } from "../vendor/openai.ts";
import { calledTool } from "./call.ts";
import { callItem, responseBody, textPart } from "./response-body.ts";
import { event, type Frame, type Wire } from "./wire.ts";

/** OpenAI's Responses. Thinking that is shown comes as a summary. */
export const responses: Wire = {
  vendor: OPENAI,
  frames: (answer, prompt, asked) => {
    const tool = calledTool(answer, asked);
    const begun = responseBody(answer, "in_progress");
    const ended = responseBody(answer, endOf(answer), { prompt, tool });
    return numbered([
      { at: answer.opened, part: "opening", payload: { type: "response.created", response: begun } },
      { at: answer.opened, part: "opening", payload: { type: "response.in_progress", response: begun } },
      ...outputFrames(answer, tool),
      { at: answer.done, part: "closing", payload: { type: `response.${endOf(answer)}`, response: ended } },
    ]);
  },
  whole: (answer, prompt, asked) => responseBody(answer, endOf(answer), { prompt, tool: calledTool(answer, asked) }),
  errorFrame: (answer) => {
    const { message } = PROBLEMS.server;
    const failed = responseBody(answer, "failed", undefined, { code: "server_error", message });
    return (
      event({ type: "error", code: "server_error", message, param: null }) +
      event({ type: "response.failed", response: failed })
    );
  },
  counted: (input_tokens) => ({ object: "response.input_tokens", input_tokens }),
};

type Numbered = Omit<Frame, "text"> & {
  readonly payload: { readonly type: string; readonly [field: string]: unknown };
};

/** Frames of Responses count themselves. */
const numbered = (frames: readonly Numbered[]): Frame[] =>
  frames.map(({ at, part, payload }, sequence_number) => ({ at, part, text: event({ ...payload, sequence_number }) }));

const endOf = ({ finish }: Answer): "completed" | "incomplete" =>
  finish === "length" || finish === "filter" ? "incomplete" : "completed";

/** Every piece, with the beginning and the end of the item that it is part of: reasoning first, then the message or the call. */
function outputFrames(answer: Answer, tool: string | undefined): Numbered[] {
  const { pieces } = answer;
  return pieces.flatMap(({ at, kind, text: delta }, i) => {
    const item =
      kind === "thinking" ? summaryItem(answer) : tool === undefined ? messageItem(answer) : toolItem(answer, tool);
    const payloads = [
      ...(pieces[i - 1]?.kind === kind ? [] : item.begins),
      { ...item.delta, delta },
      ...(pieces[i + 1]?.kind === kind ? [] : item.ends),
    ];
    return payloads.map((payload): Numbered => ({ at, part: "output", payload }));
  });
}

/** The frames of an item of the output. */
type Item = {
  readonly begins: readonly Numbered["payload"][];
  readonly delta: Numbered["payload"];
  readonly ends: readonly Numbered["payload"][];
};

function summaryItem({ number, thinking }: Answer): Item {
  const at = { item_id: `rs_sim_${number}`, output_index: 0, summary_index: 0 };
  const item = { id: at.item_id, type: "reasoning", summary: [] as unknown[] };
  const part = (text: string): unknown => ({ type: "summary_text", text });
  return {
    begins: [
      { type: "response.output_item.added", output_index: 0, item },
      { type: "response.reasoning_summary_part.added", ...at, part: part("") },
    ],
    delta: { type: "response.reasoning_summary_text.delta", ...at },
    ends: [
      { type: "response.reasoning_summary_text.done", ...at, text: thinking },
      { type: "response.reasoning_summary_part.done", ...at, part: part(thinking) },
      { type: "response.output_item.done", output_index: 0, item: { ...item, summary: [part(thinking)] } },
    ],
  };
}

/** Hidden thinking is an item too. */
const indexAfterThinking = ({ tokens }: Answer): number => (tokens.thinking > 0 ? 1 : 0);

function toolItem(answer: Answer, tool: string): Item {
  const output_index = indexAfterThinking(answer);
  const at = { item_id: `fc_sim_${answer.number}`, output_index };
  const { text } = answer;
  return {
    begins: [{ type: "response.output_item.added", output_index, item: callItem(answer, tool, "in_progress", "") }],
    delta: { type: "response.function_call_arguments.delta", ...at },
    ends: [
      { type: "response.function_call_arguments.done", ...at, name: tool, arguments: text },
      { type: "response.output_item.done", output_index, item: callItem(answer, tool, endOf(answer), text) },
    ],
  };
}

function messageItem(answer: Answer): Item {
  const output_index = indexAfterThinking(answer);
  const at = { item_id: `msg_sim_${answer.number}`, output_index, content_index: 0 };
  const item = { id: at.item_id, type: "message", role: "assistant" };
  const name = answer.finish === "refusal" ? "refusal" : "output_text";
  const text = answer.finish === "refusal" ? { refusal: answer.text } : { text: answer.text, logprobs: [] };
  const part = textPart(answer);
  return {
    begins: [
      { type: "response.output_item.added", output_index, item: { ...item, status: "in_progress", content: [] } },
      { type: "response.content_part.added", ...at, part: textPart({ ...answer, text: "" }) },
    ],
    delta: { type: `response.${name}.delta`, ...at },
    ends: [
      { type: `response.${name}.done`, ...at, ...text },
      { type: "response.content_part.done", ...at, part },
      { type: "response.output_item.done", output_index, item: { ...item, status: endOf(answer), content: [part] } },
    ],
  };
}
