import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inWon, usdPerThousandChars } from "../../src/cost/korean-chars.ts";
import { priceAt } from "../../src/cost/price-at.ts";
import { priceFigures } from "../../src/cost/price-figures.ts";
import { type Costed, rankRanges } from "../../src/cost/rank.ts";
import type { TokenRate } from "../../src/cost/token-rate.ts";
import { isActiveOn, PriceBook, periodOn } from "../../src/domain/price/book.ts";
import type { KrwPerUsd, TokensPerChar, UsdPerMillionTokens, UsdPerThousandChars } from "../../src/domain/units.ts";

const book = PriceBook.parse({
  name: "test",
  title: "Test",
  as_of: "2026-11-24",
  currency: "USD",
  unit: "1M tokens",
  sources: { s: { what: "made up" } },
  models: [
    {
      target: "openai/gpt-4o",
      periods: [
        { input: "5", output: "15" },
        { from: "2026-10-01", to: "2026-12-01", input: "2.5", output: "10" },
      ],
      lifecycle: { status: "deprecated", ends: "2026-12-15" },
      sources: ["s"],
    },
    {
      target: "anthropic/claude-sonnet-5-5",
      periods: [{ input: "2", output: "8" }],
      lifecycle: { status: "active" },
      sources: ["s"],
    },
    {
      target: "anthropic/claude-opus-5-5",
      periods: [{ input: "2.5", output: "8" }],
      lifecycle: { status: "active" },
      sources: ["s"],
    },
    { target: "openai/o1", periods: [{ input: "15", output: "60" }], lifecycle: { status: "retired" }, sources: ["s"] },
  ],
});
const [gpt4o] = book.models;

describe("a dated price", () => {
  it.each([
    ["2026-09-30", "5"],
    ["2026-10-01", "2.5"],
    ["2026-11-30", "2.5"],
    ["2026-12-01", "5"],
  ])("on %s is %s", (day, input) => {
    expect(gpt4o && periodOn(gpt4o, day)?.input).toBe(input);
  });

  it("is undefined, never 0, where the book has none", () => {
    const late = PriceBook.parse({
      ...book,
      models: [{ ...gpt4o, periods: [{ from: "2027-01-01", input: "1", output: "2" }] }],
    }).models[0];
    expect(late && priceAt(late, "2026-11-24")).toBeUndefined();
    expect(late && isActiveOn(late, "2026-11-24")).toBe(false);
  });

  it.each([
    ["2026-12-14", true],
    ["2026-12-15", false],
  ])("a target that ends on 2026-12-15 answers on %s: %s", (day, active) => {
    expect(gpt4o && isActiveOn(gpt4o, day)).toBe(active);
  });
});

describe("the price of 1,000 Korean characters", () => {
  it("is tokens × price", () => {
    expect(usdPerThousandChars(0.6 as TokensPerChar, 2.5 as UsdPerMillionTokens)).toBeCloseTo(0.0015, 12);
  });

  it("spans the rate in won", () => {
    const usd = 0.0015 as UsdPerThousandChars;
    expect(inWon({ low: usd, high: usd }, { low: 1300 as KrwPerUsd, high: 1500 as KrwPerUsd })).toEqual({
      low: 1.95,
      high: 2.25,
    });
  });
});

const exact: TokenRate = {
  tokenizer: "o200k_base",
  value: 0.6 as TokensPerChar,
  span: { low: 0.58 as TokensPerChar, high: 0.62 as TokensPerChar },
  confidence: 0.95,
  evidence: "exact",
  source: "counted",
  n: 10,
  clusters: 5,
};
const assumed: TokenRate = {
  tokenizer: "claude-4.7",
  value: undefined,
  span: { low: 0.5 as TokensPerChar, high: 1.5 as TokensPerChar },
  confidence: undefined,
  evidence: "assumed",
  source: "assumed",
  n: undefined,
  clusters: undefined,
};
const won = {
  span: { low: 1400 as KrwPerUsd, high: 1400 as KrwPerUsd },
  evidence: "published",
  source: "given",
} as const;

describe("price figures of a book", () => {
  const figures = priceFigures(book, book.as_of, (target) => (target === "openai/gpt-4o" ? exact : assumed), won);
  const find = (metric: string, target: string, condition?: string): (typeof figures)[number] | undefined =>
    figures.find((figure) => figure.metric === metric && figure.target === target && figure.condition === condition);

  it("leave out what does not answer any more", () => {
    expect(new Set(figures.map(({ target }) => target))).toEqual(
      new Set(["openai/gpt-4o", "anthropic/claude-sonnet-5-5", "anthropic/claude-opus-5-5"]),
    );
  });

  it("give a value with its interval where tokens were counted, else a bare range", () => {
    const counted = find("usd_per_1k_ko_chars", "openai/gpt-4o", "input");
    expect(counted?.value).toBeCloseTo(0.0015, 12);
    expect(counted?.span?.low).toBeCloseTo(0.00145, 12);
    expect(counted?.evidence).toBe("exact");
    const ranged = find("usd_per_1k_ko_chars", "anthropic/claude-sonnet-5-5", "output");
    expect(ranged?.value).toBeUndefined();
    expect(ranged?.span).toEqual({ low: 0.004, high: 0.012 });
    expect(ranged?.evidence).toBe("assumed");
  });

  it("rank as far as ranges allow: the order of one tokenizer's targets is known", () => {
    // gpt-4o 0.0075; sonnet 0.005–0.015; opus 0.00525–0.01575, and surely dearer than sonnet.
    expect(find("cost_rank", "openai/gpt-4o")?.span).toEqual({ low: 1, high: 3 });
    expect(find("cost_rank", "anthropic/claude-sonnet-5-5")?.span).toEqual({ low: 1, high: 2 });
    expect(find("cost_rank", "anthropic/claude-opus-5-5")?.span).toEqual({ low: 2, high: 3 });
    expect(find("price_rank", "openai/gpt-4o")?.value).toBe(3);
    expect(find("cost_rank", "openai/gpt-4o")?.evidence).toBe("assumed");
  });

  it("carry the name of the other book when they are of another", () => {
    const labelled = priceFigures(
      book,
      book.as_of,
      () => exact,
      won,
      () => true,
      "old",
    );
    expect(new Set(labelled.map(({ condition }) => condition))).toEqual(new Set(["old:input", "old:output", "old"]));
    expect(labelled.some(({ target }) => target === "openai/o1")).toBe(true);
  });
});

describe("places of ranges", () => {
  const costed = fc.tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 0, max: 6 }),
    fc.constantFrom(undefined, "a", "b"),
  );

  it("hold the true place whatever the truth is", () => {
    fc.assert(
      fc.property(
        fc.array(costed, { minLength: 1, maxLength: 7 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (items, own, shared) => {
          // A group's members are cost = perUnit × f for one unknown f in [1, 2]; the others have a range of their own.
          const costs: Costed[] = items.map(([unit, width, group]) =>
            group === undefined
              ? { low: unit, high: unit + width, group, perUnit: unit }
              : { low: unit, high: 2 * unit, group, perUnit: unit },
          );
          const truth = costs.map(({ low, high, group, perUnit }, i) =>
            group === undefined
              ? low + (own[i] ?? 0) * (high - low)
              : perUnit * (1 + (group === "a" ? shared : 1 - shared)),
          );
          rankRanges(costs).forEach(({ best, worst }, i) => {
            const place = 1 + truth.filter((other) => other < (truth[i] ?? 0)).length;
            expect(place).toBeGreaterThanOrEqual(best);
            expect(place).toBeLessThanOrEqual(worst);
          });
        },
      ),
    );
  });
});
