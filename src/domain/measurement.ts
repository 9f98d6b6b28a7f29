import { z } from "zod";
import { Day } from "./date.ts";
import { Evidence } from "./evidence.ts";

/** Every metric: its unit, and the formula that `--explain` prints. */
export const METRICS = {
  pairs: { unit: "pairs", formula: "count of pairs" },
  chars: { unit: "chars", formula: "Σ code points of the NFC text, spaces included" },
  bytes_per_char: { unit: "bytes/char", formula: "Σ UTF-8 bytes ÷ Σ characters" },
  tokens: { unit: "tokens", formula: "Σ tokens of the plain text, no template" },
  token_ratio: { unit: "ratio", formula: "Σ Korean tokens ÷ Σ English tokens on the same pairs" },
  pair_token_ratio: { unit: "ratio", formula: "quantile (type 7) over pairs of Korean tokens ÷ English tokens" },
  tokens_per_char: { unit: "tokens/char", formula: "Σ tokens ÷ Σ characters" },
  tokens_per_eojeol: { unit: "tokens/eojeol", formula: "Σ Korean tokens ÷ Σ 어절 (runs without white space)" },
  tokens_per_word: { unit: "tokens/word", formula: "Σ English tokens ÷ Σ words (runs without white space)" },
  form_effect: {
    unit: "ratio",
    formula:
      "Σ tokens of Korean texts in another form (as given, or nfd, nbsp, fullwidth) ÷ Σ tokens in NFC with plain spaces",
  },
  template_overhead: {
    unit: "tokens",
    formula: "tokens of one user message in its chat template, with the cue to answer − tokens of the message",
  },
  text_saving: { unit: "%", formula: "(1 − tokens of the text after ÷ tokens of the text before) × 100" },
  bytes_ratio: { unit: "ratio", formula: "Σ UTF-8 bytes of the Korean sides ÷ Σ UTF-8 bytes of the English sides" },
  bytes: { unit: "bytes", formula: "UTF-8 bytes of the text" },
  efficiency: {
    unit: "ratio",
    formula: "tokens per Korean character ÷ those of another tokenizer, or the least of all",
  },
  wording_effect: {
    unit: "ratio",
    formula: "Σ tokens in all-Korean wording ÷ Σ tokens with English terms, on the same texts",
  },
  context_tokens: { unit: "tokens", formula: "longest prompt that the model takes, as the price book has it" },
  cache_rate: { unit: "%", formula: "price of cached tokens ÷ input price × 100, or its difference from 100" },
  cache_minimum: { unit: "tokens", formula: "shortest prefix that is cached" },
  batch_discount: { unit: "%", formula: "(1 − batch price ÷ standard price) × 100" },
  cost_saving: { unit: "%", formula: "(1 − cost of the split ÷ cost of one target for all) × 100" },
  break_even: {
    unit: "months",
    formula: "price of a card ÷ (API calls saved a month − power a month), lowest to highest",
  },
  power_cost: { unit: "usd/month", formula: "watts ÷ 1,000 × 720 hours × tariff" },
  price_place: { unit: "rank", formula: "1 + number of the named targets with a lower price" },
  retried_usd_per_mtok: {
    unit: "usd/1M tokens",
    formula:
      "price × (1 + retry rate), as the article has it; corrected: price ÷ (1 − retry rate), what a success costs where attempts fail alike and independently and are repeated until one succeeds",
  },
  price_gap_change: {
    unit: "%",
    formula: "(gap between two prices × (1 + retry rate) ÷ gap between the prices − 1) × 100: ratio, or difference",
  },
  tokens_per_month: {
    unit: "tokens/month",
    formula: "tokens of every call of a conversation, summed, × conversations a month",
  },
  usd_per_month: {
    unit: "usd/month",
    formula: "Σ over calls of Σ over buckets of tokens × rate ÷ 1,000,000, × conversations a month",
  },
  krw_per_month: { unit: "krw/month", formula: "usd_per_month × won per dollar" },
  month_rank: {
    unit: "rank",
    formula: "1 + number of targets whose month is surely (low) or possibly (high) cheaper",
  },
  usd_per_mtok: { unit: "usd/1M tokens", formula: "price of the book on the price date" },
  usd_per_1k_ko_chars: {
    unit: "usd/1k chars",
    formula: "tokens per Korean character × 1,000 × price per 1M tokens ÷ 1,000,000",
  },
  krw_per_1k_ko_chars: { unit: "krw/1k chars", formula: "usd_per_1k_ko_chars × won per dollar" },
  price_rank: { unit: "rank", formula: "1 + number of targets with a lower price per token (input + output)" },
  cost_rank: {
    unit: "rank",
    formula:
      "1 + number of targets that are surely (low) or possibly (high) cheaper for 1,000 Korean characters in and 1,000 out",
  },
  trials: { unit: "trials", formula: "count of trials that were asked" },
  endings: {
    unit: "trials",
    formula:
      "count of trials whose first attempt did not fail, by how it ended (empty: complete, without visible text)",
  },
  failures: { unit: "trials", formula: "count of trials whose first attempt failed, by class" },
  attempt_failure: {
    unit: "share",
    formula:
      "trials whose first attempt failed ÷ trials; by class; of all attempts: those that failed ÷ attempts; Wilson interval where there are 20 or more",
  },
  retries: {
    unit: "attempts",
    formula: "count of attempts after the first of their trial, each made because the one before failed",
  },
  unresolved: { unit: "trials", formula: "count of trials whose last attempt failed" },
  waiting_ms: {
    unit: "ms",
    formula:
      "Σ over attempts of the time before the call: back-off (as long as the vendor asked, or full jitter), or queue (late against the schedule)",
  },
  cached_trials: {
    unit: "trials",
    formula: "count of trials whose first attempt read from the vendor's prompt cache, by the usage that it told",
  },
  ttft_ms: {
    unit: "ms",
    formula:
      "quantile (type 7) over answered trials of the time from the call to the first output, thinking included; those that read from a prompt cache apart; in the suite latency those over a new connection apart too; ko-en: mean over pairs of Korean − English",
  },
  ttfvt_ms: {
    unit: "ms",
    formula: "as ttft_ms, to the first visible text; ko-en: mean over pairs of Korean − English",
  },
  ttfb_ms: {
    unit: "ms",
    formula: "as ttft_ms, to the first event of any kind, a role or a ping too (OpenTelemetry: time to first chunk)",
  },
  e2e_ms: {
    unit: "ms",
    formula:
      "quantile (type 7) over answered trials of the time from the call to the last output; ko-en: mean over pairs of Korean − English",
  },
  tpot_ms: {
    unit: "ms/token",
    formula:
      "quantile (type 7) over answered trials of (last − first output) ÷ (tokens streamed in between − 1); thinking counts where it is streamed; too short where streams are coarse (coarse_streams)",
  },
  icl_ms: {
    unit: "ms",
    formula:
      "quantile (type 7) over all gaps between the outputs of first attempts that were answered, over an open connection and without a prompt cache: chunks, not tokens",
  },
  response_ms: {
    unit: "ms",
    formula:
      "quantile (type 7) over trials that were answered in the end of the time from when they were due to the first output of the last attempt: queue, failed attempts and back-off included",
  },
  thinking_ms: {
    unit: "ms",
    formula: "quantile (type 7) over answered trials that thought where it shows of first visible text − first output",
  },
  tokens_per_s: {
    unit: "tokens/s",
    formula: "quantile (type 7) over answered trials of 1,000 ÷ tpot_ms: decode speed, the first token's wait excluded",
  },
  e2e_tokens_per_s: {
    unit: "tokens/s",
    formula:
      "quantile (type 7) over answered trials of output tokens, thinking included ÷ seconds from call to last output",
  },
  chars_per_s: {
    unit: "chars/s",
    formula:
      "quantile (type 7) over answered trials of visible characters ÷ seconds from the first visible text to the last output; ko-en: mean over pairs of Korean − English",
  },
  bytes_per_s: {
    unit: "bytes/s",
    formula:
      "quantile (type 7) over answered trials of UTF-8 bytes of the visible text ÷ seconds from the first visible text to the last output",
  },
  system_tokens_per_s: {
    unit: "tokens/s",
    formula:
      "Σ output tokens of answers that ended in the steady part of the run ÷ its seconds: all of the target's requests together, by language",
  },
  retry_rate: {
    unit: "share",
    formula:
      "trials that were asked again ÷ trials; by class: of their first failure; Wilson interval where there are 20 or more",
  },
  eventual_failure: {
    unit: "share",
    formula: "trials whose last attempt failed ÷ trials; by class; Wilson interval where there are 20 or more",
  },
  slo_attainment: {
    unit: "share",
    formula:
      "trials that met every limit of a preset, retries and waiting included ÷ trials; failures are misses; Wilson interval where there are 20 or more; a range where a limit is on something that nobody told of some",
  },
  goodput_per_s: {
    unit: "requests/s",
    formula: "trials that met every limit of a preset and began in the steady part of the run ÷ its seconds",
  },
  cold_trials: {
    unit: "trials",
    formula: "count of trials whose first attempt opened a connection of its own",
  },
  coarse_streams: {
    unit: "trials",
    formula:
      "count of answered trials with more than four tokens a chunk: what came with the first one is not known, so that their time per token is too short",
  },
  client_limited: {
    unit: "trials",
    formula: "count of trials under way while the process that timed them was late itself",
  },
  input_tokens: {
    unit: "tokens",
    formula:
      "mean over trials with usage of the input tokens that the server told: system prompt, template and cached ones too",
  },
  output_tokens: {
    unit: "tokens",
    formula: "mean over answered trials with usage of the output tokens that the server told, thinking included",
  },
  thinking_tokens: {
    unit: "tokens",
    formula: "mean over answered trials with usage of the thinking tokens that the server told",
  },
  hidden_thinking: {
    unit: "trials",
    formula:
      "count of answered trials with thinking tokens of which nothing was streamed: their TTFT holds the thinking too",
  },
  input_token_ratio: {
    unit: "ratio",
    formula:
      "Σ input tokens in Korean ÷ Σ input tokens in English, as the server told them, on prompts with usage of both",
  },
  usd_spent: {
    unit: "usd",
    formula:
      "Σ over attempts with usage of Σ over buckets of tokens × rate ÷ 1,000,000, refused ones at 0; low alone where others may have cost something",
  },
  first_try_valid: {
    unit: "share",
    formula:
      "trials whose first answer is JSON as it came and as the schema has it ÷ trials with an answer; Wilson interval on the effective number of trials, which takes repetitions of an item together; ko-en: Korean − English on the same items",
  },
  syntax_valid: {
    unit: "share",
    formula: "trials whose first answer is JSON as it came ÷ trials with an answer; interval as first_try_valid",
  },
  repaired_valid: {
    unit: "share",
    formula:
      "trials whose first answer is as the schema has it once a fence or words around it are taken off, and not before ÷ trials with an answer; interval as first_try_valid",
  },
  field_accuracy: {
    unit: "share",
    formula:
      "Σ fields that are right ÷ Σ fields, over first answers in which a value was found, valid or not; interval as first_try_valid, with fields as trials",
  },
  answer_right: {
    unit: "share",
    formula:
      "trials whose first answer is valid with every field right ÷ trials with an answer; interval as first_try_valid",
  },
  final_valid: {
    unit: "share",
    formula:
      "trials with a valid answer within the most answers that are asked for ÷ trials; interval as first_try_valid; ko-en: Korean − English on the same items",
  },
  unresolved_share: { unit: "share", formula: "1 − final_valid" },
  attempts_per_success: {
    unit: "attempts",
    formula:
      "Σ answers that were asked for ÷ trials that ended valid; interval by MOVER over items; attempts that the API failed are not among them",
  },
  tokens_per_success: {
    unit: "tokens",
    formula: "Σ input and output tokens of all answers ÷ trials that ended valid; interval by MOVER over items",
  },
  usd_per_success: {
    unit: "usd",
    formula: "Σ dollars of all answers ÷ trials that ended valid; interval by MOVER over items",
  },
  usd_per_success_ratio: {
    unit: "ratio",
    formula: "usd_per_success in Korean ÷ in English on the same items; interval by MOVER over items",
  },
  extra_tokens: { unit: "tokens", formula: "Σ tokens of answers after the first ÷ trials" },
  extra_usd: { unit: "usd", formula: "Σ dollars of answers after the first ÷ trials" },
  article_usd_per_success: {
    unit: "usd",
    formula: "the article's: mean dollars of a first answer × (1 + share of first answers that are not valid)",
  },
  article_error: { unit: "%", formula: "(article_usd_per_success ÷ usd_per_success − 1) × 100" },
  within_item: {
    unit: "correlation",
    formula:
      "intraclass correlation of first_try_valid within items (one-way analysis of variance); 1: all repetitions of an item end alike",
  },
  json_faults: {
    unit: "trials",
    formula: "count of trials whose first answer is not valid, by the fault that decided it",
  },
  api_trouble: {
    unit: "trials",
    formula: "count of trials that the API never answered: they are in no other figure of validity",
  },
  validity_effect: {
    unit: "share",
    formula: "first_try_valid under the condition − under the base (prompt), on the same items in the same language",
  },
  mcnemar_p: {
    unit: "p",
    formula:
      "mid-p of McNemar's exact test on items asked once in both languages, or under both conditions: with it alone a difference of such items is judged",
  },
  detectable_difference: {
    unit: "share",
    formula:
      "smallest difference between the languages that so many items with this variation show in four of five runs (Bloom 1995; of items tried once Connor 1987)",
  },
} as const satisfies Record<string, { unit: string; formula: string }>;
export type Metric = keyof typeof METRICS;

/** One row of `measurements.csv`: the one table that every report is rendered from. Missing is undefined, never 0. */
export const Measurement = z.strictObject({
  suite: z.string(),
  metric: z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]),
  unit: z.string(),
  target: z.string().optional(),
  tokenizer: z.string().optional(),
  domain: z.string(),
  lang: z.enum(["ko", "en", "ko-en"]),
  condition: z.string().optional(),
  value: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  /** Confidence level of [low, high] when it is an interval; empty when it is an assumed range. */
  confidence: z.number().optional(),
  /** Pairs behind the value, and documents they come from; empty where a value rests on none (a price). */
  n: z.int().nonnegative().optional(),
  clusters: z.int().nonnegative().optional(),
  evidence: Evidence,
  source: z.string(),
  price_date: Day.optional(),
  run: z.string(),
});
export type Measurement = z.infer<typeof Measurement>;

/** The columns of `measurements.csv`, in order. */
export const COLUMNS = Object.keys(Measurement.shape) as readonly (keyof Measurement)[];
