import { defineSuite } from "../src/domain/suite.ts";

export default defineSuite({
  kind: "tokens",
  name: "korean-tokens",
  title: "Korean/English token ratios per tokenizer and domain, and what they do to prices",
  dataset: "ko-en",
  // The first ones head the report: those of models that are sold today, then the past and models that people run themselves.
  tokenizers: [
    "o200k_base",
    "gemma3",
    "cl100k_base",
    "llama3",
    "qwen2.5",
    "deepseek-v3",
    "mistral-nemo",
    "gemma2",
    "gemini-1",
    "claude-2",
    "r50k_base",
  ],
  prices: "2026-11-24",
  compared: "article-2026-01-29",
  outside: ["flores-200", "cc-legal-code", "udhr", "tatoeba"],
});
