import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXIT, UserError } from "../../src/domain/error.ts";
import { EVIDENCE, weakest } from "../../src/domain/evidence.ts";
import { didYouMean } from "../../src/domain/suggest.ts";
import { defineSuite, Suite } from "../../src/domain/suite.ts";
import { matches, Target } from "../../src/domain/target.ts";

describe("evidence", () => {
  it("of a derived number is the weakest of its inputs", () => {
    expect(weakest("exact", "assumed", "recorded")).toBe("assumed");
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVIDENCE), { minLength: 1 }), ([first = "exact", ...rest]) => {
        const found = weakest(first, ...rest);
        expect([first, ...rest]).toContain(found);
        for (const grade of [first, ...rest])
          expect(EVIDENCE.indexOf(found)).toBeGreaterThanOrEqual(EVIDENCE.indexOf(grade));
      }),
    );
  });
});

describe("did you mean", () => {
  it.each([
    ["korean-tokns", ["korean-tokens", "latency"], "korean-tokens"],
    ["cuont", ["count", "list"], "count"],
    ["xyz", ["count", "list"], undefined],
    ["", ["count"], undefined],
    ["OPENAI/GPT-4O", ["openai/gpt-4o"], "openai/gpt-4o"],
    ["anything", [], undefined],
  ])("%j of %j is %s", (typed, candidates, expected) => {
    expect(didYouMean(typed, candidates)).toBe(expected);
  });
});

describe("targets", () => {
  it.each([
    ["openai/gpt-4o", "openai/gpt-4o", true],
    ["openai/*", "openai/gpt-4o", true],
    ["*", "openai/gpt-4o", true],
    ["openai/gpt-4", "openai/gpt-4o", false],
    ["openai/gpt-4.", "openai/gpt-4o", false],
    ["*/claude-*-5", "anthropic/claude-sonnet-5", true],
  ])("%s matches %s: %s", (pattern, target, expected) => {
    expect(matches(pattern, target)).toBe(expected);
  });

  it.each(["gpt-4o", "OpenAI/gpt-4o", "openai/", "openai/ gpt"])("%s is none", (text) => {
    expect(Target.safeParse(text).success).toBe(false);
  });
});

describe("suites and errors", () => {
  it("fill in what a suite leaves out", () => {
    const suite = Suite.parse(
      defineSuite({ kind: "tokens", name: "x", title: "X", dataset: "d", tokenizers: ["t"], prices: "p" }),
    );
    expect(suite).toMatchObject({ seed: 20260129, resamples: 2000, outside: [] });
    expect(Suite.safeParse({ ...suite, name: "Not a name" }).success).toBe(false);
  });

  it("of the smoke kind name known sorts of targets, each once", () => {
    const smoke = { kind: "smoke", name: "x", title: "X", prompts: "p", profiles: "q", prices: "b" } as const;
    expect(Suite.safeParse({ ...smoke, targets: ["openai/gpt-4o", "local/a"] }).data).toMatchObject({ seed: 20260129 });
    for (const targets of [[], ["gpt-4o"], ["local/a", "local/a"]]) {
      expect(Suite.safeParse({ ...smoke, targets }).success).toBe(false);
    }
  });

  it("map every mistake to its exit code", () => {
    expect(new UserError("input", "x").exitCode).toBe(EXIT.usage);
    expect(new UserError("write", "x").exitCode).toBe(EXIT.fault);
  });
});
