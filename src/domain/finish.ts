/** How an answer ended, in one word for every vendor; the vendor's own word is kept beside it. */
export const FINISH_REASONS = ["complete", "length", "refusal", "filter", "tool", "other"] as const;
export type FinishReason = (typeof FINISH_REASONS)[number];
