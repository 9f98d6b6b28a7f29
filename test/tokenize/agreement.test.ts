import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ENCODINGS, type EncodingName } from "../../src/tokenize/encoding.ts";
import { hasShared, readParallel } from "../shared.ts";
import { type Engines, loadEngines } from "./engines.ts";
import { anyText, unbrokenPiece } from "./texts.ts";

let engines: Map<EncodingName, Engines>;
beforeAll(async () => {
  engines = await loadEngines();
});
const of = (name: EncodingName): Engines => engines.get(name) as Engines;

const PAIRS = "datasets/pairs/ko-en";
const committed = readdirSync(PAIRS)
  .filter((file) => file.endsWith(".jsonl"))
  .flatMap((file) => readFileSync(`${PAIRS}/${file}`, "utf8").trim().split("\n"))
  .flatMap((line) => {
    const { ko, en } = JSON.parse(line) as { ko: string; en: string };
    return [ko, en];
  });

function disagreements(texts: readonly string[], { ours, gpt, tiktoken }: Engines): string[] {
  return texts.filter((text) => {
    const count = ours(text);
    return count !== gpt(text) || count !== tiktoken(text);
  });
}

describe.each(ENCODINGS)("%s: our merge, gpt-tokenizer and js-tiktoken count alike", (name) => {
  it("on every committed text", () => {
    expect(committed.length).toBeGreaterThanOrEqual(240);
    expect(disagreements(committed, of(name))).toEqual([]);
  });

  it.skipIf(!hasShared("data/parallel/flores.jsonl"))("on FLORES-200", () => {
    const texts = readParallel("flores").flatMap(({ ko, en }) => [ko, en]);
    expect(texts).toHaveLength(4018);
    expect(disagreements(texts, of(name))).toEqual([]);
  });

  it("on 1,000 random strings of Hangul, jamo, emoji, lone surrogates and special-token text", () => {
    const { ours, gpt, tiktoken } = of(name);
    fc.assert(
      fc.property(anyText, (text) => {
        const count = ours(text);
        expect(gpt(text)).toBe(count);
        expect(tiktoken(text)).toBe(count);
      }),
      { numRuns: 1000 },
    );
  });

  // js-tiktoken takes up to a quarter of a second a piece: it checks a part here, and all of 2,000 in test:long.
  it("on 500 random unbroken pieces up to 3,000 bytes", () => {
    const { ours, gpt, tiktoken } = of(name);
    let checked = 0;
    fc.assert(
      fc.property(unbrokenPiece, (piece) => {
        const count = ours(piece);
        expect(gpt(piece)).toBe(count);
        if (checked++ % 10 === 0) expect(tiktoken(piece)).toBe(count);
      }),
      { numRuns: 500 },
    );
  });
});
