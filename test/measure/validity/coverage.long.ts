import { describe, expect, it } from "vitest";
import { clusterBootstrap, type Interval } from "../../../src/measure/bootstrap.ts";
import { seeded } from "../../../src/measure/random.ts";
import { articleCost } from "../../../src/measure/validity/article.ts";
import { clusteredShare } from "../../../src/measure/validity/clustered-share.ts";
import { perSuccessRatio, validityDifference } from "../../../src/measure/validity/languages.ts";
import { perSuccess } from "../../../src/measure/validity/per-success.ts";
import { type Tally, tallied } from "../../../src/measure/validity/tally.ts";
import { withinItemCorrelation } from "../../../src/measure/validity/within-item.ts";
import { twoSidedBinomialTest } from "../binomial.ts";
import { drawTrials, REPETITIONS, truthOf } from "./population.ts";

const RUNS = 4000;
/** One run in so many is done by the plain bootstrap too, which takes long. */
const BESIDE = 4;
const LEVEL = 0.95;
/** Below this an exact binomial test says that intervals do not hold the truth as often as they say. */
const SIGNIFICANT = 0.001;
/** The failing shares of the article's example. */
const FAILS = { ko: 0.25, en: 0.05 } as const;
/**
 * Where fewer trials are expected to fail, whole counts are too coarse for just 95 %: intervals may hold the truth more
 * often. With 20,000 runs of other seeds the Korean ones of first tries, attempts and dollars hold it in
 * 94.9 to 95.8 of 100, and all others in 95 or more but for English attempts of 60 items with a correlation of 0.3: 94.0.
 */
const MANY_FAILING = 12;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** How often intervals of each name held what is true, and the means of numbers. */
class Counts {
  readonly held = new Map<string, number>();
  readonly means = new Map<string, number>();

  interval(name: string, interval: Interval | undefined, truth: number): void {
    const holds = interval !== undefined && interval.low <= truth && truth <= interval.high;
    this.held.set(name, (this.held.get(name) ?? 0) + (holds ? 1 : 0));
  }

  number(name: string, value: number | undefined): void {
    if (value !== undefined) this.means.set(name, (this.means.get(name) ?? 0) + value / RUNS);
  }
}

/** What the plain bootstrap of items makes of the same: English attempts and dollars for each success, Korean − English. */
function bootstrapped(ko: Tally, en: Tally, seed: number): readonly (Interval | undefined)[] {
  const items = Array.from({ length: ko.item.length }, (_, item) =>
    Float64Array.from(
      [en.attempts, en.usd, en.finalValid, ko.firstValid, en.firstValid, ko.trials],
      (of) => of[item] ?? 0,
    ),
  );
  return clusterBootstrap(
    [items],
    ([sums = new Float64Array()]) => {
      const [attempts = 0, usd = 0, successes = 0, korean = 0, english = 0, trials = 0] = sums;
      return [attempts / successes, usd / successes, (korean - english) / trials];
    },
    { resamples: 400, confidence: LEVEL, random: seeded(seed) },
  );
}

describe.each([0, 0.1, 0.3])("with a correlation of %d within items", (correlation) => {
  it.each([22, 60])("intervals from %d items of three trials hold the truth as often as they say", (items) => {
    const mix = { ...FAILS, correlation };
    const truth = { ko: truthOf("ko", mix), en: truthOf("en", mix) };
    const random = seeded(1000 * items + 10 * correlation);
    const counts = new Counts();
    const plain = new Counts();
    for (let run = 0; run < RUNS; run++) {
      const drawn = drawTrials(items, mix, random);
      const [ko, en] = [tallied(drawn.ko), tallied(drawn.en)];
      for (const [lang, own] of [
        ["ko", ko],
        ["en", en],
      ] as const) {
        for (const of of ["firstValid", "finalValid"] as const) {
          counts.interval(`${lang} ${of}`, clusteredShare(own[of], own.trials, LEVEL)?.interval, truth[lang][of]);
        }
        for (const of of ["attempts", "usd"] as const) {
          counts.interval(`${lang} ${of}`, perSuccess(own, of, LEVEL)?.interval, truth[lang][of]);
        }
        counts.number(`${lang} correlation within items`, withinItemCorrelation(own.firstValid, own.trials));
        counts.number(`${lang} error of the article's formula`, articleCost(own)?.error);
      }
      for (const of of ["firstValid", "finalValid"] as const) {
        const found = validityDifference(ko, en, of, LEVEL);
        counts.interval(`ko − en ${of}`, found?.interval, truth.ko[of] - truth.en[of]);
      }
      for (const of of ["attempts", "usd"] as const) {
        counts.interval(`ko ÷ en ${of}`, perSuccessRatio(ko, en, of, LEVEL)?.interval, truth.ko[of] / truth.en[of]);
      }
      if (run % BESIDE > 0) continue;
      const [attempts, usd, difference] = bootstrapped(ko, en, run);
      plain.interval("en attempts", attempts, truth.en.attempts);
      plain.interval("en usd", usd, truth.en.usd);
      plain.interval("ko − en firstValid", difference, truth.ko.firstValid - truth.en.firstValid);
    }
    say(`\n${items} items × ${REPETITIONS}, correlation ${correlation}, ${RUNS} runs`);
    for (const [name, hits] of counts.held) {
      const p = twoSidedBinomialTest(hits, RUNS, LEVEL);
      const beside = plain.held.get(name);
      const bootstrap = beside === undefined ? "" : `; plain bootstrap ${percent((beside * BESIDE) / RUNS)}`;
      say(`  ${name}: ${percent(hits / RUNS)} hold the truth, p = ${p.toPrecision(2)}${bootstrap}`);
      // What a figure rests on: the trials that fail at first, or in the end.
      const failing = (lang: "ko" | "en"): number =>
        items * REPETITIONS * (1 - truth[lang][name.endsWith("finalValid") ? "finalValid" : "firstValid"]);
      const least = name.startsWith("ko ") && !/ [−÷] /u.test(name) ? failing("ko") : failing("en");
      if (hits < LEVEL * RUNS || least >= MANY_FAILING) expect.soft(p, name).toBeGreaterThan(SIGNIFICANT);
    }
    for (const [name, mean] of counts.means) say(`  mean ${name}: ${mean.toFixed(3)}`);
    for (const lang of ["ko", "en"] as const) {
      const { article, usd } = truth[lang];
      say(`  ${lang} true error of the article's formula: ${percent(article / usd - 1)}`);
      expect(counts.means.get(`${lang} error of the article's formula`)).toBeLessThan(0);
    }
  });
});

/** Shares that fail in Korean where 5 % fail in English, and how often that is to be shown. */
describe("a difference of the languages", () => {
  it.each([
    [22, 3, 0.1],
    [60, 3, 0.1],
    [60, 3, 0.3],
    [60, 1, 0.1],
  ])(
    "that %d items × %d, correlation %d, can just show is shown in about four of five runs; none in one of twenty",
    (items, repetitions, correlation) => {
      const shown = (ko: number, en: number): { share: number; detectable: number } => {
        const random = seeded(items + repetitions);
        let [hits, detectable] = [0, 0];
        for (let run = 0; run < RUNS; run++) {
          const drawn = drawTrials(items, { ko, en, correlation }, random, repetitions);
          const found = validityDifference(tallied(drawn.ko), tallied(drawn.en), "firstValid", LEVEL);
          if (found?.verdict === "better" || found?.verdict === "worse") hits++;
          detectable += (found?.detectable ?? Number.NaN) / RUNS;
        }
        return { share: hits / RUNS, detectable };
      };
      // The difference whose own runs call it just detectable.
      let [low, high] = [0.05, 0.6];
      for (let step = 0; step < 4; step++) {
        const middle = (low + high) / 2;
        if (shown(0.05 + middle, 0.05).detectable < middle) high = middle;
        else low = middle;
      }
      const difference = (low + high) / 2;
      const there = shown(0.05 + difference, 0.05);
      const none = shown(0.15, 0.15);
      say(
        `${items} items × ${repetitions}, correlation ${correlation}: a difference of ${percent(difference)} is called detectable from ${percent(there.detectable)} on, shown in ${percent(there.share)}; none is shown in ${percent(none.share)}`,
      );
      expect(there.share).toBeGreaterThan(0.7);
      expect(there.share).toBeLessThan(0.95);
      expect(none.share).toBeLessThan(0.065);
    },
  );
});
