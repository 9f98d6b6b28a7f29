import { z } from "zod";
import { Target } from "./target.ts";

/** A positive quantity, log-normal, by the bounds of its central 90 %. Equal bounds: always the same. */
export const Spread = z
  .strictObject({ low: z.number().positive(), high: z.number().positive() })
  .refine(({ low, high }) => low <= high, "low must not be above high");
export type Spread = z.infer<typeof Spread>;

const Share = z.number().min(0).max(1);

/** What goes wrong with a request: answered with an error, broken off, or never answered. */
export const SIMULATED_FAILURES = [
  /** 429 with the vendor's hints. */
  "rate-limit",
  /** 503 or 529, as the vendor has it. */
  "overloaded",
  /** 500. */
  "server",
  /** The connection breaks before any header. */
  "reset",
  /** The connection breaks in the middle of the answer. */
  "cut",
  /** The stream ends well, without the vendor's last word. */
  "truncated",
  /** In the middle of the answer nothing more comes. */
  "stall",
  /** An error frame in a stream that began well. */
  "stream-error",
] as const;
export type SimulatedFailure = (typeof SIMULATED_FAILURES)[number];

/** What is wrong with an answer that was to be JSON. */
export const JSON_FAULTS = [
  /** In a Markdown fence. */
  "fenced",
  /** With words around it. */
  "prose",
  /** Cut off in the middle. */
  "truncated",
  /** A comma too many. */
  "syntax",
  /** Single quotation marks. */
  "quotes",
  /** A key twice; the last one counts, so that the answer is valid. */
  "duplicate-key",
  "missing-key",
  "extra-key",
  "wrong-type",
  /** A value that the enum does not have. */
  "wrong-value",
  /** A value of an enum in the other language. */
  "translated-value",
  /** A number in words. */
  "number-words",
  /** A date as people write it. */
  "date-format",
  "empty",
] as const;
export type JsonFault = (typeof JSON_FAULTS)[number];

const Shares = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z
    .partialRecord(z.enum(names), Share)
    .refine(
      (shares) => Object.values<number>(shares as Record<string, number>).reduce((sum, share) => sum + share, 0) <= 1,
      "shares must not add up to more than 1",
    );

/** How a simulated model behaves. Shares are of requests, drawn independently. */
export const Profile = z.strictObject({
  target: Target,
  /** Whose wire it speaks; `openai` speaks chat completions and Responses. */
  wire: z.enum(["openai", "anthropic", "google"]),
  /** The name that its answers give; default: the model's. */
  served: z.string().optional(),
  /** From the request to the first token, in ms. */
  ttft_ms: Spread,
  /** Speed of the answer once it has begun. */
  tokens_per_second: Spread,
  tokens_per_chunk: z.int().positive().default(1),
  /** Visible answer. */
  output_tokens: Spread,
  /** Thinking before the answer, in a share of the requests; `shown`: it is streamed. */
  thinking: z.strictObject({ share: Share, tokens: Spread, shown: z.boolean() }).optional(),
  failures: Shares(SIMULATED_FAILURES).default({}),
  /** Answers that end otherwise than complete. */
  endings: Shares(["length", "refusal", "filter"]).default({}),
  /**
   * What goes wrong with answers that are to be JSON, where it is asked for in words alone. What the API rules out, as its
   * JSON mode does a fence and a strict schema a wrong type, is well formed there.
   */
  json: Shares(JSON_FAULTS).default({}),
  /**
   * How alike answers to the same prompt are in whether any of `json` happens: the correlation of two of them. 0: all
   * prompts are as hard; 1: a prompt always ends in the same way.
   */
  json_alike: Share.default(0),
  /** Share of the fields that are wrong, but of the right kind, in an answer in JSON whose right one is known. */
  fields_wrong: Share.default(0),
  /** Prompt cache: from so many tokens on, in steps, for so long after the last use. */
  cache: z
    .strictObject({
      minimum_tokens: z.int().positive(),
      step_tokens: z.int().positive(),
      seconds: z.number().positive(),
    })
    .optional(),
  /** Above these a request is answered with 429. */
  limits: z
    .strictObject({
      requests_per_minute: z.int().positive().optional(),
      tokens_per_minute: z.int().positive().optional(),
    })
    .optional(),
  /** Whose counts stand in its usage: an id of the registry. */
  tokenizer: z.string(),
  /** Where its figures come from, field by field: `published` with its source, or `assumed`. */
  evidence: z.record(z.string(), z.strictObject({ grade: z.enum(["published", "assumed"]), source: z.string() })),
});
export type Profile = z.infer<typeof Profile>;

/** `datasets/profiles/<name>.json`. */
export const ProfileBook = z.strictObject({
  name: z.string(),
  title: z.string(),
  profiles: z.array(Profile).nonempty(),
});
export type ProfileBook = z.infer<typeof ProfileBook>;
