import { describe, expect, it } from "vitest";
import { isActiveOn, PriceBook, periodOn, servedOn } from "../../src/domain/price/book.ts";
import { heirOf } from "../../src/domain/price/heir.ts";
import { stateOn } from "../../src/domain/price/lifecycle.ts";
import { lineUp } from "../../src/domain/price/line-up.ts";
import { tokenizersIn } from "../../src/tokenize/of-book.ts";
import { TOKENIZERS } from "../../src/tokenize/registry.ts";
import { article, current, modelOf } from "../cost/priced.ts";

const lifecycle = (target: string): Parameters<typeof stateOn>[0] => modelOf(target).lifecycle;

describe("the state of a model", () => {
  it.each([
    ["openai/gpt-6-luna", "2026-09-21", "unreleased"],
    ["openai/gpt-6-luna", "2026-09-22", "active"],
    ["openai/gpt-4o", "2026-11-24", "deprecated"],
    ["openai/gpt-4o", "2027-01-13", "deprecated"],
    ["openai/gpt-4o", "2027-01-14", "off"],
    ["google/gemini-2.5-pro", "2026-11-30", "deprecated"],
    ["google/gemini-2.5-pro", "2026-12-01", "redirected"],
    ["google/gemini-3.7-flash", "2026-10-08", "redirected"],
    ["anthropic/claude-opus-4-5", "2026-11-24", "legacy"],
  ])("of %s on %s is %s", (target, day, state) => {
    expect(stateOn(lifecycle(target), day)).toBe(state);
  });

  it("is not read back into a past in which nobody had announced an end", () => {
    expect(stateOn(lifecycle("openai/gpt-4o"), "2026-01-29", current.as_of)).toBe("active");
    expect(stateOn(lifecycle("openai/o1"), "2026-01-29", current.as_of)).toBe("active");
  });
});

describe("who answers", () => {
  it("is the target, or the one that its name leads to", () => {
    expect(servedOn(current, "google/gemini-2.5-flash", "2026-11-30")?.target).toBe("google/gemini-2.5-flash");
    expect(servedOn(current, "google/gemini-2.5-flash", "2026-12-01")?.target).toBe("google/gemini-3.5-flash-lite");
    expect(servedOn(current, "openai/unheard-of", "2026-12-01")).toBeUndefined();
  });

  it("in the place of one that is off is its replacement, and theirs in turn", () => {
    expect(heirOf(current, "openai/o1-mini", current.as_of)?.target).toBe("openai/gpt-5.6-terra");
    expect(heirOf(current, "google/gemini-2.0-flash", current.as_of)?.target).toBe("google/gemini-3.6-flash");
    expect(heirOf(current, "openai/gpt-5.1", "2027-05-01")).toBeUndefined();
    // Two that name each other end in nobody, not in a circle.
    const gone = (target: string, replacement: string): (typeof current.models)[number] => ({
      ...modelOf("openai/o1"),
      target,
      lifecycle: { status: "retired", ends: "2026-01-01", replacement },
    });
    const circle = { ...current, models: [gone("a/x", "a/y"), gone("a/y", "a/x")] } as typeof current;
    expect(heirOf(circle, "a/x", current.as_of)).toBeUndefined();
  });
});

describe("a line-up", () => {
  it("is the newest of every family on the day: the article's table for its own day, and for today", () => {
    const names = (vendor: string, name: "flagship" | "light", day: string): string[] =>
      lineUp(current, vendor, name, day).map(({ target }) => target.split("/")[1] ?? "");
    expect(names("openai", "flagship", article.as_of)).toEqual(["gpt-5.2"]);
    expect(names("anthropic", "flagship", article.as_of)).toEqual(["claude-opus-4-5", "claude-sonnet-4-5"]);
    expect(names("google", "light", article.as_of)).toEqual(["gemini-3-flash-preview", "gemini-2.5-flash-lite"]);
    expect(names("openai", "flagship", current.as_of)).toEqual(["gpt-6.2-astra", "gpt-6.2-sol"]);
    expect(names("anthropic", "light", current.as_of)).toEqual(["claude-haiku-5-5"]);
    expect(names("google", "flagship", current.as_of)).toEqual(["gemini-3.1-pro-preview", "gemini-4-argon"]);
  });

  it("makes the article's own table from its own book", () => {
    const rows = (["flagship", "light"] as const).map((name) =>
      ["openai", "anthropic", "google"].map((vendor) =>
        lineUp(article, vendor, name, article.as_of).map(
          (model) => `${model.target} ${periodOn(model, article.as_of)?.input ?? ""}`,
        ),
      ),
    );
    expect(rows.flat(2)).toEqual(
      expect.arrayContaining([
        "openai/gpt-4o 2.50",
        "google/gemini-1.5-pro 1.25",
        "openai/gpt-4o-mini 0.15",
        "anthropic/claude-3-5-haiku 0.80",
      ]),
    );
  });
});

describe("the current book", () => {
  it("says of every model when it came, what it is sold as, when it was checked and at which source", () => {
    for (const model of current.models) {
      expect(model, model.target).toMatchObject({
        class: expect.stringMatching(/^(flagship|light|reasoning)$/) as string,
        family: expect.any(String) as string,
        checked: expect.stringMatching(/^2026-/) as string,
        lifecycle: { released: expect.stringMatching(/^20\d\d-/) as string },
      });
      for (const key of model.sources) expect(current.sources[key], key).toBeDefined();
      const { released, ends, source } = model.lifecycle;
      if (ends !== undefined) {
        expect(released?.localeCompare(ends), model.target).toBeLessThan(0);
        expect(source, model.target).toBeDefined();
      }
    }
  });

  it("has a tokenizer for every target, which the registry knows", () => {
    const tokenizerOf = tokenizersIn(current);
    for (const { target } of current.models) expect(TOKENIZERS).toContain(tokenizerOf(target));
  });

  it("has rates that make sense: reads below input, input not above writes, output not below input", () => {
    for (const { target, periods } of current.models) {
      for (const rates of periods.flatMap((period) => [period, ...(period.tiers ?? [])])) {
        const [input, output] = [Number(rates.input), Number(rates.output)];
        expect(output, target).toBeGreaterThanOrEqual(input);
        expect(Number(rates.cache_read ?? 0), target).toBeLessThan(input);
        expect(Number(rates.cache_write ?? rates.input), target).toBeGreaterThanOrEqual(input);
      }
    }
  });

  it("knew which of the article's models could be called on its day: five could not", () => {
    const off = article.models.filter(({ target }) => !isActiveOn(modelOf(target), article.as_of));
    expect(off.map(({ target }) => target)).toEqual([
      "openai/o1-mini",
      "anthropic/claude-3-5-sonnet",
      "anthropic/claude-3-opus",
      "google/gemini-1.5-pro",
      "google/gemini-1.5-flash",
    ]);
  });
});

describe("a price book", () => {
  const [first] = article.models;
  it.each([
    ["names a source that it does not list", { sources: ["nowhere"] }, 'the source "nowhere" is not among'],
    [
      "leads to a target that it does not price",
      { lifecycle: { status: "deprecated", redirect: "openai/none" } },
      "answered by openai/none",
    ],
    [
      "has a period that ends before it begins",
      { periods: [{ from: "2026-02-01", to: "2026-01-01", input: "1", output: "1" }] },
      "ends before it begins",
    ],
    [
      "has periods out of order",
      {
        periods: [
          { from: "2026-08-01", input: "1", output: "1" },
          { from: "2026-07-01", input: "2", output: "2" },
        ],
      },
      "periods must ascend",
    ],
    ["writes a price as a number", { periods: [{ input: 1, output: "1" }] }, "expected string"],
  ])("that %s is refused", (_, change, message) => {
    const parsed = PriceBook.safeParse({ ...article, models: [{ ...first, ...change }] });
    expect(parsed.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });
});
