import { OPENAI_CHAT, OPENAI_RESPONSES } from "./frames-openai.ts";
import { event, TEXT, TOKENS, type Wire } from "./frames-shared.ts";

export { OPENAI_CHAT, OPENAI_RESPONSES } from "./frames-openai.ts";
export { TEXT, TOKENS, type Wire } from "./frames-shared.ts";

const inputUsage = {
  input_tokens: TOKENS.input - TOKENS.cached,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: TOKENS.cached,
};

export const ANTHROPIC_MESSAGES: Wire = {
  path: "/v1/messages",
  frames: [
    {
      type: "message_start",
      message: {
        id: "msg_test1",
        type: "message",
        role: "assistant",
        model: "claude-test-1",
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: {
          ...inputUsage,
          cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
          output_tokens: 1,
          service_tier: "standard",
        },
      },
    },
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    { type: "ping" },
    ...TEXT.map((text) => ({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } })),
    { type: "content_block_stop", index: 0 },
    {
      type: "message_delta",
      delta: { stop_reason: "end_turn", stop_sequence: null },
      usage: { ...inputUsage, output_tokens: TOKENS.output },
    },
    { type: "message_stop" },
  ].map(event),
  errorFrame: event({ type: "error", error: { type: "overloaded_error", message: "Overloaded" } }),
  textAt: [3, 4, 5, 6, 7],
};

const gemini = (text: string, output: number, finishReason?: string): string =>
  `data: ${JSON.stringify({
    candidates: [{ content: { parts: [{ text }], role: "model" }, finishReason, index: 0 }],
    usageMetadata: {
      promptTokenCount: TOKENS.input,
      candidatesTokenCount: output,
      totalTokenCount: TOKENS.input + output,
      cachedContentTokenCount: TOKENS.cached,
      promptTokensDetails: [{ modality: "TEXT", tokenCount: TOKENS.input }],
    },
    modelVersion: "gemini-test-1",
    responseId: "test1",
  })}\r\n\r\n`;

export const GEMINI: Wire = {
  path: "/v1beta/models/gemini-test-1:streamGenerateContent?alt=sse",
  frames: [...TEXT.map((text, i) => gemini(text, 3 * (i + 1))), gemini("", TOKENS.output, "STOP")],
  errorFrame: `data: ${JSON.stringify({
    error: { code: 503, message: "The model is overloaded.", status: "UNAVAILABLE" },
  })}\r\n\r\n`,
  textAt: [0, 1, 2, 3, 4],
};

export const WIRES = { OPENAI_CHAT, OPENAI_RESPONSES, ANTHROPIC_MESSAGES, GEMINI } as const;
