import { z } from "zod";

/** `provider/model`, as in LiteLLM and models.dev: `openai/gpt-4o-mini`, `local/llama3.1`. */
export const Target = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\/[A-Za-z0-9][\w.:/-]*$/, "a target is provider/model, as in openai/gpt-4o-mini");
export type Target = z.infer<typeof Target>;

/** True when `pattern`, in which `*` stands for any characters, matches the whole of `target`. */
export function matches(pattern: string, target: string): boolean {
  const escaped = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`).test(target);
}
