import { describe, expect, it } from "vitest";
import type { Metric } from "../../src/domain/measurement.ts";
import type { CountedPair } from "../../src/measure/token-sums.ts";
import { measureTokens, type TokenFigure } from "../../src/measure/tokens.ts";

const counted = (
  domain: string,
  doc: string,
  ko: string,
  en: string,
  koTokens: number,
  enTokens: number,
): CountedPair => ({
  pair: { id: `${doc}-${ko}`, domain, doc, ko, en, source: "", licence: "" },
  ko: [koTokens],
  en: [enTokens],
});
/** Two domains: in `a` Korean takes 2 tokens for 1, in `b` 3 for 2. */
const PAIRS = [
  counted("a", "a1", "가나 다라", "one two", 4, 2),
  counted("a", "a1", "마바 사아 자차", "three four", 8, 4),
  counted("b", "b1", "카타파하", "five", 6, 4),
];
const measure = (mix?: ReadonlyMap<string, number>): TokenFigure[] =>
  measureTokens(PAIRS, { tokenizers: ["t"], mix, seed: 1, resamples: 200, confidence: 0.95 });
const value = (
  figures: readonly TokenFigure[],
  metric: Metric,
  domain: string,
  lang: string,
  condition?: string,
): number | undefined =>
  figures.find(
    (figure) =>
      figure.metric === metric && figure.domain === domain && figure.lang === lang && figure.condition === condition,
  )?.value;

describe("token figures", () => {
  it("are ratios of sums", () => {
    const figures = measure();
    expect(value(figures, "token_ratio", "a", "ko-en")).toBe(2);
    expect(value(figures, "token_ratio", "b", "ko-en")).toBe(1.5);
    expect(value(figures, "token_ratio", "all", "ko-en")).toBeCloseTo(18 / 10, 12);
    expect(value(figures, "tokens_per_char", "all", "ko")).toBeCloseTo(18 / 17, 12);
    expect(value(figures, "tokens_per_char", "all", "en")).toBeCloseTo(10 / 21, 12);
    expect(value(figures, "tokens_per_eojeol", "a", "ko")).toBeCloseTo(12 / 5, 12);
    expect(value(figures, "tokens_per_word", "all", "en")).toBeCloseTo(10 / 5, 12);
    expect(value(figures, "bytes_per_char", "b", "ko")).toBe(3);
    expect(value(figures, "pairs", "all", "ko-en")).toBe(3);
    expect(value(figures, "tokens", "all", "ko")).toBe(18);
    expect(value(figures, "pair_token_ratio", "all", "ko-en", "p50")).toBe(2);
  });

  it("weight the domains by Korean characters when a mix is given", () => {
    const half = measure(
      new Map([
        ["a", 0.5],
        ["b", 0.5],
      ]),
    );
    // Per Korean character: a has 12/13 Korean and 6/13 English tokens, b 6/4 and 4/4.
    const [ko, en] = [0.5 * (12 / 13) + 0.5 * (6 / 4), 0.5 * (6 / 13) + 0.5 * (4 / 4)];
    expect(value(half, "token_ratio", "all", "ko-en")).toBeCloseTo(ko / en, 12);
    expect(value(half, "tokens_per_char", "all", "ko")).toBeCloseTo(ko, 12);
    expect(value(half, "token_ratio", "a", "ko-en")).toBe(2);
    const only = measure(new Map([["b", 1]]));
    expect(value(only, "token_ratio", "all", "ko-en")).toBe(1.5);
    expect(value(only, "pairs", "all", "ko-en")).toBe(1);
  });

  it("count pairs and documents, and give no interval for few of them", () => {
    for (const { interval, domain, n, clusters } of measure()) {
      expect(interval).toBeUndefined();
      expect([n, clusters]).toEqual(domain === "all" ? [3, 2] : domain === "a" ? [2, 1] : [1, 1]);
    }
  });

  it("never take documents of the same name in two domains for one", () => {
    const figures = measureTokens([counted("a", "1", "가", "x", 1, 1), counted("b", "1", "나", "y", 1, 1)], {
      tokenizers: ["t"],
      mix: undefined,
      seed: 1,
      resamples: 200,
      confidence: 0.95,
    });
    expect(figures.find(({ domain }) => domain === "all")?.clusters).toBe(2);
  });

  it("have an interval around the value from 20 documents on", () => {
    const many = Array.from({ length: 20 }, (_, i) => counted("a", `d${i}`, "가나다라", "some text", 4 + (i % 3), 3));
    const [figure] = measureTokens(many, {
      tokenizers: ["t"],
      mix: undefined,
      seed: 1,
      resamples: 500,
      confidence: 0.95,
    }).filter(({ metric }) => metric === "token_ratio");
    expect(figure?.interval?.low).toBeLessThan(figure?.value ?? 0);
    expect(figure?.interval?.high).toBeGreaterThan(figure?.value ?? 0);
  });
});
