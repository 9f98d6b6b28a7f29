import type { Answer } from "../answer.ts";
import { PROBLEMS } from "../problem.ts";
import { GOOGLE } from "../vendor/google.ts";
import type { Frame, PromptTokens, Wire } from "./wire.ts";

/**
 * Gemini's generateContent: every frame is a response of its own, with the usage so far. A refusal is a prompt that was
 * blocked, which has no candidates.
 */
export const generateContent: Wire = {
  vendor: GOOGLE,
  frames: (answer, prompt) => {
    const end: Frame = { at: answer.done, part: "closing", text: data(closing(answer, prompt)) };
    if (answer.finish === "refusal") return [end];
    const soFar = { visible: 0, thinking: answer.thinking === "" ? answer.tokens.thinking : 0 };
    const pieces = answer.pieces.map(({ at, kind, text, tokens }): Frame => {
      soFar[kind === "text" ? "visible" : "thinking"] += tokens;
      const part = kind === "text" ? { text } : { text, thought: true };
      return { at, part: "output", text: data(response(answer, prompt, soFar, candidate([part]))) };
    });
    return [...pieces, end];
  },
  whole: (answer, prompt) => {
    if (answer.finish === "refusal") return closing(answer, prompt);
    const parts = [
      ...(answer.thinking === "" ? [] : [{ text: answer.thinking, thought: true }]),
      { text: answer.text },
    ];
    return response(answer, prompt, answer.tokens, candidate(parts, FINISH[answer.finish]));
  },
  errorFrame: () => data(GOOGLE.error(PROBLEMS.overloaded, "").body),
  counted: (totalTokens) => ({ totalTokens, promptTokensDetails: [{ modality: "TEXT", tokenCount: totalTokens }] }),
};

/** Google ends its lines as HTTP does. */
const data = (payload: unknown): string => `data: ${JSON.stringify(payload)}\r\n\r\n`;

const FINISH = { complete: "STOP", length: "MAX_TOKENS", filter: "SAFETY" } as const;

const candidate = (parts: readonly unknown[], finishReason?: string): object => ({
  candidates: [
    { content: { parts, role: "model" }, ...(finishReason === undefined ? {} : { finishReason }), index: 0 },
  ],
});

const closing = (answer: Answer, prompt: PromptTokens): unknown =>
  answer.finish === "refusal"
    ? response(answer, prompt, { visible: 0, thinking: 0 }, { promptFeedback: { blockReason: "PROHIBITED_CONTENT" } })
    : response(answer, prompt, answer.tokens, candidate([{ text: "" }], FINISH[answer.finish]));

const response = (
  { number, model }: Answer,
  prompt: PromptTokens,
  tokens: Answer["tokens"],
  said: object,
): unknown => ({
  ...said,
  usageMetadata: usageOf(prompt, tokens),
  modelVersion: model,
  responseId: `sim-${number}`,
});

/** Cached tokens are part of the prompt; thoughts stand beside the candidates. What is none of is left out. */
const usageOf = (prompt: PromptTokens, { visible, thinking }: Answer["tokens"]): unknown => ({
  promptTokenCount: prompt.all,
  ...(visible === 0 ? {} : { candidatesTokenCount: visible }),
  totalTokenCount: prompt.all + visible + thinking,
  ...(prompt.read === 0 ? {} : { cachedContentTokenCount: prompt.read }),
  promptTokensDetails: [{ modality: "TEXT", tokenCount: prompt.all }],
  ...(thinking === 0 ? {} : { thoughtsTokenCount: thinking }),
});
