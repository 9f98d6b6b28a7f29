import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../src/measure/random.ts";
import { type Arrivals, arrivals } from "../../src/run/arrivals.ts";

function first(count: number, how: Omit<Arrivals, "random">, seed = 1): number[] {
  const all = arrivals({ ...how, random: seeded(seed) });
  return Array.from({ length: count }, () => all.next().value);
}
const gapsOf = (moments: readonly number[]): number[] => moments.slice(1).map((at, i) => at - (moments[i] ?? 0));

describe("arrivals", () => {
  it("are evenly spaced, from the start on", () => {
    expect(first(5, { perSecond: 8, kind: "constant" })).toEqual([0, 125, 250, 375, 500]);
    expect(first(3, { perSecond: 0.1, kind: "constant" })).toEqual([0, 10_000, 20_000]);
    expect(first(10_001, { perSecond: 3, kind: "constant" }).at(-1)).toBeCloseTo(10_000_000 / 3, 3);
  });

  it("of a Poisson process have gaps whose mean and deviation are one over the rate", () => {
    const gaps = gapsOf(first(10_001, { perSecond: 20, kind: "poisson" }));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
    // 50 ms; standard errors of 1 % of the mean and of 2.8 % of the variance.
    expect(Math.abs(mean / 50 - 1)).toBeLessThan(0.03);
    expect(Math.abs(variance / 2500 - 1)).toBeLessThan(0.09);
    // As many are longer than the mean as e⁻¹ says: gaps that were merely spread would not be.
    expect(Math.abs(gaps.filter((gap) => gap > 50).length / gaps.length - Math.exp(-1))).toBeLessThan(0.02);
  });

  it("never go back, whatever is drawn, and are the same for the same seed", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 10_000, noNaN: true }),
        fc.constantFrom("constant" as const, "poisson" as const),
        fc.integer(),
        (perSecond, kind, seed) => {
          const moments = first(50, { perSecond, kind }, seed);
          for (const gap of gapsOf(moments)) expect(gap).toBeGreaterThanOrEqual(0);
          expect(moments.every(Number.isFinite)).toBe(true);
          expect(first(50, { perSecond, kind }, seed)).toEqual(moments);
        },
      ),
      { numRuns: 100 },
    );
    const still = arrivals({ perSecond: 1, kind: "poisson", random: () => 0 });
    expect([still.next().value, still.next().value]).toEqual([0, 0]);
  });
});
