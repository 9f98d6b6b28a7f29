import type { Prompt } from "../prompt.ts";
import type { Route } from "../route.ts";
import { field, items, record, text, tokens } from "./loose.ts";
import { messagesOf } from "./messages-of.ts";
import { toolJson } from "./tool.ts";

/**
 * The body of generateContent, or of a count, which may hold a whole request inside it. Google names the model, and
 * whether to stream, in the path. Undefined where it cannot be read.
 */
export function generatePrompt(
  body: unknown,
  { model = "", stream = false }: Pick<Route, "model" | "stream">,
): Prompt | undefined {
  const asked = field(body, "generateContentRequest") ?? body;
  const system = field(field(asked, "systemInstruction"), "parts");
  const messages = messagesOf(items(asked, "contents"), "parts", system);
  if (messages === undefined) return undefined;
  const config = field(asked, "generationConfig");
  const json = text(config, "responseMimeType") === "application/json";
  const schema = record(config, "responseJsonSchema") ?? record(config, "responseSchema");
  return {
    model,
    messages,
    maxTokens: tokens(config, "maxOutputTokens"),
    stream,
    tellUsage: true,
    json: toolOf(asked) ?? (json ? { schema, tool: undefined } : undefined),
  };
}

function toolOf(asked: unknown): Prompt["json"] {
  const declared = items(asked, "tools").flatMap((tool) => items(tool, "functionDeclarations"));
  const config = field(field(asked, "toolConfig"), "functionCallingConfig");
  const mode = text(config, "mode");
  return toolJson(
    declared.map((one) => ({
      name: text(one, "name"),
      schema: record(one, "parametersJsonSchema") ?? record(one, "parameters"),
    })),
    {
      calls: mode === "NONE" ? "not" : mode === "ANY" ? "must" : "may",
      names: items(config, "allowedFunctionNames"),
    },
  );
}
