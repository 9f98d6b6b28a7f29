import { data, event, TEXT, TOKENS, type Wire } from "./frames-shared.ts";

const chat = (choices: readonly unknown[], usage: unknown = null): string =>
  data({
    id: "chatcmpl-test1",
    object: "chat.completion.chunk",
    created: 1_795_000_000,
    model: "gpt-test-2026-01-01",
    service_tier: "default",
    system_fingerprint: null,
    choices,
    usage,
  });
const delta = (part: unknown, finish_reason: string | null = null): unknown => ({
  index: 0,
  delta: part,
  logprobs: null,
  finish_reason,
});

export const OPENAI_CHAT: Wire = {
  path: "/v1/chat/completions",
  frames: [
    chat([delta({ role: "assistant", content: "", refusal: null })]),
    ...TEXT.map((content) => chat([delta({ content })])),
    chat([delta({}, "stop")]),
    chat([], {
      prompt_tokens: TOKENS.input,
      completion_tokens: TOKENS.output,
      total_tokens: TOKENS.input + TOKENS.output,
      prompt_tokens_details: { cached_tokens: TOKENS.cached, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
    }),
    "data: [DONE]\n\n",
  ],
  errorFrame: data({ error: { message: "The server had an error.", type: "server_error", param: null, code: null } }),
  textAt: [1, 2, 3, 4, 5],
};

const part = { item_id: "msg_test1", output_index: 0, content_index: 0 };
const response = (status: string, more: object = {}): object => ({
  id: "resp_test1",
  object: "response",
  created_at: 1_795_000_000,
  status,
  error: null,
  incomplete_details: null,
  model: "gpt-test-2026-01-01",
  output: [],
  usage: null,
  ...more,
});
const message = (status: string, content: readonly object[]): object => ({
  id: "msg_test1",
  type: "message",
  status,
  role: "assistant",
  content,
});
const outputText = (text: string): object => ({ type: "output_text", annotations: [], logprobs: [], text });
const answer = message("completed", [outputText(TEXT.join(""))]);

export const OPENAI_RESPONSES: Wire = {
  path: "/v1/responses",
  frames: [
    { type: "response.created", response: response("in_progress") },
    { type: "response.in_progress", response: response("in_progress") },
    { type: "response.output_item.added", output_index: 0, item: message("in_progress", []) },
    { type: "response.content_part.added", ...part, part: outputText("") },
    ...TEXT.map((text) => ({ type: "response.output_text.delta", ...part, delta: text, logprobs: [] })),
    { type: "response.output_text.done", ...part, text: TEXT.join(""), logprobs: [] },
    { type: "response.content_part.done", ...part, part: outputText(TEXT.join("")) },
    { type: "response.output_item.done", output_index: 0, item: answer },
    {
      type: "response.completed",
      response: response("completed", {
        output: [answer],
        usage: {
          input_tokens: TOKENS.input,
          input_tokens_details: { cached_tokens: TOKENS.cached },
          output_tokens: TOKENS.output,
          output_tokens_details: { reasoning_tokens: 0 },
          total_tokens: TOKENS.input + TOKENS.output,
        },
      }),
    },
  ].map((payload, sequence_number) => event({ ...payload, sequence_number })),
  errorFrame: event({
    type: "error",
    code: "server_error",
    message: "The server had an error.",
    param: null,
    sequence_number: 9,
  }),
  textAt: [4, 5, 6, 7, 8],
};
