import type { PromptMessage } from "../prompt.ts";
import { field, spoken, text } from "./loose.ts";

const ROLES: Readonly<Record<string, PromptMessage["role"]>> = {
  system: "system",
  developer: "system",
  assistant: "assistant",
  model: "assistant",
};

/** Messages, a system prompt of its own before them; undefined where there is no message. */
export function messagesOf(
  given: readonly unknown[],
  content: "content" | "parts",
  system?: unknown,
): readonly [PromptMessage, ...PromptMessage[]] | undefined {
  const [first, ...rest] = given.map(
    (message): PromptMessage => ({
      role: ROLES[text(message, "role") ?? ""] ?? "user",
      text: spoken(field(message, content)),
    }),
  );
  if (first === undefined) return undefined;
  const before = spoken(system);
  return before === "" ? [first, ...rest] : [{ role: "system", text: before }, first, ...rest];
}
