import { z } from "zod";

/**
 * The kinds of tokens that have a price of their own. They are disjoint: every token of a request is in exactly one,
 * so that input buckets add up to the prompt and output buckets to the answer.
 */
export const INPUT_BUCKETS = ["fresh_input", "cache_read", "cache_write", "cache_write_1h", "cache_write_12h"] as const;
export const OUTPUT_BUCKETS = ["visible_output", "thinking"] as const;
export const BUCKETS = [...INPUT_BUCKETS, ...OUTPUT_BUCKETS] as const;
export type Bucket = (typeof BUCKETS)[number];

const Tokens = z.number().nonnegative();

/** Tokens of a request by bucket; whole numbers for one request, fractions for an average. */
export const Usage = z.strictObject({
  fresh_input: Tokens,
  cache_read: Tokens,
  /** Written at the vendor's default lifetime. */
  cache_write: Tokens,
  cache_write_1h: Tokens,
  cache_write_12h: Tokens,
  visible_output: Tokens,
  thinking: Tokens,
});
export type Usage = z.infer<typeof Usage>;

/** Usage with the buckets that are not named at 0. */
export const usage = (tokens: Partial<Usage>): Usage => ({
  fresh_input: 0,
  cache_read: 0,
  cache_write: 0,
  cache_write_1h: 0,
  cache_write_12h: 0,
  visible_output: 0,
  thinking: 0,
  ...tokens,
});

export const promptTokens = (tokens: Usage): number => INPUT_BUCKETS.reduce((sum, bucket) => sum + tokens[bucket], 0);
export const outputTokens = (tokens: Usage): number => OUTPUT_BUCKETS.reduce((sum, bucket) => sum + tokens[bucket], 0);
