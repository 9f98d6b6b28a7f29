import type { Answer } from "../answer.ts";
import type { Prompt } from "../prompt.ts";

/** The tool that an answer calls: a refusal is text all the same, and an answer of nothing calls nothing. */
export const calledTool = ({ finish, text }: Answer, { json }: Pick<Prompt, "json">): string | undefined =>
  finish === "refusal" || text === "" ? undefined : json?.tool;

/** Arguments as the APIs have them that parse them first; undefined of what is no object in JSON. */
export function parsedArguments(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
