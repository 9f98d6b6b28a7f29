import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CliRun, type Workplace, workplace } from "./run-cli.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});
const show = (...args: string[]): Promise<CliRun> => at.cli(["prices", "show", ...args]);
/** Spaces folded, so that columns do not matter. */
const plain = ({ out }: CliRun): string => out.replaceAll(/ +/g, " ");

describe("prices show", () => {
  it("gives the price that holds on a day, and the others with their days", async () => {
    const later = plain(await show("google/gemini-4-argon", "--as-of", "2026-12-02"));
    expect(later).toContain("input / output 4 / 20");
    expect(later).toContain("other prices 2 / 10 from 2026-10-13 until 2026-12-01");
    const now = plain(await show("google/gemini-4-argon"));
    expect(now).toContain("input / output 2 / 10");
    expect(now).toContain("4 / 20 from 2026-12-01 (announced)");
    expect(now).toContain("checked 2026-11-10");
  });

  it("names what the article printed wrong", async () => {
    const text = plain(await show("anthropic/claude-opus-4-5"));
    expect(text).toContain("input / output 5 / 25");
    expect(text).toContain(
      "15 / 75 was printed on 2026-01-29: wrong, anthropic/claude-opus-4-5 cost 5 / 25 on that day",
    );
    expect(plain(await show("openai/gpt-4o"))).not.toContain("wrong");
  });

  it("says what is off and what replaces it, and who answers to a name that is handed on", async () => {
    expect(plain(await show("openai/o1"))).toContain("state off since 2026-10-23; replacement: openai/gpt-5.6-sol");
    // Its named heir is off too: one more step.
    expect(plain(await show("openai/o1-mini"))).toContain("replacement: openai/o4-mini, today openai/gpt-5.6-terra");
    const handed = plain(await show("google/gemini-2.5-pro", "--as-of", "2026-12-01"));
    expect(handed).toContain("since 2026-12-01 its name is answered by google/gemini-3.8-flash, at that model's price");
    expect(handed).toContain("input / output 0.75 / 3.75");
    expect(handed).toContain("tokenizer gemini-3.1");
    expect(plain(await show("google/gemini-2.5-pro"))).toContain("input / output 1.25 / 10");
  });

  it("gives the article's day", async () => {
    expect(plain(await show("openai/o1", "--as-of", "2026-01-29"))).toContain(
      "state active; since 2024-12-17; off from 2026-10-23",
    );
    expect(plain(await show("openai/o1-mini", "--as-of", "2026-01-29"))).toContain("off since 2025-10-27");
    expect(plain(await show("openai/gpt-6-luna", "--as-of", "2026-01-29"))).toContain("not released before 2026-09-22");
    expect(plain(await show("openai/gpt-5.6-sol", "--as-of", "2026-08-20"))).toContain("input / output 5 / 30");
  });

  it("knows tiers, services, caches, residency, images and tools", async () => {
    const sol = plain(await show("openai/gpt-6.2-sol"));
    for (const part of [
      "prompt over 272,000 4 / 15",
      "cache write, 12 h 5",
      "cache write 2.5",
      "batch × 0.5",
      "priority × 2",
      "data residency × 1.1",
    ]) {
      expect(sol).toContain(part);
    }
    const opus = plain(await show("anthropic/claude-opus-5"));
    for (const part of [
      "min. cacheable 512 tokens",
      "tool use +286 tokens of prompt (+406",
      "cache write, 1 h 10",
      "fast × 2",
      "an image one token per 28 px patch",
    ]) {
      expect(opus).toContain(part);
    }
    expect(plain(await show("google/gemini-3.8-flash"))).toContain("cache storage $0.5 per 1M tokens and hour");
  });

  it.each([
    ["openai/gpt-4o-mimi", "openai/gpt-4o-mini"],
    ["gpt-4o", "openai/gpt-4o"],
    ["anthropic/claude-opus-5.5", "anthropic/claude-opus-5-5"],
  ])("answers %s with exit 2 and %s", async (typed, meant) => {
    const { code, err, out } = await show(typed);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`has no target "${typed}". Did you mean "${meant}"?`);
  });

  it("prints JSON", async () => {
    const { out } = await show("openai/o1", "--json");
    expect(JSON.parse(out)).toMatchObject({
      target: "openai/o1",
      state: "off",
      heir: "openai/gpt-5.6-sol",
      rates: { input: "15" },
    });
  });

  it("needs a target, and a subcommand", async () => {
    const none = await show();
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("missing required argument 'target'")]);
    const bare = await at.cli(["prices"]);
    expect(bare.code).toBe(2);
    expect(bare.err).toContain("Commands:");
    expect(bare.err).not.toContain("error[");
  });
});
