import type { MetricTable } from "./table.ts";

/** Of asking models: how it ended, how long it took, what it used. */
export const ANSWER_METRICS = {
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
} as const satisfies MetricTable;
