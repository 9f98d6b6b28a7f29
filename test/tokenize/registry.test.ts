import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Assumptions } from "../../src/domain/assumptions.ts";
import { PriceBook } from "../../src/domain/price/book.ts";
import { TOKENIZERS, tokenizerOf } from "../../src/tokenize/registry.ts";
import { hasShared, sharedFile } from "../shared.ts";

const BOOKS = "datasets/prices";
const books = readdirSync(BOOKS).map((file) => PriceBook.parse(JSON.parse(readFileSync(`${BOOKS}/${file}`, "utf8"))));
const assumptions = Assumptions.parse(JSON.parse(readFileSync("datasets/assumptions.json", "utf8")));

describe("the tokenizer registry", () => {
  it.each([
    ["openai/gpt-4o", "o200k_base"],
    ["openai/gpt-4o-mini", "o200k_base"],
    ["openai/gpt-5.6-sol", "o200k_base"],
    ["openai/o1-mini", "o200k_base"],
    ["openai/gpt-4", "cl100k_base"],
    ["openai/gpt-4-turbo", "cl100k_base"],
    ["openai/gpt-3.5-turbo", "cl100k_base"],
    ["openai/gpt-6-luna", "gpt-6"],
    ["openai/gpt-6.2-astra", "gpt-6"],
    ["anthropic/claude-3-5-sonnet", "claude-3"],
    ["anthropic/claude-opus-4-5", "claude-3"],
    ["anthropic/claude-haiku-4-5", "claude-3"],
    ["anthropic/claude-opus-4-7", "claude-4.7"],
    ["anthropic/claude-sonnet-5-5", "claude-4.7"],
    ["google/gemini-1.5-flash", "gemini-1"],
    ["google/gemini-2.5-pro", "gemma3"],
    ["google/gemini-3-flash-preview", "gemma3"],
    ["google/gemini-3.5-flash", "gemini-3.1"],
    ["google/gemini-4-argon", "gemini-3.1"],
    ["local/llama3.1", "llama3"],
    ["local/qwen2.5-coder", "qwen2.5"],
    ["local/gemma3:12b", "gemma3"],
    ["local/mistral-nemo", "mistral-nemo"],
    ["local/mistral", "mistral-7b"],
    ["local/phi3", "phi-3"],
    ["anthropic/claude-2.1", "claude-2"],
    ["local/something-else", undefined],
  ])("says that %s is counted by %s", (target, id) => {
    expect(tokenizerOf(target)?.id).toBe(id);
  });

  it("knows every target of every price book, and has a range wherever it cannot count", () => {
    for (const { target } of books.flatMap(({ models }) => models)) {
      const entry = tokenizerOf(target);
      expect(entry, target).toBeDefined();
      if (entry?.exactness === "unknown") {
        expect(assumptions.tokens_per_ko_char, target).toHaveProperty([entry.id]);
        expect(entry.toMakeExact, target).toBeDefined();
      }
    }
  });

  it("has one row an id, with evidence and a date", () => {
    expect(new Set(TOKENIZERS.map(({ id }) => id)).size).toBe(TOKENIZERS.length);
    for (const { evidence, checked } of TOKENIZERS) expect(`${checked} ${evidence}`).toMatch(/^\d{4}-\d\d-\d\d .{20}/);
  });

  it.skipIf(!hasShared("data/prices-snapshot.json"))("agrees with the families that the price snapshot names", () => {
    const snapshot = JSON.parse(readFileSync(sharedFile("data/prices-snapshot.json"), "utf8")) as {
      models: { id: string; vendor: string; tokenizer?: string }[];
    };
    const named = snapshot.models.filter(({ tokenizer }) => tokenizer !== undefined);
    expect(named.length).toBeGreaterThan(10);
    const families = new Map<string, Set<string | undefined>>();
    for (const { id, vendor, tokenizer = "" } of named) {
      families.set(tokenizer, (families.get(tokenizer) ?? new Set()).add(tokenizerOf(`${vendor}/${id}`)?.id));
    }
    for (const [family, ids] of families) expect([...ids], family).toHaveLength(1);
  });
});
