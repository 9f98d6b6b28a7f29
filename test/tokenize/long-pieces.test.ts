import { describe, expect, it } from "vitest";
import { seeded } from "../../src/measure/random.ts";
import { loadCounter } from "../../src/tokenize/counter.ts";
import { ENCODINGS, loadEncoding } from "../../src/tokenize/encoding.ts";
import { Merger } from "../../src/tokenize/merge.ts";
import { rankTable, toByteString } from "../../src/tokenize/ranks.ts";
import { mergeNaively } from "./merge-naively.ts";

/** Random Hangul without a space, of so many UTF-8 bytes. */
function randomHangul(bytes: number): string {
  const random = seeded(7);
  return Array.from({ length: Math.floor(bytes / 3) }, () =>
    String.fromCharCode(0xac00 + Math.floor(random() * 11_172)),
  ).join("");
}

describe("a megabyte without a break", () => {
  it("of one Latin letter is exact: 8 letters a token on o200k_base", async () => {
    expect((await loadCounter("o200k_base"))("a".repeat(1_000_000))).toBe(125_000);
  });

  it.each(ENCODINGS)("of one syllable is exact on %s: the count grows by the same step", async (name) => {
    const count = await loadCounter(name);
    // Merging one repeated syllable is periodic: short runs, checked by the slow rule, give the period.
    const table = rankTable((await loadEncoding(name)).ranks);
    const syllables = 200_000;
    const found = count("가".repeat(syllables));
    const slow = (length: number): number => mergeNaively(toByteString("가".repeat(length)), table);
    const step = slow(480) - slow(240);
    expect(slow(720) - slow(480)).toBe(step);
    expect(found).toBe(slow(80) + ((syllables - 80) / 240) * step);
  });

  it("of random Hangul merges by the rule: checked against the slow rule in a part", async () => {
    const text = randomHangul(1_000_000);
    const count = (await loadCounter("o200k_base"))(text);
    expect(count).toBeGreaterThan(333_333 / 2);
    expect(count).toBeLessThan(333_333 * 3);
    // The same rule on the same rank table, by the quadratic textbook search, on a piece that it can manage.
    const table = rankTable((await loadEncoding("o200k_base")).ranks);
    const part = toByteString(text.slice(0, 1500));
    expect(new Merger(table).count(part)).toBe(mergeNaively(part, table));
  });
});
