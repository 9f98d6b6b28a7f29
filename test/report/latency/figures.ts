import { METRICS, type Measurement, type Metric } from "../../../src/domain/measurement.ts";
import type { Lang } from "../../../src/domain/prompt.ts";

/** A figure of a target in a language: value, its interval, n and clusters. */
export type Figure = readonly (number | undefined)[];

const row = (
  target: string,
  lang: Measurement["lang"],
  metric: Metric,
  condition: string | undefined,
  figure: Figure,
): Measurement => {
  const [value, low, high, n, clusters] = figure;
  return {
    suite: "latency",
    metric,
    unit: METRICS[metric].unit,
    target,
    domain: "all",
    lang,
    condition,
    value,
    low,
    high,
    n,
    clusters,
    evidence: "live",
    source: "made by hand",
    run: "latency-1",
  };
};

/** Rows of one target in one language, written as `{ "ttft_ms p50": [412, 398, 431, 72, 24] }`. */
export const rowsOf = (
  target: string,
  lang: Measurement["lang"],
  figures: Readonly<Record<string, Figure>>,
): Measurement[] =>
  Object.entries(figures).map(([name, figure]) => {
    const [metric = "", ...condition] = name.split(" ");
    return row(target, lang, metric as Metric, condition.length === 0 ? undefined : condition.join(" "), figure);
  });

/** Every figure of a target in a language that has all, scaled by a factor; `n` answers to 24 prompts. */
export function full(target: string, lang: Lang, factor: number, n: number, served = ""): Measurement[] {
  const to = served === "" ? "" : ` served ${served}`;
  const last = n < 100 ? "max" : "p99";
  const at = (value: number): Figure => [value * factor, value * factor * 0.96, value * factor * 1.05, n, 24];
  return rowsOf(target, lang, {
    [`ttft_ms p50${to}`]: at(412.4),
    [`ttft_ms p90${to}`]: at(650),
    [`ttft_ms p95${to}`]: [700 * factor, undefined, undefined, n, 24],
    [`ttft_ms ${last}${to}`]: [1234 * factor, undefined, undefined, n, 24],
    [`ttfvt_ms p50${to}`]: lang === "ko" ? at(1412.4) : at(412.4),
    [`ttfb_ms p50${to}`]: at(120),
    [`thinking_ms p50${to}`]: lang === "ko" ? at(1000) : [undefined],
    [`e2e_ms p50${to}`]: at(2150),
    [`e2e_ms p90${to}`]: at(3300),
    [`tpot_ms p50${to}`]: at(11.2),
    [`tpot_ms p90${to}`]: at(15),
    [`icl_ms p50${to}`]: at(9.84),
    [`icl_ms p99${to}`]: [48 * factor, undefined, undefined, 12_000, 24],
    [`tokens_per_s p10${to}`]: at(52.3),
    [`tokens_per_s p50${to}`]: at(89.3),
    [`e2e_tokens_per_s p50${to}`]: at(61),
    [`chars_per_s p50${to}`]: at(lang === "ko" ? 140.5 : 330),
    [`bytes_per_s p50${to}`]: at(350),
    [`response_ms p50${to}`]: at(415),
    [`response_ms p90${to}`]: at(2400),
  });
}

/** Counts and rates of a target in a language: of 72 requests 3 fail at first and 1 in the end. */
export const counts = (target: string, lang: Lang, more: Readonly<Record<string, Figure>> = {}): Measurement[] =>
  rowsOf(target, lang, {
    trials: [72],
    "endings complete": [66],
    "endings length": [3],
    attempt_failure: [3 / 72, 0.0142, 0.1155, 72],
    "attempt_failure rate-limit": [2 / 72, undefined, undefined, 72],
    "attempt_failure timeout first-token": [1 / 72, undefined, undefined, 72],
    retry_rate: [3 / 72, 0.0142, 0.1155, 72],
    "retry_rate rate-limit": [2 / 72, undefined, undefined, 72],
    "retry_rate timeout first-token": [1 / 72, undefined, undefined, 72],
    eventual_failure: [1 / 72, 0.0025, 0.0746, 72],
    "eventual_failure timeout first-token": [1 / 72, undefined, undefined, 72],
    retries: [4],
    unresolved: [1],
    "waiting_ms back-off": [5300],
    cold_trials: [2],
    "ttft_ms p50 cold": [520, undefined, undefined, 2, 2],
    cached_trials: [1],
    "ttft_ms p50 cached": [210, undefined, undefined, 1, 1],
    coarse_streams: [1],
    "slo_attainment chat": [0.9167, 0.83, 0.961, 72],
    "goodput_per_s chat": [0.42],
    "slo_attainment voice": [0.5, 0.387, 0.613, 72],
    "goodput_per_s voice": [0.21],
    system_tokens_per_s: [134.6],
    input_tokens: [lang === "ko" ? 210.5 : 160],
    output_tokens: [lang === "ko" ? 152.3 : 101],
    usd_spent: [0.0123],
    ...more,
  });

/** Differences of Korean: each of the four verdicts in turn. */
export const differences = (target: string, figures: Readonly<Record<string, Figure>>): Measurement[] =>
  rowsOf(
    target,
    "ko-en",
    Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`${name} mean difference`, figure])),
  );
