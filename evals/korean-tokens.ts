import { defineSuite } from "../src/domain/suite.ts";

export default defineSuite({
  kind: "tokens",
  name: "korean-tokens",
  title: "Korean/English token ratios per tokenizer and domain, and what they do to prices",
  dataset: "ko-en",
  tokenizers: ["o200k_base", "cl100k_base", "r50k_base"],
  prices: "2026-11-24",
  compared: "article-2026-01-29",
  outside: ["flores-200"],
});
