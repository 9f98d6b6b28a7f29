import { z } from "zod";
import { Day } from "./date.ts";

const Both = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) });

/** How a claim is checked: what is counted, on which text. */
const Check = z.discriminatedUnion("kind", [
  /** Tokens of a text that the claim prints. */
  z.strictObject({ kind: z.literal("text_tokens"), text: z.string().min(1) }),
  /** UTF-8 bytes of a text. */
  z.strictObject({ kind: z.literal("text_bytes"), text: z.string().min(1) }),
  /** Share of tokens saved between two texts that the claim prints, in percent. */
  z.strictObject({ kind: z.literal("text_saving"), before: z.string().min(1), after: z.string().min(1) }),
  /** Korean ÷ English tokens of a domain of the dataset, or of all of it. */
  z.strictObject({ kind: z.literal("ratio"), domain: z.string() }),
  /** Tokens of so many Korean characters of a domain, or of English text of the same content. */
  z.strictObject({
    kind: z.literal("tokens_of_chars"),
    domain: z.string(),
    chars: z.int().positive(),
    lang: z.enum(["ko", "en"]),
  }),
  /** Tokens per Korean character, or per English word, over the whole dataset. */
  z.strictObject({ kind: z.literal("tokens_per_char") }),
  z.strictObject({ kind: z.literal("tokens_per_word") }),
  /** Bytes of the Korean side ÷ bytes of the English side: no tokenizer is involved. */
  z.strictObject({ kind: z.literal("bytes_ratio") }),
  /** Tokens per Korean character of one tokenizer ÷ the least of all; or ÷ that of another one. */
  z.strictObject({ kind: z.literal("against_least"), tokenizer: z.string() }),
  z.strictObject({ kind: z.literal("against"), tokenizer: z.string(), other: z.string() }),
  /** Nothing can be measured here. */
  z.strictObject({ kind: z.literal("none") }),
]);
export type Check = z.infer<typeof Check>;

/** One statement or table cell of the article. */
export const Claim = z.strictObject({
  id: z.string().regex(/^\d+(-\d+)?\.[a-z0-9.]+$/),
  section: z.string(),
  where: Both,
  /** The words or figure as printed. */
  quote: z.string().min(1),
  quote_en: z.string().min(1),
  /** What it says, as a range; absent when it gives no figure. An end left out is open. */
  claimed: z.strictObject({ low: z.number().optional(), high: z.number().optional() }).optional(),
  /** Printed as "about": ten percent on either side still hold. */
  about: z.boolean().default(false),
  check: Check,
  /** Tokenizers that it could mean; empty where none is involved. */
  tokenizers: z.array(z.string()),
  /** Why the verdict is what it is, or why there can be none. */
  note: Both,
});
export type Claim = z.infer<typeof Claim>;

/** `datasets/claims/<name>.json`: what a text claims, statement by statement. */
export const ClaimList = z.strictObject({
  name: z.string().min(1),
  title: z.string().min(1),
  title_ko: z.string().min(1),
  date: Day,
  claims: z.array(Claim).nonempty(),
});
export type ClaimList = z.infer<typeof ClaimList>;

/** Texts that a claim prints and that are counted to check it. */
export function textsOf({ check }: Claim): string[] {
  if (check.kind === "text_tokens") return [check.text];
  return check.kind === "text_saving" ? [check.before, check.after] : [];
}
