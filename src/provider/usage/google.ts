import { z } from "zod";
import { type Usage, usage } from "../../domain/usage.ts";

const Count = z.number().nonnegative();
const Raw = z.object({
  promptTokenCount: Count,
  toolUsePromptTokenCount: Count.nullish(),
  cachedContentTokenCount: Count.nullish(),
  candidatesTokenCount: Count.nullish(),
  thoughtsTokenCount: Count.nullish(),
});

/**
 * Google counts cached tokens inside the prompt, tool results beside it, and thoughts beside the candidates, though
 * they are billed as output.
 */
export function googleUsage(raw: unknown): Usage | undefined {
  const parsed = Raw.safeParse(raw);
  if (!parsed.success) return undefined;
  const given = parsed.data;
  const read = Math.min(given.cachedContentTokenCount ?? 0, given.promptTokenCount);
  return usage({
    fresh_input: given.promptTokenCount - read + (given.toolUsePromptTokenCount ?? 0),
    cache_read: read,
    visible_output: given.candidatesTokenCount ?? 0,
    thinking: given.thoughtsTokenCount ?? 0,
  });
}
