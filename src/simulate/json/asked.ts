import type { JsonSchema, Shape } from "../../domain/question.ts";
import type { Prompt } from "../prompt.ts";

/** JSON that a prompt asks for, how it does, and the text of the schema where it stands in the prompt itself. */
export type AskedJson = {
  readonly mode: Shape["mode"];
  readonly schema: JsonSchema | undefined;
  readonly written: string;
};

/** What JSON is asked for: by the API, or by a schema written into the prompt. Undefined where none is. */
export function askedJson({ json, messages }: Prompt): AskedJson | undefined {
  const found = json?.schema === undefined ? messages.map(({ text }) => schemaIn(text)).find(Boolean) : undefined;
  if (found === undefined && json === undefined) return undefined;
  return { mode: modeOf(json), schema: json?.schema, written: "", ...found };
}

const modeOf = (json: Prompt["json"]): Shape["mode"] => {
  if (json === undefined) return "prompt";
  if (json.tool !== undefined) return "tool";
  return json.schema === undefined ? "json" : "schema";
};

/** Braces that are tried as the beginning of a schema. */
const TRIES = 100;

/** The first balanced {…} of a text that is a JSON Schema of an object. */
function schemaIn(text: string): { readonly schema: JsonSchema; readonly written: string } | undefined {
  if (!text.includes('"properties"')) return undefined;
  let from = text.indexOf("{");
  for (let tries = 0; from >= 0 && tries < TRIES; tries++, from = text.indexOf("{", from + 1)) {
    const written = balanced(text, from);
    const schema = written === undefined ? undefined : parsed(written);
    if (written !== undefined && schema !== undefined) return { schema, written };
  }
  return undefined;
}

function balanced(text: string, from: number): string | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (quoted && char === "\\") at++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === "{") depth++;
    else if (!quoted && char === "}" && --depth === 0) return text.slice(from, at + 1);
  }
  return undefined;
}

function parsed(text: string): JsonSchema | undefined {
  try {
    const value = JSON.parse(text) as JsonSchema;
    return "type" in value && "properties" in value ? value : undefined;
  } catch {
    return undefined;
  }
}
