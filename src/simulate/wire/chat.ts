import type { Answer } from "../answer.ts";
import { PROBLEMS } from "../problem.ts";
import { OPENAI } from "../vendor/openai.ts";
import { CREATED, data, type Frame, type PromptTokens, type Wire } from "./wire.ts";

/** OpenAI's chat completions. Thinking that is shown goes where the compatible servers put it. */
export const chat: Wire = {
  vendor: OPENAI,
  frames: (answer, prompt, { tellUsage }) => {
    const chunk = (choices: readonly unknown[], usage: unknown = null): string =>
      data({ ...head(answer, "chat.completion.chunk"), choices, ...(tellUsage ? { usage } : {}) });
    const choice = (delta: unknown, finish_reason: string | null = null): string =>
      chunk([{ index: 0, delta, logprobs: null, finish_reason }]);
    const closing = [
      choice({}, FINISH[answer.finish]),
      ...(tellUsage ? [chunk([], usageOf(answer, prompt))] : []),
      "data: [DONE]\n\n",
    ];
    return [
      { at: answer.opened, part: "opening", text: choice({ role: "assistant", content: "", refusal: null }) },
      ...answer.pieces.map(({ at, kind, text }): Frame => {
        const name = kind === "thinking" ? "reasoning_content" : answer.finish === "refusal" ? "refusal" : "content";
        return { at, part: "output", text: choice({ [name]: text }) };
      }),
      ...closing.map((text): Frame => ({ at: answer.done, part: "closing", text })),
    ];
  },
  whole: (answer, prompt) => {
    const refused = answer.finish === "refusal";
    const message = {
      role: "assistant",
      content: refused ? null : answer.text,
      refusal: refused ? answer.text : null,
      ...(answer.thinking === "" ? {} : { reasoning_content: answer.thinking }),
    };
    return {
      ...head(answer, "chat.completion"),
      choices: [{ index: 0, message, logprobs: null, finish_reason: FINISH[answer.finish] }],
      usage: usageOf(answer, prompt),
    };
  },
  errorFrame: () => data(OPENAI.error(PROBLEMS.server, "").body),
  // Chat completions have no count endpoint; `route` leads nobody here.
  counted: () => undefined,
};

const FINISH = { complete: "stop", length: "length", refusal: "stop", filter: "content_filter" } as const;

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
