import { z } from "zod";
import { type Usage, usage } from "../../domain/usage.ts";

const Count = z.number().nonnegative();
const Cached = z.object({ cached_tokens: Count.nullish(), cache_write_tokens: Count.nullish() }).nullish();
const Reasoning = z.object({ reasoning_tokens: Count.nullish() }).nullish();

/** Usage of chat completions, and of Responses, which names the same counts otherwise. */
const Raw = z.union([
  z.object({
    prompt_tokens: Count,
    completion_tokens: Count.default(0),
    prompt_tokens_details: Cached,
    completion_tokens_details: Reasoning,
  }),
  z.object({
    input_tokens: Count,
    output_tokens: Count.default(0),
    input_tokens_details: Cached,
    output_tokens_details: Reasoning,
  }),
]);

/**
 * OpenAI counts cached tokens, read and written, inside the prompt, and reasoning inside the completion: both are taken
 * out. Undefined where the object is no such usage.
 */
export function openaiUsage(raw: unknown): Usage | undefined {
  const parsed = Raw.safeParse(raw);
  if (!parsed.success) return undefined;
  const given = parsed.data;
  const chat = "prompt_tokens" in given;
  const prompt = chat ? given.prompt_tokens : given.input_tokens;
  const answer = chat ? given.completion_tokens : given.output_tokens;
  const cached = chat ? given.prompt_tokens_details : given.input_tokens_details;
  const reasoning = (chat ? given.completion_tokens_details : given.output_tokens_details)?.reasoning_tokens ?? 0;
  // A part is never more than its whole, though some servers say so: OpenRouter gave 11 reasoning tokens of 10.
  const read = Math.min(cached?.cached_tokens ?? 0, prompt);
  const written = Math.min(cached?.cache_write_tokens ?? 0, prompt - read);
  const thinking = Math.min(reasoning, answer);
  return usage({
    fresh_input: prompt - read - written,
    cache_read: read,
    cache_write: written,
    visible_output: answer - thinking,
    thinking,
  });
}
