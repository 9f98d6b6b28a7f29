import type { Prompt } from "../prompt.ts";
import { field, items, record, text, tokens } from "./loose.ts";
import { messagesOf } from "./messages-of.ts";

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
    json: text(format, "type") === "json_schema" ? { schema: record(format, "schema") } : undefined,
  };
}
