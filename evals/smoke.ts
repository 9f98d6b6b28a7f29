import { defineSuite } from "../src/domain/suite.ts";

export default defineSuite({
  kind: "smoke",
  name: "smoke",
  title: "Whether targets answer at all, in Korean and English: a few prompts, once each, from prompt to report",
  prompts: "smoke",
  // Those of the article.
  targets: [
    "openai/gpt-4o",
    "openai/gpt-4o-mini",
    "anthropic/claude-3-5-sonnet",
    "anthropic/claude-3-5-haiku",
    "google/gemini-1.5-pro",
    "google/gemini-1.5-flash",
  ],
  profiles: "article-2026-01-29",
  prices: "2026-11-24",
});
