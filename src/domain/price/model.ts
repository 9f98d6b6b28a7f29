import { z } from "zod";
import { Day } from "../date.ts";
import { Target } from "../target.ts";
import { Lifecycle } from "./lifecycle.ts";
import { ascending, Decimal, Period } from "./period.ts";

/** Ways of asking that have a price of their own; `fast` is the vendor's faster decoding of the same model. */
export const SERVICES = ["batch", "flex", "priority", "fast"] as const;
export type Service = "standard" | (typeof SERVICES)[number];

/** What every rate is multiplied by, cached ones and those of long prompts too. */
const Factor = z.union([Decimal, z.strictObject({ input: Decimal, output: Decimal })]);
export type Factor = z.infer<typeof Factor>;

/** What a model is sold as: the article's rows, and what people run themselves. */
export const CLASSES = ["flagship", "light", "reasoning", "local"] as const;
export type ModelClass = (typeof CLASSES)[number];

export const PricedModel = z.strictObject({
  target: Target,
  class: z.enum(CLASSES).optional(),
  /** Models of one line, of which the last in the book is the newest: `claude-sonnet`. */
  family: z.string().optional(),
  /** Id of the tokenizer registry, for a target that no row of it names. */
  tokenizer: z.string().optional(),
  periods: z
    .array(Period)
    .nonempty()
    .refine((periods) => ascending(periods.map(({ from }) => from ?? "")), "periods must ascend by their first day"),
  service: z.partialRecord(z.enum(SERVICES), Factor).optional(),
  /** Keeping data in a region multiplies every rate by `factor`. */
  residency: z.strictObject({ factor: Decimal, where: z.string() }).optional(),
  /** US dollars to keep a million tokens in an explicit cache for an hour. */
  cache_storage_per_hour: Decimal.optional(),
  context_tokens: z.int().positive().optional(),
  max_output_tokens: z.int().positive().optional(),
  /** A shorter prefix is never cached. */
  min_cache_tokens: z.int().positive().optional(),
  /** Cached prefixes grow in steps of so many tokens. */
  cache_step_tokens: z.int().positive().optional(),
  /** Seconds that a cached prefix lives at least when nobody asks for it; left out where nothing is promised. */
  cache_seconds: z.int().positive().optional(),
  /** Prompt tokens that giving any tool adds: when the model may choose, and when it must call one. */
  tool_tokens: z.strictObject({ auto: z.int().positive(), any: z.int().positive() }).optional(),
  reasoning: z.boolean().optional(),
  structured_output: z.boolean().optional(),
  vision: z.boolean().optional(),
  /** How an image becomes tokens. */
  image_tokens: z.string().optional(),
  lifecycle: Lifecycle,
  /** What of its price must be checked again, in a few words. */
  doubt: z.strictObject({ en: z.string().min(1), ko: z.string().min(1) }).optional(),
  note: z.string().optional(),
  /** Keys of the book's sources. */
  sources: z.array(z.string()).nonempty(),
  /** The day its price was last read at a source of the book. */
  checked: Day.optional(),
});
export type PricedModel = z.infer<typeof PricedModel>;
