import { defineSuite } from "../src/domain/suite.ts";

export default defineSuite({
  kind: "claims",
  name: "article-claims",
  title: "What the article of January 2026 says of Korean tokens and of money, figure by figure, and whether it holds",
  claims: "article-2026-01-29",
  dataset: "ko-en",
  printed: "article-2026-01-29",
  prices: "2026-11-24",
  tokenizers: ["o200k_base", "gemma3", "cl100k_base", "gemini-1"],
  outside: ["flores-200", "cc-legal-code", "udhr", "tatoeba"],
});
