import { data, event } from "../../transport/frames-shared.ts";

/** What an answer reports to have taken, thinking beside what is visible. */
export type Tokens = { readonly visible: number; readonly thinking: number };

/** The frames of an API, by what is in them. */
export type Words = {
  /** The beginning: a role, and no output. */
  readonly role: string;
  /** A piece of output with nothing in it. */
  readonly empty: string;
  readonly think: (text: string) => string;
  readonly text: (text: string) => string;
  /** Arguments of a tool call. */
  readonly tool: (json: string) => string;
  /** The vendor's last word, and usage where there is any. */
  readonly end: string;
};

const INPUT = 24;

function chat(tokens: Tokens | undefined): Words {
  const head = { id: "chatcmpl-test1", object: "chat.completion.chunk", model: "gpt-test-2026-01-01" };
  const delta = (part: object, finish_reason: string | null = null): string =>
    data({ ...head, choices: [{ index: 0, delta: part, finish_reason }] });
  const usage = tokens && {
    prompt_tokens: INPUT,
    completion_tokens: tokens.visible + tokens.thinking,
    completion_tokens_details: { reasoning_tokens: tokens.thinking },
  };
  return {
    role: delta({ role: "assistant", content: "", refusal: null }),
    empty: delta({ content: "" }),
    think: (reasoning_content) => delta({ reasoning_content }),
    text: (content) => delta({ content }),
    tool: (json) => delta({ tool_calls: [{ index: 0, function: { arguments: json } }] }),
    end: `${delta({}, "stop")}${usage === undefined ? "" : data({ ...head, choices: [], usage })}data: [DONE]\n\n`,
  };
}

function responses(tokens: Tokens | undefined): Words {
  const response = { id: "resp_test1", model: "gpt-test-2026-01-01", output: [] };
  const usage = tokens && {
    input_tokens: INPUT,
    output_tokens: tokens.visible + tokens.thinking,
    output_tokens_details: { reasoning_tokens: tokens.thinking },
  };
  const text = (delta: string): string => event({ type: "response.output_text.delta", delta });
  return {
    role: event({ type: "response.created", response: { ...response, status: "in_progress" } }),
    empty: text(""),
    think: (delta) => event({ type: "response.reasoning_summary_text.delta", delta }),
    text,
    tool: (delta) => event({ type: "response.function_call_arguments.delta", delta }),
    end: event({ type: "response.completed", response: { ...response, status: "completed", usage } }),
  };
}

function messages(tokens: Tokens | undefined): Words {
  const delta = (of: object): string => event({ type: "content_block_delta", index: 0, delta: of });
  const message = { id: "msg_test1", type: "message", role: "assistant", model: "claude-test-1", content: [] };
  // What has been written so far, as Anthropic begins: no total.
  const soFar = tokens && { input_tokens: INPUT, output_tokens: 3 };
  const usage = tokens && {
    output_tokens: tokens.visible + tokens.thinking,
    output_tokens_details: { thinking_tokens: tokens.thinking },
  };
  return {
    role: event({ type: "message_start", message: { ...message, stop_reason: null, usage: soFar } }),
    empty: delta({ type: "text_delta", text: "" }),
    think: (thinking) => delta({ type: "thinking_delta", thinking }),
    text: (text) => delta({ type: "text_delta", text }),
    tool: (partial_json) => delta({ type: "input_json_delta", partial_json }),
    end:
      event({ type: "message_delta", delta: { stop_reason: "end_turn", stop_sequence: null }, usage }) +
      event({ type: "message_stop" }),
  };
}

function generateContent(tokens: Tokens | undefined): Words {
  const usageMetadata = tokens && {
    promptTokenCount: INPUT,
    candidatesTokenCount: tokens.visible,
    thoughtsTokenCount: tokens.thinking,
  };
  const said = (parts: readonly object[], more: object = {}): string => {
    const candidates = [{ content: { parts, role: "model" }, index: 0, ...more }];
    return `data: ${JSON.stringify({ candidates, usageMetadata, modelVersion: "gemini-test-1", responseId: "r1" })}\r\n\r\n`;
  };
  return {
    role: said([]),
    empty: said([{ text: "" }]),
    think: (text) => said([{ text, thought: true }]),
    text: (text) => said([{ text }]),
    tool: (json) => said([{ functionCall: { name: "weather", args: JSON.parse(json) as unknown } }]),
    end: said([{ text: "" }], { finishReason: "STOP" }),
  };
}

const WORDS = { chat, responses, messages, generateContent };

/** The frames of an API that reports these tokens, or none. */
export function wordsOf(api: string, tokens: Tokens | undefined): Words {
  const found = WORDS[api as keyof typeof WORDS] as (typeof WORDS)[keyof typeof WORDS] | undefined;
  if (found === undefined) throw new Error(`no frames are known of ${api}`);
  return found(tokens);
}
