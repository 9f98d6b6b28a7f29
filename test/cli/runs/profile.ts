import { writeFileSync } from "node:fs";

const evidence = Object.fromEntries(
  ["ttft_ms", "tokens_per_second", "tokens_per_chunk", "output_tokens", "tokenizer", "failures", "json"].map(
    (field) => [field, { grade: "assumed", source: "this test" }],
  ),
);

/** Two models that fail often, in every way that is over soon. */
export function writeProfile(path: string): void {
  const profiles = ["openai/gpt-4o-mini", "anthropic/claude-3-5-haiku"].map((target) => ({
    target,
    wire: target.startsWith("openai") ? "openai" : "anthropic",
    ttft_ms: { low: 100, high: 400 },
    tokens_per_second: { low: 100, high: 300 },
    tokens_per_chunk: 20,
    output_tokens: { low: 30, high: 120 },
    failures: { "rate-limit": 0.08, overloaded: 0.04, server: 0.04, reset: 0.02, cut: 0.03, truncated: 0.03 },
    tokenizer: "o200k_base",
    evidence,
  }));
  writeFileSync(path, JSON.stringify({ name: "frail", title: "Often fails", profiles }));
}
