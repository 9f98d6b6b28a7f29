import { describe, expect, it } from "vitest";
import { Prompt } from "../../src/domain/prompt.ts";
import { Suite } from "../../src/domain/suite.ts";

const smoke = {
  kind: "smoke",
  name: "own",
  title: "Our own",
  prompts: "smoke",
  targets: ["openai/gpt-4o"],
  profiles: "article-2026-01-29",
  prices: "2026-11-24",
};

/** Where the faults are, and what is said of them. */
const faults = (schema: typeof Suite | typeof Prompt, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("a suite of prompts", () => {
  it("has a seed though none is given", () => {
    expect(Suite.parse(smoke)).toEqual({ ...smoke, nonce: false, seed: 20260129 });
  });

  it.each<[string, object, RegExp]>([
    ["no target", { targets: [] }, /^targets: /],
    ["a target twice", { targets: ["openai/gpt-4o", "openai/gpt-4o"] }, /^targets: a target is named twice$/],
    ["a model without its provider", { targets: ["gpt-4o"] }, /^targets\.0: a target is provider\/model/],
    ["a name in capitals", { name: "Own" }, /^name: a suite name is lower-case words/],
    ["fields of another kind", { dataset: "ko-en" }, /"dataset"/],
    ["a kind that there is not", { kind: "smoek" }, /^kind: /],
    ["half a seed", { seed: 0.5 }, /^seed: /],
  ])("refuses %s", (_, changed, message) => {
    const found = faults(Suite, { ...smoke, ...changed });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });
});

describe("a prompt", () => {
  const prompt = { id: "a-1", ko: "안녕", en: "Hi", max_output_tokens: 1 };

  it.each<[string, object, string]>([
    ["an id that a case could not be named by", { id: "a.ko" }, "id"],
    ["an id that begins with a digit", { id: "1a" }, "id"],
    ["blank text", { en: "\n\t" }, "en"],
    ["no room for an answer", { max_output_tokens: 0 }, "max_output_tokens"],
    ["part of a token", { max_output_tokens: 1.5 }, "max_output_tokens"],
    ["a system prompt in one language", { system: { ko: "상담원" } }, "system.en"],
  ])("refuses %s", (_, changed, place) => {
    expect(faults(Prompt, prompt)).toEqual([]);
    const found = faults(Prompt, { ...prompt, ...changed });
    expect(found).toHaveLength(1);
    expect(found[0]?.split(":")[0]).toBe(place);
  });
});
