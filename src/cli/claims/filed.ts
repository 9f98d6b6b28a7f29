import type { Check } from "../../domain/claim.ts";
import type { Metric } from "../../domain/measurement.ts";
import { FIRST_TRY } from "./retries.ts";
import { METRIC_OF } from "./times.ts";

/** Under which columns a claim is filed in measurements.csv; no metric where nothing is measured. */
export type Filed = {
  readonly metric: Metric | undefined;
  readonly domain?: string;
  readonly lang: "ko" | "en" | "ko-en";
  /** What a value is multiplied by to have the metric's unit. */
  readonly scale?: number;
};

const langOf = (text: string): "ko" | "en" => (/\p{Script=Hangul}/u.test(text) ? "ko" : "en");

export function filed(check: Check): Filed {
  switch (check.kind) {
    case "text_tokens":
      return { metric: "tokens", lang: langOf(check.text) };
    case "text_bytes":
      return { metric: "bytes", lang: langOf(check.text) };
    case "text_saving":
      return { metric: "text_saving", lang: "ko" };
    case "ratio":
      return { metric: "token_ratio", domain: check.domain, lang: "ko-en" };
    case "tokens_of_chars":
      return { metric: "tokens", domain: check.domain, lang: check.lang };
    case "tokens_per_char":
      return { metric: "tokens_per_char", lang: "ko" };
    case "tokens_per_word":
      return { metric: "tokens_per_word", lang: "en" };
    case "bytes_ratio":
      return { metric: "bytes_ratio", lang: "ko-en" };
    case "against":
    case "against_least":
      return { metric: "efficiency", lang: "ko" };
    case "none":
      return { metric: undefined, lang: "ko-en" };
    case "price":
      return { metric: "usd_per_mtok", lang: "ko" };
    case "context":
      return { metric: "context_tokens", lang: "ko" };
    case "price_place":
      return { metric: "price_place", lang: "ko" };
    case "volume":
      return { metric: "tokens_per_month", lang: "ko", scale: 1e6 };
    case "scenario_cost":
    case "mix_cost":
      return { metric: "usd_per_month", lang: "ko" };
    case "mix_saving":
      return { metric: "cost_saving", lang: "ko" };
    case "cache_rate":
      return { metric: check.what === "minimum" ? "cache_minimum" : "cache_rate", lang: "ko" };
    case "cache_example":
      return check.what === "tokens"
        ? { metric: "tokens_per_month", lang: "ko", scale: 1e6 }
        : { metric: "usd_per_month", lang: "ko" };
    case "batch_discount":
      return { metric: "batch_discount", lang: "ko" };
    case "batch_cost":
      return { metric: check.what === "percent" ? "batch_discount" : "usd_per_month", lang: "ko" };
    case "break_even":
      return { metric: "break_even", lang: "ko" };
    case "power_cost":
      return { metric: "power_cost", lang: "ko" };
    case "latency":
      return { metric: METRIC_OF[check.what], lang: "ko-en" };
    case "retry_cost":
      return { metric: "retried_usd_per_mtok", lang: "ko" };
    case "retry_gap":
      return { metric: "price_gap_change", lang: "ko" };
    case "retry_rate":
      return { metric: FIRST_TRY, lang: "ko-en" };
  }
}
