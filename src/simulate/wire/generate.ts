import type { Answer } from "../answer.ts";
import { PROBLEMS } from "../problem.ts";
import { GOOGLE } from "../vendor/google.ts";
import { calledTool, parsedArguments } from "./call.ts";
import type { Frame, PromptTokens, Wire } from "./wire.ts";

/**
 * Gemini's generateContent: every frame is a response of its own, with the usage so far. A refusal is a prompt that was
 * blocked, which has no candidates.
 */
export const generateContent: Wire = {
  vendor: GOOGLE,
  frames: (answer, prompt, asked) => {
    const tool = calledTool(answer, asked);
    const end: Frame = { at: answer.done, part: "closing", text: data(closing(answer, prompt, tool)) };
    if (answer.finish === "refusal") return [end];
    const soFar = { visible: 0, thinking: answer.thinking === "" ? answer.tokens.thinking : 0 };
    const pieces = answer.pieces.flatMap(({ at, kind, text, tokens }, i): Frame[] => {
      soFar[kind === "text" ? "visible" : "thinking"] += tokens;
      const said = kind === "text" ? { text } : { text, thought: true };
      // A call comes in one piece, when all of it is there.
      const last = i === answer.pieces.length - 1;
      const parts = kind === "thinking" || tool === undefined ? [said] : last ? callParts(tool, answer) : [];
      if (parts.length === 0) return [];
      return [{ at, part: "output", text: data(response(answer, prompt, soFar, candidate(parts))) }];
    });
    return [...pieces, end];
  },
  whole: (answer, prompt, asked) => {
    const tool = calledTool(answer, asked);
    if (answer.finish === "refusal") return closing(answer, prompt, tool);
    const parts = [
      ...(answer.thinking === "" ? [] : [{ text: answer.thinking, thought: true }]),
      ...(tool === undefined ? [{ text: answer.text }] : callParts(tool, answer)),
    ];
    return response(answer, prompt, answer.tokens, candidate(parts, finishOf(answer, tool)));
  },
  errorFrame: () => data(GOOGLE.error(PROBLEMS.overloaded, "").body),
  counted: (totalTokens) => ({ totalTokens, promptTokensDetails: [{ modality: "TEXT", tokenCount: totalTokens }] }),
};

/** Google ends its lines as HTTP does. */
const data = (payload: unknown): string => `data: ${JSON.stringify(payload)}\r\n\r\n`;

const FINISH = { complete: "STOP", length: "MAX_TOKENS", filter: "SAFETY" } as const;

/** Arguments are an object: what is none is no call, but a reason to end, where it was not cut off. */
const callParts = (name: string, { text }: Answer): object[] => {
  const args = parsedArguments(text);
  return args === undefined ? [] : [{ functionCall: { name, args } }];
};

const finishOf = (answer: Answer, tool: string | undefined): string | undefined => {
  if (answer.finish === "refusal") return undefined;
  const malformed = answer.finish === "complete" && tool !== undefined && callParts(tool, answer).length === 0;
  return malformed ? "MALFORMED_FUNCTION_CALL" : FINISH[answer.finish];
};

const candidate = (parts: readonly unknown[], finishReason?: string): object => ({
  candidates: [
    { content: { parts, role: "model" }, ...(finishReason === undefined ? {} : { finishReason }), index: 0 },
  ],
});

const closing = (answer: Answer, prompt: PromptTokens, tool: string | undefined): unknown =>
  answer.finish === "refusal"
    ? response(answer, prompt, { visible: 0, thinking: 0 }, { promptFeedback: { blockReason: "PROHIBITED_CONTENT" } })
    : response(answer, prompt, answer.tokens, candidate([{ text: "" }], finishOf(answer, tool)));

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
