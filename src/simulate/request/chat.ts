import type { Prompt } from "../prompt.ts";
import { field, items, record, text, tokens } from "./loose.ts";
import { messagesOf } from "./messages-of.ts";
import { openaiChoice, toolJson } from "./tool.ts";

/** The body of a chat completion; undefined where it cannot be read. */
export function chatPrompt(body: unknown): Prompt | undefined {
  const model = text(body, "model");
  const messages = messagesOf(items(body, "messages"), "content");
  if (model === undefined || messages === undefined) return undefined;
  const format = field(body, "response_format");
  const kind = text(format, "type");
  return {
    model,
    messages,
    maxTokens: tokens(body, "max_completion_tokens", "max_tokens"),
    stream: field(body, "stream") === true,
    tellUsage: field(field(body, "stream_options"), "include_usage") === true,
    json:
      toolOf(body) ??
      (kind === "json_schema"
        ? { schema: record(field(format, "json_schema"), "schema"), tool: undefined }
        : kind === "json_object"
          ? { schema: undefined, tool: undefined }
          : undefined),
  };
}

function toolOf(body: unknown): Prompt["json"] {
  const functions = items(body, "tools").map((tool) => field(tool, "function"));
  const choice = field(body, "tool_choice");
  return toolJson(
    functions.map((one) => ({ name: text(one, "name"), schema: record(one, "parameters") })),
    openaiChoice(choice, text(field(choice, "function"), "name")),
  );
}
