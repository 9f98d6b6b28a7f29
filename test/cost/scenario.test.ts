import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthUsd, printedTokens } from "../../src/cost/checks/scenarios.ts";
import { cacheable, cacheRules } from "../../src/cost/scenario/cacheable.ts";
import { type Hits, hitsOf, usageOf } from "../../src/cost/scenario/caching.ts";
import { callsOf, sentVolume } from "../../src/cost/scenario/calls.ts";
import { monthOf } from "../../src/cost/scenario/month.ts";
import { monthsOf } from "../../src/cost/scenario/month-figures.ts";
import { monthOnTarget, partsOnTarget } from "../../src/cost/scenario/on-target.ts";
import { between } from "../../src/cost/scenario/span-points.ts";
import type { TokenRate } from "../../src/cost/token-rate.ts";
import type { Scenario } from "../../src/domain/scenario.ts";
import type { TokensPerChar } from "../../src/domain/units.ts";
import { outputTokens, promptTokens } from "../../src/domain/usage.ts";
import { claims, tokensPerKoChar } from "./article.ts";
import { article, current, modelOf, priced, scenario } from "./priced.ts";

const SCENARIOS = ["support", "documents", "coding"] as const;
const parts = fc.record({ system: fc.nat(5000), user: fc.integer({ min: 1, max: 5000 }), reply: fc.nat(5000) });

describe("a conversation", () => {
  it("sends T·s + u·T(T+1)/2 + r·T(T−1)/2 tokens when its history is resent", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 40 }), (tokens, turns) => {
        const { system: s, user: u, reply: r } = tokens;
        const { input, output } = sentVolume(tokens, { conversations: 7, turns, history: "resent" });
        expect(input).toBe(7 * (turns * s + (u * turns * (turns + 1)) / 2 + (r * turns * (turns - 1)) / 2));
        expect(output).toBe(7 * turns * r);
      }),
    );
  });

  it("repeats the start of the call before it, and nothing more", () => {
    const calls = callsOf({ system: 100, user: 10, reply: 20 }, { turns: 3, history: "resent" });
    expect(calls.map(({ prompt, repeated }) => [prompt, repeated])).toEqual([
      [110, 100],
      [140, 110],
      [170, 140],
    ]);
  });
});

describe("the article's scenarios", () => {
  it("have the tokens that it prints, and those that are billed", () => {
    const volumes = SCENARIOS.map((name) => {
      const { counted, sent } = printedTokens(scenario(name));
      return [counted.input, counted.output, sent.input, sent.output].map((tokens) => tokens / 1e6);
    });
    expect(volumes).toEqual([
      [30, 37.5, 180, 37.5],
      [11, 1.76, 11, 1.76],
      [22, 11, 22, 11],
    ]);
  });

  it("give its 54 cells to the cent, all but one that added rounded parts", () => {
    const cells = claims.filter(({ id, check }) => check.kind === "scenario_cost" && /^3-\d\.(?!tip)/.test(id));
    expect(cells).toHaveLength(54);
    const wrong = cells.flatMap(({ id, quote, check }) => {
      if (check.kind !== "scenario_cost") return [];
      const { parts: printed, counted } = printedTokens(scenario(check.scenario));
      const usd = monthUsd(counted, check.part, modelOf(check.target, article), article.as_of, printed.user);
      return usd.toFixed(2, 4) === quote.replaceAll(/[$,]/g, "") ? [] : [`${id} ${quote} is ${usd.toFixed()}`];
    });
    expect(wrong).toEqual([expect.stringMatching(/flash.*\$1\.36 is 1\.353$/)]);
  });

  it.each([
    ["openai/gpt-4o", "825"],
    ["anthropic/claude-3-5-sonnet", "1102.5"],
    ["google/gemini-1.5-flash", "24.75"],
    ["openai/gpt-4o-mini", "49.5"],
  ])("cost %s $%s for support when the history is resent", (target, usd) => {
    const { parts: printed, sent } = printedTokens(scenario("support"));
    expect(monthUsd(sent, "total", modelOf(target, article), article.as_of, printed.user).toFixed()).toBe(usd);
  });

  it("cost at today's prices what the same volumes were computed to cost by hand", () => {
    const month = (name: (typeof SCENARIOS)[number], target: string): string => {
      const { parts: printed, counted } = printedTokens(scenario(name));
      return monthUsd(counted, "total", modelOf(target), current.as_of, printed.user).toFixed();
    };
    const of = (target: string): string[] => SCENARIOS.map((name) => month(name, target));
    expect(of("openai/gpt-6-luna")).toEqual(["21.75", "1.98", "7.7"]);
    expect(of("google/gemini-3.8-flash")).toEqual(["163.125", "14.85", "57.75"]);
    expect(of("openai/gpt-6.2-sol")).toEqual(["435", "39.6", "154"]);
  });

  it("state as Korean characters what GPT-4o's tokenizer makes the printed tokens of, within three percent", () => {
    for (const name of SCENARIOS) {
      const { system, user, reply, printed } = scenario(name);
      for (const [part, tokens] of [
        [system, printed?.tokens.system],
        [user, printed?.tokens.user],
        [reply, printed?.tokens.reply],
      ] as const) {
        if (part?.ko_chars === undefined || tokens === undefined) continue;
        const counted = part.ko_chars * tokensPerKoChar("o200k_base", part.domain);
        expect(Math.abs(counted / tokens - 1), `${name}: ${counted} for ${tokens}`).toBeLessThan(0.03);
      }
    }
  });
});

describe("caching", () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  const anyHits: fc.Arbitrary<Hits> = fc.record({ within: chance, between: chance });

  it("moves tokens between buckets and never makes or loses one", () => {
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 1, max: 12 }),
        anyHits,
        fc.constantFrom(...current.models),
        (tokens, turns, hits, model) => {
          const [rule] = cacheRules(current, model);
          if (rule === undefined) throw new Error("no rule");
          callsOf(tokens, { turns, history: "resent" }).forEach((call, k) => {
            const used = usageOf(call, k === 0, { turns, history: "resent", system: tokens.system }, { hits, rule });
            expect(promptTokens(used)).toBeCloseTo(call.prompt, 6);
            expect(outputTokens(used)).toBe(call.reply);
            for (const count of Object.values(used)) expect(count).toBeGreaterThanOrEqual(0);
          });
        },
      ),
    );
  });

  it("starts at the minimum of the model, and then grows in its steps", () => {
    expect([1023, 1024, 1151, 1152, 5000].map((prefix) => cacheable(prefix, { least: 1024, step: 128 }))).toEqual([
      0, 1024, 1024, 1152, 4992,
    ]);
    expect([1023, 1025].map((prefix) => cacheable(prefix, { least: 1024, step: undefined }))).toEqual([0, 1025]);
  });

  it("saves nothing on the article's prompt of 500 tokens", () => {
    const support = scenario("support");
    const tokens = { system: 500, user: 1, reply: 1 };
    const off = monthOf({ ...support, turns: 1 }, tokens, modelOf("openai/gpt-4o"), { day: current.as_of });
    const on = monthOf(
      { ...support, turns: 1 },
      tokens,
      modelOf("openai/gpt-4o"),
      { day: current.as_of },
      { hits: { within: 1, between: 1 }, rule: { least: 1024, step: 128 } },
    );
    expect(on.usd.eq(off.usd)).toBe(true);
  });

  // h* = (w − 1) ÷ (w − r): research/cost.md 3.1.
  it.each([
    ["five minutes", "1.25", "0.1", 0.25 / 1.15],
    ["an hour", "2", "0.1", 1 / 1.9],
    ["a deep discount", "1.25", "0.025", 0.25 / 1.225],
    ["free writes", "1", "0.1", 0],
  ])("pays from its break-even share of hits on: %s", (_, write, read, share) => {
    const model = priced({ input: "1", output: "0", cache_read: read, cache_write: write });
    const single = { ...scenario("support"), turns: 1 };
    const tokens = { system: 2000, user: 10, reply: 0 };
    const cost = (hits?: Hits): number =>
      monthOf(
        single,
        tokens,
        model,
        { day: current.as_of },
        hits && { hits, rule: { least: 0, step: undefined } },
      ).usd.toNumber();
    expect(cost({ within: 0, between: share })).toBeCloseTo(cost(), 6);
    if (share > 0) expect(cost({ within: 0, between: share * 0.9 })).toBeGreaterThan(cost());
    expect(cost({ within: 0, between: Math.min(1, share * 1.1 + 0.01) })).toBeLessThan(cost());
  });

  it("hits within a conversation as assumed, and between them by the promised lifetime alone", () => {
    const support = scenario("support");
    const haiku = modelOf("anthropic/claude-haiku-5-5");
    expect(hitsOf("off", support, haiku)).toBeUndefined();
    expect(hitsOf("turns", support, haiku)).toEqual({ within: 0.9, between: 0 });
    // 500 in ten hours, kept for five minutes: 1 − e^(−500 ÷ 36,000 × 300).
    expect(hitsOf("all", support, haiku)?.between).toBeCloseTo(0.9845, 4);
    expect(hitsOf("all", support, modelOf("google/gemini-4-argon"))).toEqual({ within: 0.9, between: 0 });
    expect(hitsOf({ within: 0.5, between: 0.25 }, support, haiku)).toEqual({ within: 0.5, between: 0.25 });
  });
});

describe("a range", () => {
  const rate = (low: number, high: number): TokenRate => ({
    tokenizer: "unknown",
    value: undefined,
    span: { low: low as TokensPerChar, high: high as TokensPerChar },
    confidence: undefined,
    evidence: "assumed",
    source: "test",
    n: undefined,
    clusters: undefined,
  });

  it("holds the least and the most of a dense scan, across the minimum of a cache and the limits of tiers", () => {
    const ends = fc.tuple(fc.double({ min: 0.1, max: 1, noNaN: true }), fc.double({ min: 1.01, max: 4, noNaN: true }));
    const chars = fc.record({
      system: fc.integer({ min: 1, max: 40_000 }),
      user: fc.integer({ min: 1, max: 200_000 }),
      reply: fc.integer({ min: 1, max: 3000 }),
    });
    const targets = [
      "openai/gpt-6-luna",
      "google/gemini-3.8-flash",
      "anthropic/claude-haiku-5-5",
      "anthropic/claude-opus-4-8",
    ];
    fc.assert(
      fc.property(
        ends,
        chars,
        fc.constantFrom(...targets),
        fc.integer({ min: 1, max: 5 }),
        (end, text, target, turns) => {
          const [low, times] = end;
          const model = modelOf(target);
          const part = (ko_chars: number): Scenario["user"] => ({ ko_chars, domain: "all" });
          const own: Scenario = {
            ...scenario("support"),
            turns,
            system: part(text.system),
            user: part(text.user),
            reply: part(text.reply),
          };
          const parts = partsOnTarget(
            own,
            () => rate(low, low * times),
            ({ ko_chars: count }) => count ?? 0,
          );
          if (parts?.ends === undefined) throw new Error("no ends");
          const { ends: known } = parts;
          const hits: Hits = { within: 0.9, between: 0.5 };
          const rules = cacheRules(current, model);
          const found = monthOnTarget(own, model, parts, { day: current.as_of }, { hits, rules }).usd.span;
          for (const rule of rules) {
            for (let i = 0; i <= 200; i++) {
              const at = between(known.low, known.high, i / 200);
              const usd = monthOf(own, at, model, { day: current.as_of }, { hits, rule }).usd.toNumber();
              expect(usd).toBeGreaterThanOrEqual((found?.low ?? Number.NaN) * (1 - 1e-7));
              expect(usd).toBeLessThanOrEqual((found?.high ?? Number.NaN) * (1 + 1e-7));
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it("spans the vendor's least and greatest minimum where a model's own is not known", () => {
    expect(cacheRules(current, modelOf("anthropic/claude-opus-5-5")).map(({ least }) => least)).toEqual([512, 4096]);
    expect(cacheRules(current, modelOf("google/gemini-3.8-flash")).map(({ least }) => least)).toEqual([4096]);
    expect(cacheRules({ models: [] as never }, priced({ input: "1", output: "1" }))).toEqual([
      { least: 0, step: undefined },
    ]);
  });

  it("writes nothing to a cache that no later call can find", () => {
    const alone = { system: 20_000, user: 100, reply: 10 };
    const model = modelOf("anthropic/claude-opus-4-8");
    const once = { ...scenario("support"), turns: 1 };
    const caching = { hits: { within: 1, between: 0 }, rule: { least: 1024, step: undefined } };
    const day = current.as_of;
    expect(monthOf(once, alone, model, { day }, caching).usd.eq(monthOf(once, alone, model, { day }).usd)).toBe(true);
  });
});

describe("a scenario that is too long", () => {
  it("is left out where its longest call or answer is beyond the limits", () => {
    const own = { ...scenario("support"), reply: { ko_chars: 60_000, domain: "all" } };
    const rates = {
      rateOf: (): TokenRate => ({
        tokenizer: "t",
        value: 0.6 as TokensPerChar,
        span: undefined,
        confidence: undefined,
        evidence: "exact",
        source: "test",
        n: 1,
        clusters: 1,
      }),
      koCharsOf: ({ ko_chars: count }: Scenario["user"]) => count ?? 0,
    };
    const { months, tooSmall } = monthsOf(own, current, rates, { day: current.as_of }, "off", () => true);
    expect(tooSmall).toContain("openai/gpt-4o"); // 36,000 tokens of answer, of which it gives 16,384.
    expect(months.map(({ target }) => target)).toContain("openai/gpt-6-luna");
  });
});
