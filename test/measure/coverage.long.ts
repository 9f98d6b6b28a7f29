import { expect, it } from "vitest";
import { clusterBootstrap, FEW_CLUSTERS, type Stratum } from "../../src/measure/bootstrap.ts";
import { type Random, seeded } from "../../src/measure/random.ts";
import { twoSidedBinomialTest } from "./binomial.ts";

const RUNS = 2000;
/** Fewest documents with an interval, fewest without a flag, and a good number. */
const DOCUMENTS = [20, 40, 120];
/** Below this the exact test says that the intervals do not cover what they promise. */
const SIGNIFICANT = 0.001;

/** A standard normal number (Box & Muller 1958). */
const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/**
 * A document of a population whose true ratio is known: its English length is log-normal, and so is its own ratio,
 * with mean 1.4 whatever the length.
 */
function document(random: Random): Float64Array {
  const english = 60 * Math.exp(0.6 * normal(random));
  const ratio = 1.4 * Math.exp(0.18 * normal(random) - 0.18 ** 2 / 2);
  return Float64Array.from([english * ratio, english]);
}

it.each(DOCUMENTS)("an interval from %d documents covers the truth as often as it says", (documents) => {
  const random = seeded(documents);
  let covered = 0;
  for (let run = 0; run < RUNS; run++) {
    const sample: Stratum = Array.from({ length: documents }, () => document(random));
    const [interval] = clusterBootstrap([sample], ([sums]) => [(sums?.[0] ?? 0) / (sums?.[1] ?? 1)], {
      resamples: 2000,
      confidence: 0.95,
      random,
    });
    if (interval !== undefined && interval.low <= 1.4 && 1.4 <= interval.high) covered++;
  }
  const share = ((covered / RUNS) * 100).toFixed(1);
  const p = twoSidedBinomialTest(covered, RUNS, 0.95);
  process.stdout.write(
    `${documents} documents: ${covered} of ${RUNS} intervals hold the truth (${share} %); exact binomial test against 95 %: p = ${p.toPrecision(2)}\n`,
  );
  // Below 40 documents an interval is flagged in every report; from 40 on it must hold what it says.
  if (documents >= FEW_CLUSTERS) expect(p).toBeGreaterThan(SIGNIFICANT);
  else expect(covered / RUNS).toBeGreaterThan(0.91);
});
