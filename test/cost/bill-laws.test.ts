import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bill, billAt } from "../../src/cost/bill.ts";
import { exact, sum, ZERO } from "../../src/cost/money.ts";
import { ratesOn } from "../../src/cost/rates-on.ts";
import { isActiveOn } from "../../src/domain/price/book.ts";
import { BUCKETS, promptTokens, type Usage, usage } from "../../src/domain/usage.ts";
import { current, modelOf, priced } from "./priced.ts";

const day = current.as_of;
const active = current.models.filter((model) => isActiveOn(model, day));
const anyModel = fc.constantFrom(...active);
/** Buckets that every model has a rate of. */
const anyUsage = fc
  .record({
    fresh_input: fc.nat(400_000),
    cache_read: fc.nat(400_000),
    cache_write: fc.nat(400_000),
    visible_output: fc.nat(100_000),
    thinking: fc.nat(100_000),
  })
  .map(usage);
const added = (a: Usage, b: Usage): Usage =>
  usage(Object.fromEntries(BUCKETS.map((bucket) => [bucket, a[bucket] + b[bucket]])));

describe("a bill", () => {
  it("is the exact sum of its lines, and its lines hold every token once", () => {
    fc.assert(
      fc.property(anyUsage, anyModel, (used, model) => {
        const { lines, usd } = bill(used, model, { day });
        expect(sum(lines.map((line) => line.usd)).eq(usd)).toBe(true);
        for (const bucket of BUCKETS) {
          expect(lines.filter((line) => line.bucket === bucket).reduce((n, { tokens }) => n + tokens, 0)).toBe(
            used[bucket],
          );
        }
      }),
    );
  });

  it("is additive: at the same rates two requests cost what their sum costs", () => {
    fc.assert(
      fc.property(anyUsage, anyUsage, anyModel, fc.nat(2_000_000), (a, b, model, prompt) => {
        const rates = ratesOn(model, prompt, { day });
        const together = billAt(added(a, b), model, rates).usd;
        expect(
          billAt(a, model, rates)
            .usd.plus(billAt(b, model, rates).usd)
            .eq(together),
        ).toBe(true);
      }),
    );
  });

  it("never falls when tokens are added, across the limits of tiers too", () => {
    fc.assert(
      fc.property(anyUsage, fc.constantFrom(...BUCKETS), fc.nat(500_000), anyModel, (used, bucket, more, model) => {
        fc.pre(bucket !== "cache_write_1h" && bucket !== "cache_write_12h");
        const before = bill(used, model, { day }).usd;
        expect(bill({ ...used, [bucket]: used[bucket] + more }, model, { day }).usd.gte(before)).toBe(true);
      }),
    );
  });

  it("is free of units: k times the tokens at rates ÷ k cost the same", () => {
    const power = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(anyUsage, power, (used, k) => {
        const factor = 10 ** k;
        const perToken = (rate: string): string => exact(rate).shiftedBy(-k).toFixed();
        const rates = { input: "2.5", output: "10", cache_read: "0.25", cache_write: "3.125" };
        const scaled = {
          input: perToken(rates.input),
          output: perToken(rates.output),
          cache_read: perToken(rates.cache_read),
          cache_write: perToken(rates.cache_write),
        };
        const more = usage(Object.fromEntries(BUCKETS.map((bucket) => [bucket, used[bucket] * factor])));
        const plain = bill(used, priced(rates), { day }).usd;
        expect(bill(more, priced(scaled), { day }).usd.eq(plain)).toBe(true);
      }),
    );
  });

  it("of a service is every line times its factor, cached and long ones too", () => {
    fc.assert(
      fc.property(anyUsage, anyModel, (used, model) => {
        const factor = model.service?.batch;
        fc.pre(typeof factor === "string");
        const standard = bill(used, model, { day });
        const batch = bill(used, model, { day, service: "batch" });
        expect(batch.tierOver).toBe(standard.tierOver);
        expect(batch.usd.eq(standard.usd.times(factor))).toBe(true);
      }),
    );
  });
});

describe("exact decimals", () => {
  it("never drift: a million small bills add up to the bill of their sum", () => {
    const model = modelOf("anthropic/claude-haiku-5-5");
    const one = usage({ fresh_input: 137, cache_read: 11, cache_write: 3, visible_output: 41, thinking: 7 });
    const rates = ratesOn(model, promptTokens(one), { day });
    const small = billAt(one, model, rates).usd;
    let total = ZERO;
    let floating = 0;
    for (let i = 0; i < 1_000_000; i++) {
      total = total.plus(small);
      floating += small.toNumber();
    }
    const million = usage(Object.fromEntries(BUCKETS.map((bucket) => [bucket, one[bucket] * 1_000_000])));
    expect(total.eq(billAt(million, model, rates).usd)).toBe(true);
    // What is being avoided.
    expect(floating).not.toBe(total.toNumber());
  });

  it("are written out, never in exponent form", () => {
    expect(exact("0.0000000000000000001").toFixed()).toBe("0.0000000000000000001");
    expect(exact(1e21).plus("0.1").toFixed()).toBe("1000000000000000000000.1");
  });
});

describe("prices of a day", () => {
  const million = usage({ fresh_input: 1_000_000, visible_output: 1_000_000 });
  const at = (target: string, on: string): string => bill(million, modelOf(target), { day: on }).usd.toFixed();

  it("change on their first day", () => {
    expect(at("google/gemini-4-argon", "2026-11-30")).toBe("12");
    expect(at("google/gemini-4-argon", "2026-12-01")).toBe("24");
    expect(at("openai/gpt-5.6-terra", "2026-07-29")).toBe("27.5"); // A million tokens is a long prompt there.
    expect(at("openai/gpt-5.6-terra", "2026-07-30")).toBe("22");
  });

  it("have their tier from one token above the limit", () => {
    const haiku = modelOf("anthropic/claude-haiku-5-5");
    const of = (tokens: number): string => bill(usage({ fresh_input: tokens }), haiku, { day }).usd.toFixed();
    expect(of(100_000)).toBe("0.01");
    expect(of(100_001)).toBe("0.0500005");
  });

  it("are an error with a name where they are not known, never 0", () => {
    const early = priced({ from: "2026-10-13", input: "2", output: "10" });
    expect(() => bill(usage({ fresh_input: 1 }), early, { day: "2026-10-12" })).toThrow(
      /no price on 2026-10-12 for local\/test/,
    );
    const once = priced({ input: "2", output: "10" });
    expect(() => bill(usage({ fresh_input: 1 }), once, { day, service: "batch" })).toThrow(
      /no batch price for local\/test/,
    );
    expect(() => bill(usage({ fresh_input: 1 }), once, { day, resident: true })).toThrow(/residency/);
    expect(() => bill(usage({ cache_write_1h: 1 }), once, { day })).toThrow(
      /no rate of cache_write_1h for local\/test/,
    );
    expect(bill(usage({ cache_read: 1_000_000 }), once, { day }).lines).toMatchObject([{ fallback: true }]);
  });

  it("multiply for residency and service together", () => {
    const opus = modelOf("anthropic/claude-opus-5");
    const cost = bill(million, opus, { day, service: "batch", resident: true }).usd;
    expect(cost.toFixed()).toBe("16.5"); // 30 × 0.5 × 1.1
  });
});
