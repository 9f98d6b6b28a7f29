import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { limitsOf } from "../../src/provider/limits.ts";

type Book = { readonly models: readonly { readonly target: string; readonly max_output_tokens?: number }[] };

describe("limits", () => {
  it("are those of the price book for every model of Anthropic and Google in it", () => {
    const file = new URL("../../datasets/prices/2026-11-24.json", import.meta.url);
    const { models } = JSON.parse(readFileSync(file, "utf8")) as Book;
    const ours = models.filter(({ target }) => /^(anthropic\/claude|google\/gemini)-/.test(target));
    expect(ours.length).toBeGreaterThan(30);
    for (const { target, max_output_tokens } of ours)
      expect(limitsOf(target.replace(/^\w+\//, "")).maxOutputTokens, target).toBe(max_output_tokens);
  });

  it.each([
    ["claude-sonnet-5-5", true],
    ["claude-opus-5-5", true],
    ["claude-fable-5-1", true],
    ["claude-next-9", true],
    ["claude-haiku-5-5", undefined],
    ["claude-haiku-5-5-20261007", undefined],
    ["claude-opus-5", undefined],
    ["claude-sonnet-4-8", undefined],
    ["claude-opus-4-6", undefined],
    ["claude-3-5-haiku-20241022", undefined],
    ["gemini-3.8-flash", undefined],
    ["some-other-model", undefined],
  ])("of %s: a forced tool is refused: %s", (model, refuses) => {
    expect(limitsOf(model).refusesForcedTool).toBe(refuses);
  });

  it.each([
    ["claude-3-5-haiku-20241022", true, 8192, ""],
    ["claude-opus-4-20250514", true, 32_000, ""],
    ["claude-opus-4-1-20250805", true, 32_000, ""],
    ["claude-sonnet-4-20250514", true, 64_000, ""],
    ["claude-haiku-4-5-20251001", true, 64_000, ""],
    ["claude-opus-4-5-20251101", true, 64_000, "low medium high"],
    ["claude-opus-4-6", true, 128_000, "low medium high max"],
    ["claude-sonnet-4-6", true, 128_000, "low medium high max"],
    ["claude-opus-4-7", false, 128_000, "low medium high xhigh max"],
    ["claude-haiku-5-5", false, 128_000, "low medium high xhigh max"],
    ["claude-next-9", false, 128_000, "low medium high xhigh max"],
    ["gemini-2.0-flash", true, 8192, ""],
    ["gemini-2.5-pro-preview-05-06", true, 65_536, "minimal low medium high"],
    ["gemini-2.5-flash-lite", true, 65_536, "none minimal low medium high"],
    ["gemini-3-flash-preview", true, 65_536, "minimal low medium high"],
    ["gemini-3.1-pro-preview", true, 65_536, "low medium high"],
    ["gemini-3.5-flash-lite", false, 65_536, "minimal low medium high"],
    ["gemini-3.8-flash", true, 65_536, "low medium high"],
    ["gemini-4-argon", true, 65_536, "low medium high"],
    ["some-other-model", true, 4096, ""],
  ])("of %s", (model, temperature, maxOutputTokens, efforts) => {
    expect(limitsOf(model)).toMatchObject({
      temperature,
      maxOutputTokens,
      efforts: efforts.split(" ").filter(Boolean),
    });
  });
});
