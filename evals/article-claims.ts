import { defineSuite } from "../src/domain/suite.ts";

export default defineSuite({
  kind: "claims",
  name: "article-claims",
  title: "What the article of January 2026 says of Korean tokens, statement by statement, and whether it holds",
  claims: "article-2026-01-29",
  dataset: "ko-en",
  tokenizers: ["o200k_base", "gemma3", "cl100k_base", "gemini-1"],
  outside: ["flores-200", "cc-legal-code", "udhr", "tatoeba"],
});
