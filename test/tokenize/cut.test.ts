import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CountTokens } from "../../src/domain/tokenizer.ts";
import { countTexts } from "../../src/tokenize/count-texts.ts";
import { loadCounter } from "../../src/tokenize/counter.ts";
import { cut } from "../../src/tokenize/cut.ts";
import { ENCODINGS, type EncodingName } from "../../src/tokenize/encoding.ts";
import { anyText } from "./texts.ts";

const counters = new Map<EncodingName, CountTokens>();
beforeAll(async () => {
  for (const name of ENCODINGS) counters.set(name, await loadCounter(name));
});
const prose = fc
  .array(fc.oneof(anyText, fc.constantFrom("안녕하세요 여러분", "the quick brown fox", "don't stop", "값 12,000원")), {
    maxLength: 12,
  })
  .map((parts) => parts.join(" "));

describe.each(ENCODINGS)("cutting a text for %s", (name) => {
  it("loses no character and no token", () => {
    const count = counters.get(name) as CountTokens;
    fc.assert(
      fc.property(prose, fc.integer({ min: 1, max: 40 }), (text, size) => {
        const parts = cut(text, size);
        expect(parts.join("")).toBe(text);
        expect(parts.reduce((sum, part) => sum + count(part), 0)).toBe(count(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe("counting many texts", () => {
  const texts = ["", "안녕하세요", "x".repeat(300_000), "한국어 문장 하나. ".repeat(40_000)];

  it("gives the same counts on one thread and on two", async () => {
    const alone = await countTexts(ENCODINGS, texts, { threads: 1 });
    const together = await countTexts(ENCODINGS, texts.concat("가나다 ".repeat(6_000_000)), { threads: 2 });
    for (const name of ENCODINGS) expect(together.get(name)?.slice(0, texts.length)).toEqual(alone.get(name));
    expect(together.get("o200k_base")?.at(-1)).toBe(counters.get("o200k_base")?.("가나다 ".repeat(6_000_000)));
  });

  it("counts the same by js-tiktoken", async () => {
    const some = texts.slice(0, 2).concat("환불은 3일 안에 됩니다. <|endoftext|>");
    expect(await countTexts(ENCODINGS, some, { engine: "js-tiktoken" })).toEqual(await countTexts(ENCODINGS, some));
  });

  it("stops when it is told to", async () => {
    const abort = new AbortController();
    const running = countTexts(ENCODINGS, texts, {
      threads: 1,
      signal: abort.signal,
      onProgress: () => {
        abort.abort();
      },
    });
    await expect(running).rejects.toThrow("aborted");
  });

  it("stops the threads too", async () => {
    const abort = new AbortController();
    const large = ["가나다 ".repeat(3_000_000)];
    const onProgress = (): void => {
      abort.abort();
    };
    const running = countTexts(ENCODINGS, large, { threads: 2, signal: abort.signal, onProgress });
    await expect(running).rejects.toThrow("aborted");
  });

  it("says in one sentence that a text cannot be cut", async () => {
    const letters = Array.from({ length: 9_000_000 }, (_, i) => (i % 2 === 0 ? "가" : "z")).join("");
    for (const threads of [1, 2]) {
      await expect(countTexts(["cl100k_base"], [letters, "가나다 ".repeat(3_000_000)], { threads })).rejects.toThrow(
        "A text holds millions of mixed letters without a break",
      );
    }
  });

  it("reports progress up to the whole", async () => {
    const shares: number[] = [];
    await countTexts(["o200k_base"], texts, { threads: 1, onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });
});
