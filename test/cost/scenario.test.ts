import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { billAt } from "../../src/cost/bill.ts";
import { monthUsd, printedTokens } from "../../src/cost/checks/scenarios.ts";
import { ratesOn } from "../../src/cost/rates-on.ts";
import { cacheable, type Hits, hitsOf, usageOf } from "../../src/cost/scenario/caching.ts";
import { callsOf, printedVolume, sentVolume } from "../../src/cost/scenario/calls.ts";
import { monthOf } from "../../src/cost/scenario/month.ts";
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
  const luna = modelOf("openai/gpt-5.6-luna");
  const gpt5 = modelOf("openai/gpt-5");
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
          callsOf(tokens, { turns, history: "resent" }).forEach((call, k) => {
            const used = usageOf(call, k === 0, tokens.system, turns, model, hits);
            expect(promptTokens(used)).toBeCloseTo(call.prompt, 6);
            expect(outputTokens(used)).toBe(call.reply);
            for (const count of Object.values(used)) expect(count).toBeGreaterThanOrEqual(-1e-9);
          });
        },
      ),
    );
  });

  it("starts at the minimum of the model, and then grows in its steps", () => {
    expect([1023, 1024, 1151, 1152, 5000].map((prefix) => cacheable(prefix, gpt5))).toEqual([
      0, 1024, 1024, 1152, 4992,
    ]);
    expect([1023, 1025].map((prefix) => cacheable(prefix, luna))).toEqual([0, 1025]);
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
      { within: 1, between: 1 },
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
    const cost = (hits?: Hits): number => monthOf(single, tokens, model, { day: current.as_of }, hits).usd.toNumber();
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

describe("a month", () => {
  it("is the bill of its conversations", () => {
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(...current.models.slice(0, 30)),
        (tokens, turns, model) => {
          const own = { ...scenario("support"), turns };
          const day = current.as_of;
          const month = monthOf(own, tokens, model, { day });
          const calls = callsOf(tokens, own);
          const byHand = calls.reduce((sum, call, k) => {
            const used = usageOf(call, k === 0, tokens.system, turns, model);
            return sum + billAt(used, model, ratesOn(model, call.prompt, { day })).usd.toNumber();
          }, 0);
          expect(month.usd.toNumber()).toBeCloseTo(byHand * own.per_day * own.days_a_month, 6);
          expect(printedVolume(tokens, { conversations: 1, turns, history: "none" }).output).toBe(tokens.reply * turns);
        },
      ),
    );
  });
});
