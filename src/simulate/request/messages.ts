import type { Prompt } from "../prompt.ts";
import { field, items, record, text, tokens } from "./loose.ts";
import { messagesOf } from "./messages-of.ts";
import { toolJson } from "./tool.ts";

/** The body of a message, or of a count of its tokens; undefined where it cannot be read. */
export function messagePrompt(body: unknown): Prompt | undefined {
  const model = text(body, "model");
  const messages = messagesOf(items(body, "messages"), "content", field(body, "system"));
  if (model === undefined || messages === undefined) return undefined;
  const format = field(field(body, "output_config"), "format");
  return {
    model,
    messages,
    maxTokens: tokens(body, "max_tokens"),
    stream: field(body, "stream") === true,
    tellUsage: true,
    json:
      toolOf(body) ??
      (text(format, "type") === "json_schema" ? { schema: record(format, "schema"), tool: undefined } : undefined),
  };
}

function toolOf(body: unknown): Prompt["json"] {
  const choice = field(body, "tool_choice");
  const type = text(choice, "type");
  return toolJson(
    items(body, "tools").map((tool) => ({ name: text(tool, "name"), schema: record(tool, "input_schema") })),
    type === "tool"
      ? { calls: "must", names: [text(choice, "name")] }
      : { calls: type === "none" ? "not" : type === "any" ? "must" : "may" },
  );
}
