import type { Answer } from "../answer.ts";
import { PROBLEMS } from "../problem.ts";
import { OPENAI } from "../vendor/openai.ts";
import { calledTool } from "./call.ts";
import { type AskedOf, CREATED, data, type Frame, type PromptTokens, type Wire } from "./wire.ts";

/** OpenAI's chat completions. Thinking that is shown goes where the compatible servers put it. */
export const chat: Wire = {
  vendor: OPENAI,
  frames: (answer, prompt, asked) => {
    const { tellUsage } = asked;
    const tool = calledTool(answer, asked);
    const chunk = (choices: readonly unknown[], usage: unknown = null): string =>
      data({ ...head(answer, "chat.completion.chunk"), choices, ...(tellUsage ? { usage } : {}) });
    const choice = (delta: unknown, finish_reason: string | null = null): string =>
      chunk([{ index: 0, delta, logprobs: null, finish_reason }]);
    const closing = [
      choice({}, finishOf(answer, asked)),
      ...(tellUsage ? [chunk([], usageOf(answer, prompt))] : []),
      "data: [DONE]\n\n",
    ];
    return [
      { at: answer.opened, part: "opening", text: choice(opening(tool)) },
      ...answer.pieces.map(({ at, kind, text }, i): Frame => {
        if (kind === "text" && tool !== undefined) {
          const begins = answer.pieces[i - 1]?.kind !== "text";
          const call = [...(begins ? [callOf(answer, tool, "")] : []), { function: { arguments: text } }];
          const deltas = call.map((part) => choice({ tool_calls: [{ index: 0, ...part }] }));
          return { at, part: "output", text: deltas.join("") };
        }
        const name = kind === "thinking" ? "reasoning_content" : answer.finish === "refusal" ? "refusal" : "content";
        return { at, part: "output", text: choice({ [name]: text }) };
      }),
      ...closing.map((text): Frame => ({ at: answer.done, part: "closing", text })),
    ];
  },
  whole: (answer, prompt, asked) => {
    const refused = answer.finish === "refusal";
    const tool = calledTool(answer, asked);
    const message = {
      role: "assistant",
      content: refused || tool !== undefined ? null : answer.text,
      refusal: refused ? answer.text : null,
      ...(answer.thinking === "" ? {} : { reasoning_content: answer.thinking }),
      ...(tool === undefined ? {} : { tool_calls: [callOf(answer, tool, answer.text)] }),
    };
    return {
      ...head(answer, "chat.completion"),
      choices: [{ index: 0, message, logprobs: null, finish_reason: finishOf(answer, asked) }],
      usage: usageOf(answer, prompt),
    };
  },
  errorFrame: () => data(OPENAI.error(PROBLEMS.server, "").body),
  // Chat completions have no count endpoint; `route` leads nobody here.
  counted: () => undefined,
};

const FINISH = { complete: "stop", length: "length", refusal: "stop", filter: "content_filter" } as const;

/** A call ends by a reason of its own, but not that of a function by its name, which had to be called. */
const finishOf = (answer: Answer, asked: AskedOf): string =>
  answer.finish === "complete" && calledTool(answer, asked) !== undefined && asked.json?.forced !== true
    ? "tool_calls"
    : FINISH[answer.finish];

const opening = (tool: string | undefined): object => ({
  role: "assistant",
  content: tool === undefined ? "" : null,
  refusal: null,
});

const callOf = ({ number }: Answer, name: string, text: string): object => ({
  id: `call_sim_${number}`,
  type: "function",
  function: { name, arguments: text },
});

const head = ({ number, model }: Answer, object: string): object => ({
  id: `chatcmpl-sim-${number}`,
  object,
  created: CREATED,
  model,
});

/** Cached tokens are part of the prompt, and thinking of the completion. */
const usageOf = ({ tokens }: Answer, prompt: PromptTokens): unknown => ({
  prompt_tokens: prompt.all,
  completion_tokens: tokens.visible + tokens.thinking,
  total_tokens: prompt.all + tokens.visible + tokens.thinking,
  prompt_tokens_details: { cached_tokens: prompt.read, audio_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: tokens.thinking, audio_tokens: 0 },
});
