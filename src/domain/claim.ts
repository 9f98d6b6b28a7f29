import { z } from "zod";
import { Day } from "./date.ts";
import { Target } from "./target.ts";

const Both = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) });

const Side = z.enum(["input", "output"]);
const Range = z.strictObject({ low: z.number(), high: z.number() });
/** Shares of the requests that go to each target; they add up to 1 or less. */
const Mix = z.array(z.strictObject({ target: Target, share: z.number().positive().max(1) })).nonempty();
const Scenario = z.string();

/** Figures of money: checked against the price books and the scenarios. */
const COST_CHECKS = [
  /** US dollars per million tokens on the day of the list; with `over_tokens`: of prompts longer than that. */
  z.strictObject({ kind: z.literal("price"), target: Target, side: Side, over_tokens: z.int().positive().optional() }),
  /** The context window in tokens. */
  z.strictObject({ kind: z.literal("context"), target: Target }),
  /** The place of a price among others, 1 for the lowest. */
  z.strictObject({ kind: z.literal("price_place"), target: Target, among: z.array(Target).nonempty(), side: Side }),
  /** Millions of tokens a month. */
  z.strictObject({ kind: z.literal("volume"), scenario: Scenario, side: Side }),
  /** US dollars a month; `share` of the requests, divided by `per` heads. */
  z.strictObject({
    kind: z.literal("scenario_cost"),
    scenario: Scenario,
    target: Target,
    part: z.enum(["input", "output", "total"]),
    share: z.number().positive().max(1).default(1),
    per: z.int().positive().default(1),
  }),
  /** US dollars a month of requests that are split between targets, and the saving in percent against one target. */
  z.strictObject({ kind: z.literal("mix_cost"), scenario: Scenario, mix: Mix }),
  z.strictObject({ kind: z.literal("mix_saving"), scenario: Scenario, mix: Mix, baseline: Target }),
  /**
   * Prices of cached tokens in percent of the input price, for each target: read, off, write above input; or the
   * shortest prefix that is cached, in tokens.
   */
  z.strictObject({
    kind: z.literal("cache_rate"),
    targets: z.array(Target).nonempty(),
    what: z.enum(["read_share", "discount", "write_extra", "minimum"]),
  }),
  /** The system prompt of a scenario, sent once for each conversation: millions of tokens, or US dollars, a month. */
  z.strictObject({
    kind: z.literal("cache_example"),
    scenario: Scenario,
    target: Target,
    what: z.enum(["tokens", "before", "after", "saved"]),
  }),
  /** What batch takes off, in percent, for each target. */
  z.strictObject({ kind: z.literal("batch_discount"), targets: z.array(Target).nonempty() }),
  z.strictObject({
    kind: z.literal("batch_cost"),
    scenario: Scenario,
    target: Target,
    what: z.enum(["after", "saved", "percent"]),
  }),
  /** Months until a card is paid for by the API calls it replaces: price ÷ (calls saved a month − power a month). */
  z.strictObject({
    kind: z.literal("break_even"),
    gpu_usd: Range,
    power_usd: Range,
    cases: z.array(z.strictObject({ scenario: Scenario, target: Target, share: z.number().positive().max(1) })),
  }),
  /** US dollars a month for a card at full load, day and night. */
  z.strictObject({ kind: z.literal("power_cost"), watts: Range, usd_per_kwh: Range }),
] as const;

/** What retries make of a price: dollars per million output tokens, and the share that is asked again. */
const Retried = z.strictObject({ price: z.number().positive(), rate: z.number().min(0).lt(1) });

/** Figures of retries: computed from what the text prints, or measured. */
const RETRY_CHECKS = [
  /** US dollars per million output tokens with the retries; `title` is the text's own name of the target. */
  Retried.extend({ kind: z.literal("retry_cost"), title: z.string().min(1), target: Target }),
  /** By how many percent retries change the gap between two prices: their ratio, and their difference. */
  z.strictObject({ kind: z.literal("retry_gap"), dear: Retried, cheap: Retried }),
  /** Answers of a target that have to be asked for again, in percent, in each language. */
  z.strictObject({ kind: z.literal("retry_rate"), target: Target }),
] as const;

/** How a claim is checked: what is counted, on which text, or what is computed. */
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
  ...COST_CHECKS,
  /** Median of a target's answers in each language: seconds to the first token, or tokens a second after it. */
  z.strictObject({ kind: z.literal("latency"), target: Target, what: z.enum(["ttft_s", "tokens_per_s"]) }),
  ...RETRY_CHECKS,
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
