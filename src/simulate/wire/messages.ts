import type { Answer } from "../answer.ts";
import { PROBLEMS } from "../problem.ts";
import { ANTHROPIC } from "../vendor/anthropic.ts";
import { calledTool, parsedArguments } from "./call.ts";
import { event, type Frame, type PromptTokens, type Wire } from "./wire.ts";

/** Anthropic's Messages: blocks of thinking and of text, one after the other, and a ping. */
export const messages: Wire = {
  vendor: ANTHROPIC,
  frames: (answer, prompt, asked) => {
    const tool = calledTool(answer, asked);
    const opening = [
      {
        type: "message_start",
        message: { ...message(answer, [], null), usage: usageOf(prompt, { visible: 1, thinking: 0 }) },
      },
      { type: "ping" },
    ];
    const closing = [
      {
        type: "message_delta",
        delta: { stop_reason: finishOf(answer, tool), stop_sequence: null },
        usage: usageOf(prompt, answer.tokens),
      },
      { type: "message_stop" },
    ];
    return [
      ...opening.map((payload): Frame => ({ at: answer.opened, part: "opening", text: event(payload) })),
      ...blockFrames(answer, tool),
      ...closing.map((payload): Frame => ({ at: answer.done, part: "closing", text: event(payload) })),
    ];
  },
  whole: (answer, prompt, asked) => {
    const tool = calledTool(answer, asked);
    return {
      ...message(answer, blocks(answer, tool), finishOf(answer, tool)),
      usage: usageOf(prompt, answer.tokens),
    };
  },
  errorFrame: ({ number }) => event(ANTHROPIC.error(PROBLEMS.overloaded, `req_sim_${number}`).body as { type: string }),
  counted: (input_tokens) => ({ input_tokens }),
};

/** There is no word for a filter: what is broken off by one is refused. */
const FINISH = { complete: "end_turn", length: "max_tokens", refusal: "refusal", filter: "refusal" } as const;

const finishOf = ({ finish }: Answer, tool: string | undefined): string =>
  finish === "complete" && tool !== undefined ? "tool_use" : FINISH[finish];

const message = ({ number, model }: Answer, content: readonly unknown[], stop_reason: string | null): object => ({
  id: `msg_sim_${number}`,
  type: "message",
  role: "assistant",
  model,
  content,
  stop_reason,
  stop_sequence: null,
});

const SIGNATURE = "simulated";

/**
 * A call that came whole has its input parsed, which text that is no JSON cannot be: it stands under the key by which the
 * vendor has clients send such a text back.
 */
const callBlock = ({ number, text }: Answer, name: string): unknown => ({
  ...EMPTY.call(number, name),
  input: parsedArguments(text) ?? { INVALID_JSON: text },
});

const blocks = (answer: Answer, tool: string | undefined): unknown[] => [
  ...(answer.thinking === "" ? [] : [{ type: "thinking", thinking: answer.thinking, signature: SIGNATURE }]),
  ...(answer.text === "" ? [] : [tool === undefined ? { type: "text", text: answer.text } : callBlock(answer, tool)]),
];

/** Every piece, with the beginning and the end of the blocks around them. A block begins and ends with its pieces. */
function blockFrames({ pieces, number }: Answer, tool: string | undefined): Frame[] {
  let index = 0;
  return pieces.flatMap(({ at, kind, text }, i) => {
    const begins = pieces[i - 1]?.kind !== kind;
    const ends = pieces[i + 1]?.kind !== kind;
    const call = kind === "text" && tool !== undefined;
    const delta = call
      ? { type: "input_json_delta", partial_json: text }
      : kind === "thinking"
        ? { type: "thinking_delta", thinking: text }
        : { type: "text_delta", text };
    const block = call ? EMPTY.call(number, tool) : EMPTY[kind];
    const frames = [
      ...(begins ? [{ type: "content_block_start", index, content_block: block }] : []),
      ...(begins && call ? [{ type: "content_block_delta", index, delta: { ...delta, partial_json: "" } }] : []),
      { type: "content_block_delta", index, delta },
      ...(ends && kind === "thinking"
        ? [{ type: "content_block_delta", index, delta: { type: "signature_delta", signature: SIGNATURE } }]
        : []),
      ...(ends ? [{ type: "content_block_stop", index }] : []),
    ];
    if (ends) index++;
    return [{ at, part: "output", text: frames.map(event).join("") } as const];
  });
}

const EMPTY = {
  thinking: { type: "thinking", thinking: "", signature: "" },
  text: { type: "text", text: "" },
  call: (number: number, name: string) => ({ type: "tool_use", id: `toolu_sim_${number}`, name, input: {} }),
} as const;

/** Cached tokens stand beside the input, and thinking is part of the output. */
const usageOf = (prompt: PromptTokens, { visible, thinking }: Answer["tokens"]): unknown => ({
  input_tokens: prompt.all - prompt.read - prompt.written,
  cache_creation_input_tokens: prompt.written,
  cache_read_input_tokens: prompt.read,
  cache_creation: { ephemeral_5m_input_tokens: prompt.written, ephemeral_1h_input_tokens: 0 },
  output_tokens: visible + thinking,
  ...(thinking === 0 ? {} : { output_tokens_details: { thinking_tokens: thinking } }),
  service_tier: "standard",
});
