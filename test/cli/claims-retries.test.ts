import { describe, expect, it } from "vitest";
import { checkRetryRate } from "../../src/cli/claims/retries.ts";
import { publishedRetries } from "../../src/cli/validity/published.ts";
import { readPriceBook } from "../../src/dataset/books.ts";
import type { Measurement } from "../../src/domain/measurement.ts";
import type { Measured } from "../../src/measure/verdict.ts";

const ROW: Measurement = {
  suite: "json-validity",
  metric: "first_try_valid",
  unit: "share",
  target: "openai/gpt-4o",
  domain: "all",
  lang: "ko",
  condition: "prompt",
  value: 0.96,
  low: 0.9,
  high: 0.98,
  confidence: 0.95,
  n: 60,
  clusters: 20,
  evidence: "live",
  source: "live 2026-11-25",
  run: "json-validity-0123456789",
};

describe("claims of retry rates", () => {
  it("are shares of valid answers turned round, with their intervals, down to no valid answer at all", async () => {
    const record = await readPriceBook("datasets", "2026-11-24");
    const world = { record, then: "2026-01-29", today: record.as_of };
    const rate = (rows: readonly Measurement[]): readonly Measured[] | undefined =>
      checkRetryRate({ kind: "retry_rate", target: "openai/gpt-4o" }, rows, world)?.measured;
    expect(rate([{ ...ROW, value: 0.25, low: 0, high: 0.5 }])).toEqual([{ of: "ko", value: 75, low: 50, high: 100 }]);
    expect(rate([{ ...ROW, value: 0.75, low: undefined, high: undefined }])).toEqual([
      { of: "ko", value: 25, low: undefined, high: undefined },
    ]);
    expect(rate([{ ...ROW, target: "openai/gpt-4o-mini" }])).toEqual([]);
    expect(checkRetryRate({ kind: "none" }, [ROW], world)).toBeUndefined();
  });
});

describe("the article's example of retries", () => {
  it("is read from its claims, with what it prints", async () => {
    expect(await publishedRetries(".", "article-2026-01-29")).toEqual({
      name: "article-2026-01-29",
      date: "2026-01-29",
      rows: [
        { title: "GPT-4o", target: "openai/gpt-4o", price: 10, rate: 0.05, effective: 10.5 },
        { title: "Gemini Flash", target: "google/gemini-1.5-flash", price: 0.3, rate: 0.25, effective: 0.375 },
      ],
    });
    expect(await publishedRetries(".", undefined)).toBeUndefined();
  });
});
