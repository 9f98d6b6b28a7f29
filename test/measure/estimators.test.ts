import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toMix } from "../../src/measure/mix.ts";
import { quantile } from "../../src/measure/quantile.ts";
import { seeded, xoshiro128 } from "../../src/measure/random.ts";
import { normalCdf, normalQuantile, tQuantile } from "../../src/measure/student.ts";
import { characters, utf8Bytes, words } from "../../src/measure/text.ts";
import { anyText } from "../tokenize/texts.ts";

describe("quantile, type 7 as in R", () => {
  it.each([
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0, 1],
    [[1, 2, 3, 4], 1, 4],
    [[1, 2, 3, 4, 10], 0.9, 7.6],
    [[7], 0.3, 7],
    [[], 0.5, undefined],
    [[1, 2], 1.1, undefined],
    [[1, 2], Number.NaN, undefined],
  ])("of %j at %d is %s", (sorted, q, expected) => {
    const found = quantile(sorted, q);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(expected, 12);
  });
});

describe("random numbers", () => {
  it("are those of the published xoshiro128** for the state 1, 2, 3, 4", () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect([next(), next(), next(), next(), next()]).toEqual([11520, 0, 5927040, 70819200, 2031721883]);
  });

  it("lie in [0, 1), evenly, and repeat with the seed", () => {
    const draw = (seed: number): number[] => {
      const random = seeded(seed);
      return Array.from({ length: 10_000 }, random);
    };
    const numbers = draw(1);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((sum, x) => sum + x, 0) / numbers.length).toBeCloseTo(0.5, 1);
    expect(draw(1)).toEqual(numbers);
    expect(draw(2)).not.toEqual(numbers);
  });
});

describe("Student's t and the normal distribution, against the tables", () => {
  it.each([
    [0.975, 10, 2.228139],
    [0.975, 19, 2.093024],
    [0.975, 39, 2.022691],
    [0.975, 119, 1.9801],
    [0.995, 19, 2.860935],
    [0.95, 30, 1.697261],
  ])("t of %d with %d degrees of freedom is %d", (p, df, expected) => {
    expect(Math.abs((tQuantile(p, df) ?? 0) - expected)).toBeLessThan(0.0005);
  });

  it("is undefined where the expansion does not hold", () => {
    expect(tQuantile(0.975, 9)).toBeUndefined();
    expect(tQuantile(0.9999, 30)).toBeUndefined();
  });

  it.each([
    [-1.959964, 0.025],
    [0, 0.5],
    [1.281552, 0.9],
    [-3, 0.001349898],
  ])("Φ(%d) = %d, and back", (z, p) => {
    expect(normalCdf(z)).toBeCloseTo(p, 6);
    expect(normalQuantile(p)).toBeCloseTo(z, 4);
  });
});

describe("text", () => {
  it.each([
    ["안녕하세요", 5, 1, 15],
    ["a 나\n다", 5, 3, 9],
    ["😀 👍🏽", 4, 2, 13],
    ["", 0, 0, 0],
    ["\ud800", 1, 1, 3],
  ])("%j has %d characters, %d words, %d bytes", (text, chars, wordCount, bytes) => {
    expect([characters(text), words(text), utf8Bytes(text)]).toEqual([chars, wordCount, bytes]);
  });

  it("has the bytes that the platform writes", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Bytes(text)).toBe(Buffer.byteLength(text, "utf8"));
        expect(characters(text)).toBe(Array.from(text).length);
      }),
    );
  });
});

describe("a mix of domains", () => {
  it("is scaled to sum to 1", () => {
    expect([
      ...(toMix([
        ["a", 7],
        ["b", 3],
      ]) ?? []),
    ]).toEqual([
      ["a", 0.7],
      ["b", 0.3],
    ]);
  });

  it.each([[[]], [[["a", 0]]], [[["a", -1]]], [[["a", Number.POSITIVE_INFINITY]]], [[["a", Number.NaN]]]] as [
    [string, number][],
  ][])("is refused for %j", (weights) => {
    expect(toMix(weights)).toBeUndefined();
  });
});
