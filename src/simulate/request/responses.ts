import type { Prompt } from "../prompt.ts";
import { field, items, record, text, tokens } from "./loose.ts";
import { messagesOf } from "./messages-of.ts";
import { openaiChoice, toolJson } from "./tool.ts";

/** The body of a response, or of a count of its input; undefined where it cannot be read. */
export function responsesPrompt(body: unknown): Prompt | undefined {
  const model = text(body, "model");
  const alone = text(body, "input");
  const input = alone === undefined ? items(body, "input") : [{ role: "user", content: alone }];
  const messages = messagesOf(input, "content", field(body, "instructions"));
  if (model === undefined || messages === undefined) return undefined;
  const format = field(field(body, "text"), "format");
  const kind = text(format, "type");
  return {
    model,
    messages,
    maxTokens: tokens(body, "max_output_tokens"),
    stream: field(body, "stream") === true,
    tellUsage: true,
    json:
      toolOf(body) ??
      (kind === "json_schema"
        ? { schema: record(format, "schema"), tool: undefined }
        : kind === "json_object"
          ? { schema: undefined, tool: undefined }
          : undefined),
  };
}

function toolOf(body: unknown): Prompt["json"] {
  const choice = field(body, "tool_choice");
  return toolJson(
    items(body, "tools").map((tool) => ({ name: text(tool, "name"), schema: record(tool, "parameters") })),
    openaiChoice(choice, text(choice, "name")),
  );
}
