import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enoughFor, percentileName, percentiles } from "../../../src/measure/latency/percentiles.ts";
import { slowInterval, slowQuantile } from "./slow.ts";

const QUANTILES = [0.5, 0.9, 0.95, 0.99];
const upTo = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => i + 1);

describe("percentiles", () => {
  it("of nothing are nothing", () => {
    expect(percentiles(new Float64Array(), QUANTILES, 0.95)).toEqual([]);
  });

  it("have no p99 of 99 values, but their greatest", () => {
    const found = percentiles(upTo(99), QUANTILES, 0.95);
    expect(found.map(({ name }) => name)).toEqual(["p50", "p90", "p95", "max"]);
    expect(found.at(-1)).toEqual({ name: "max", q: 1, value: 99, n: 99 });
  });

  it("have a p99 of 100 values, without an interval", () => {
    const found = percentiles(upTo(100), QUANTILES, 0.95);
    expect(found.map(({ name }) => name)).toEqual(["p50", "p90", "p95", "p99"]);
    expect(found.at(-1)).toEqual({ name: "p99", q: 0.99, value: expect.closeTo(99.01, 10) as number, n: 100 });
    expect(found[0]).toEqual({ name: "p50", q: 0.5, value: 50.5, n: 100, low: 40, high: 61 });
  });

  it("have intervals where two values of the sample can hold them", () => {
    const found = percentiles(upTo(24), QUANTILES, 0.95);
    expect(found.map(({ name, low, high }) => [name, low !== undefined && high !== undefined])).toEqual([
      ["p50", true],
      ["p90", false],
      ["p95", false],
      ["max", false],
    ]);
  });

  it("say `max` once for all that are out of reach", () => {
    const found = percentiles(upTo(50), [0.99, 0.5, 0.999], 0.95);
    expect(found.map(({ name }) => name)).toEqual(["p50", "max"]);
  });

  it.each([
    [0.99, 99, false],
    [0.99, 100, true],
    [0.999, 999, false],
    [0.999, 1000, true],
    [0.95, 1, true],
  ])("the quantile %d is one of %d values: %s", (q, n, enough) => {
    expect(enoughFor(q, n)).toBe(enough);
  });

  it.each([
    [0.5, "p50"],
    [0.99, "p99"],
    [0.999, "p99.9"],
    [0.07, "p7"],
  ])("%d is called %s", (q, name) => {
    expect(percentileName(q)).toBe(name);
  });

  it("are those of the definitions, and lie in their intervals", () => {
    const times = fc.array(fc.integer({ min: 0, max: 60_000_000 }), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(times, fc.constantFrom(50, 75, 90, 95), (us, percent) => {
        const values = us.map((each) => each / 1000);
        const [found] = percentiles(Float64Array.from(values).sort(), [percent / 100], 0.95);
        expect(found?.value).toBeCloseTo(slowQuantile(values, percent / 100), 6);
        const places = slowInterval(values.length, percent, 950);
        const sorted = values.toSorted((a, b) => a - b);
        expect(found?.low).toBe(places && sorted[places.low]);
        expect(found?.high).toBe(places && sorted[places.high]);
        expect(found?.low ?? 0).toBeLessThanOrEqual(found?.value ?? Number.NaN);
        expect(found?.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(found?.value ?? Number.NaN);
      }),
      { numRuns: 60 },
    );
  });
});
