import type { MetricTable } from "./table.ts";

/** Of answers that were to be JSON. */
export const VALIDITY_METRICS = {
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
} as const satisfies MetricTable;
