import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clusterBootstrap,
  FEWEST_CLUSTERS,
  MOST_CLUSTERS,
  type Statistic,
  type Stratum,
} from "../../src/measure/bootstrap.ts";
import { quantile } from "../../src/measure/quantile.ts";
import { type Random, seeded } from "../../src/measure/random.ts";

const ratio: Statistic = (sums) => [(sums[0]?.[0] ?? Number.NaN) / (sums[0]?.[1] ?? Number.NaN)];
const documents = (count: number, random: Random): Stratum =>
  Array.from({ length: count }, () => {
    const english = 20 + Math.floor(random() * 80);
    return Float64Array.from([Math.round(english * (1.1 + random() * 0.6)), english]);
  });
const options = (seed: number): { resamples: number; confidence: number; random: Random } => ({
  resamples: 2000,
  confidence: 0.95,
  random: seeded(seed),
});

/** Φ(−√(60 ÷ 59) × 2.000995), t from the tables for 59 degrees of freedom. */
const TAIL_OF_60 = 0.021802;

/** The same interval by the definition, with lists of whole resamples. */
function slowly(stratum: Stratum, random: Random): { low: number; high: number } {
  const ratios = Array.from({ length: 2000 }, () => {
    const drawn = stratum.map(() => stratum[Math.floor(random() * stratum.length)] ?? new Float64Array(2));
    const sum = (column: number): number =>
      drawn.reduce((total, document) => total + (document[column] ?? Number.NaN), 0);
    return sum(0) / sum(1);
  }).sort((a, b) => a - b);
  return { low: quantile(ratios, TAIL_OF_60) ?? Number.NaN, high: quantile(ratios, 1 - TAIL_OF_60) ?? Number.NaN };
}

describe("the cluster bootstrap", () => {
  it("gives what the slow definition gives", () => {
    const stratum = documents(60, seeded(3));
    const slow = slowly(stratum, seeded(11));
    const [fast] = clusterBootstrap([stratum], ratio, options(11));
    expect(fast?.low).toBeCloseTo(slow.low, 6);
    expect(fast?.high).toBeCloseTo(slow.high, 6);
  });

  it("agrees with the delta method on a large sample", () => {
    const stratum = documents(400, seeded(5));
    const sum = (column: number): number => stratum.reduce((total, document) => total + (document[column] ?? 0), 0);
    const r = sum(0) / sum(1);
    const residuals = stratum.reduce(
      (total, document) => total + ((document[0] ?? 0) - r * (document[1] ?? 0)) ** 2,
      0,
    );
    const error = Math.sqrt(residuals) / sum(1);
    const [interval] = clusterBootstrap([stratum], ratio, options(1));
    expect(((interval?.high ?? 0) - (interval?.low ?? 0)) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
  });

  it("gives no interval below 20 documents in any stratum", () => {
    const enough = documents(FEWEST_CLUSTERS, seeded(1));
    expect(clusterBootstrap([enough], ratio, options(1))[0]).toBeDefined();
    expect(clusterBootstrap([enough.slice(1)], ratio, options(1))).toEqual([undefined]);
    expect(clusterBootstrap([enough, enough.slice(1)], ratio, options(1))).toEqual([undefined]);
    expect(clusterBootstrap([], () => [1], options(1))).toEqual([undefined]);
  });

  it("gives no interval where the statistic is not a number", () => {
    expect(clusterBootstrap([documents(30, seeded(1))], () => [Number.NaN, 1], options(1))).toEqual([
      undefined,
      { low: 1, high: 1 },
    ]);
  });

  it("gives the same interval for the same seed and another for another", () => {
    const stratum = documents(40, seeded(2));
    expect(clusterBootstrap([stratum], ratio, options(4))).toEqual(clusterBootstrap([stratum], ratio, options(4)));
    expect(clusterBootstrap([stratum], ratio, options(4))).not.toEqual(clusterBootstrap([stratum], ratio, options(5)));
  });

  it("pools very many documents without changing the width", () => {
    const many = documents(MOST_CLUSTERS * 3 + 7, seeded(9));
    const sum = (column: number): number => many.reduce((total, document) => total + (document[column] ?? 0), 0);
    const r = sum(0) / sum(1);
    const error = Math.sqrt(many.reduce((total, [a = 0, b = 0]) => total + (a - r * b) ** 2, 0)) / sum(1);
    const [interval] = clusterBootstrap([many], ratio, options(6));
    const width = (interval?.high ?? 0) - (interval?.low ?? 0);
    expect(width / (2 * 1.96 * error)).toBeGreaterThan(0.9);
    expect(width / (2 * 1.96 * error)).toBeLessThan(1.1);
  });

  it("scales with the statistic", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 40 }),
        fc.integer(),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (count, seed, factor) => {
          const stratum = documents(count, seeded(seed));
          const [plain, scaled] = clusterBootstrap(
            [stratum],
            (sums) => [...ratio(sums), factor * (ratio(sums)[0] ?? 0)],
            { ...options(seed), resamples: 200 },
          );
          expect(scaled?.low).toBeCloseTo(factor * (plain?.low ?? 0), 9);
          expect(scaled?.high).toBeCloseTo(factor * (plain?.high ?? 0), 9);
        },
      ),
      { numRuns: 20 },
    );
  });
});
