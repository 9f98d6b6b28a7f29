import { z } from "zod";

const Text = z.string().regex(/\S/, "there is no text in it");

/** A line of `datasets/prompts/<name>.jsonl`: one request in Korean and in English. */
export const Prompt = z.strictObject({
  /** Part of the name of a case, as in `refund.ko`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "an id is lower-case words joined by -"),
  ko: Text,
  en: Text,
  /** The most tokens that an answer may have, thinking included. */
  max_output_tokens: z.int().positive(),
  system: z.strictObject({ ko: Text, en: Text }).optional(),
});
export type Prompt = z.infer<typeof Prompt>;

/** The two sides of a prompt. */
export const LANGS = ["ko", "en"] as const;
export type Lang = (typeof LANGS)[number];
