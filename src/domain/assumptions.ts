import { z } from "zod";
import { Day } from "./date.ts";

const Range = z
  .strictObject({
    low: z.number().positive(),
    high: z.number().positive(),
    reason: z.string().min(1),
    reason_ko: z.string().min(1),
    stated: Day,
  })
  .refine(({ low, high }) => low <= high, "low is above high");
export type Range = z.infer<typeof Range>;

/** `datasets/assumptions.json`: every number that is assumed rather than known, as a range with its reason. */
export const Assumptions = z.strictObject({
  krw_per_usd: Range,
  /** By tokenizer id of the registry: tokens per Korean character in prose. */
  tokens_per_ko_char: z.record(z.string(), Range),
});
export type Assumptions = z.infer<typeof Assumptions>;
