import { z } from "zod";
import { type Usage, usage } from "../../domain/usage.ts";

const Count = z.number().nonnegative();
const Raw = z.object({
  input_tokens: Count,
  output_tokens: Count.default(0),
  cache_read_input_tokens: Count.nullish(),
  cache_creation_input_tokens: Count.nullish(),
  cache_creation: z
    .object({ ephemeral_5m_input_tokens: Count.nullish(), ephemeral_1h_input_tokens: Count.nullish() })
    .nullish(),
  output_tokens_details: z.object({ thinking_tokens: Count.nullish() }).nullish(),
});

/**
 * Anthropic counts cached tokens beside `input_tokens`, not inside it. Writes by lifetime add up to
 * `cache_creation_input_tokens`: what is not said to be for one hour is at the default of five minutes.
 */
export function anthropicUsage(raw: unknown): Usage | undefined {
  const parsed = Raw.safeParse(raw);
  if (!parsed.success) return undefined;
  const { input_tokens, output_tokens, cache_read_input_tokens, cache_creation_input_tokens, cache_creation } =
    parsed.data;
  const forAnHour = cache_creation?.ephemeral_1h_input_tokens ?? 0;
  const written = cache_creation_input_tokens ?? forAnHour + (cache_creation?.ephemeral_5m_input_tokens ?? 0);
  const hour = Math.min(forAnHour, written);
  const thinking = Math.min(parsed.data.output_tokens_details?.thinking_tokens ?? 0, output_tokens);
  return usage({
    fresh_input: input_tokens,
    cache_read: cache_read_input_tokens ?? 0,
    cache_write: written - hour,
    cache_write_1h: hour,
    visible_output: output_tokens - thinking,
    thinking,
  });
}
