import { defineSuite } from "../src/domain/suite.ts";

export default defineSuite({
  kind: "json-validity",
  name: "json-validity",
  title: "How often an answer is usable JSON in Korean and in English, how it fails, and what failing costs",
  // From flat to what no strict mode can express: evals/tasks/<name>.ts, datasets/tasks/<name>.jsonl.
  tasks: [
    "event",
    "sentiment",
    "order",
    "invoice",
    "resume",
    "table",
    "minutes",
    "address",
    "command",
    "ticket",
    "status",
    "product",
    "intake",
  ],
  items: 20,
  // So that it is measured, not assumed, how alike answers to the same item are.
  repeat: 3,
  answers: 3,
  // Those of the article's example of retries.
  targets: ["openai/gpt-4o", "google/gemini-1.5-flash"],
  profiles: "article-2026-01-29",
  prices: "2026-11-24",
  claims: "article-2026-01-29",
});
