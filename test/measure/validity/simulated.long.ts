import { describe, expect, it } from "vitest";
import { serveSimulator } from "../../../src/cli/simulate/server.ts";
import type { Interval } from "../../../src/measure/bootstrap.ts";
import { policyFigures } from "../../../src/measure/validity/policy.ts";
import { tallied } from "../../../src/measure/validity/tally.ts";
import { twoSidedBinomialTest } from "../binomial.ts";
import { askedTrials, ITEMS, inProcess, mixOf, REPETITIONS, simulatorOf } from "./asked-simulator.ts";
import { answerCosts, truthOf } from "./simulated-truth.ts";

const SEEDS = 2000;
const LEVEL = 0.95;
/** Below this an exact binomial test says that intervals do not hold the truth as often as they say. */
const SIGNIFICANT = 0.001;
/**
 * Where fewer trials are expected to fail, whole counts are too coarse for just 95 %: intervals may hold the truth more
 * often. With half of the answers invalid all four hold it in 95.1 to 95.7 of 100.
 */
const MANY_FAILING = 12;
/** Times that all items are asked for what an answer costs. */
const PASSES = 16;

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const passes = Array.from({ length: PASSES }, (_, pass) => answerCosts(1_000_000 + pass));

describe.each([0.05, 0.25])("%d of the answers invalid, alike by 0.3 within a prompt", (invalid) => {
  const mix = mixOf(invalid, 0.3);

  it(`intervals from ${ITEMS} items of ${REPETITIONS} trials hold the truth as often as they say`, async () => {
    const truths = passes.map((costs) => truthOf(mix, costs));
    const truth = { ...(truths[0] as (typeof truths)[number]), usd: mean(truths.map(({ usd }) => usd)) };
    const error = Math.sqrt(mean(truths.map(({ usd }) => (usd - truth.usd) ** 2)) / (PASSES - 1));
    say(`\n${percent(invalid)} invalid, ${SEEDS} seeds, ${ITEMS} items × ${REPETITIONS}`);
    say(`  true: first valid ${percent(truth.firstValid)}, final ${percent(truth.finalValid)}`);
    say(
      `  true: attempts ${truth.attempts.toFixed(4)}, $${truth.usd.toFixed(6)} ± ${percent(error / truth.usd)} (1 SE)`,
    );

    const held = new Map<string, number>();
    const holds = (name: string, interval: Interval | undefined, of: number): void => {
      const inside = interval !== undefined && interval.low <= of && of <= interval.high;
      held.set(name, (held.get(name) ?? 0) + (inside ? 1 : 0));
    };
    const errors: number[] = [];
    const alike: number[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const figures = policyFigures(tallied(await askedTrials(seed, inProcess(simulatorOf(mix, seed)))), LEVEL);
      holds("first valid", figures?.firstValid.interval, truth.firstValid);
      holds("final valid", figures?.finalValid.interval, truth.finalValid);
      holds("attempts per success", figures?.attempts?.interval, truth.attempts);
      holds("dollars per success", figures?.usd?.interval, truth.usd);
      if (figures?.article !== undefined) errors.push(figures.article.error);
      if (figures?.withinItem !== undefined) alike.push(figures.withinItem);
    }
    for (const [name, hits] of held) {
      const p = twoSidedBinomialTest(hits, SEEDS, LEVEL);
      say(`  ${name}: ${percent(hits / SEEDS)} hold the truth, p = ${p.toPrecision(2)}`);
      const valid = name === "final valid" ? truth.finalValid : truth.firstValid;
      const failing = ITEMS * REPETITIONS * (1 - valid);
      if (hits < LEVEL * SEEDS || failing >= MANY_FAILING) expect.soft(p, name).toBeGreaterThan(SIGNIFICANT);
    }
    say(`  within-item correlation: mean ${mean(alike).toFixed(3)} of ${alike.length} runs that show one`);
    say(
      `  the article's formula: ${percent(mean(errors))} off in the mean, ${percent(Math.min(...errors))} to ${percent(Math.max(...errors))}; with the true price and rate ${percent(truth.article / truth.usd - 1)}`,
    );
    expect(errors).toHaveLength(SEEDS);
    if (invalid >= 0.25) expect(mean(errors)).toBeLessThan(0);
  });
});

it("a real port gives the same tallies", async () => {
  const mix = mixOf(0.25, 0.3);
  for (const seed of [1, 2, 3]) {
    const server = await serveSimulator(simulatorOf(mix, seed), {
      port: 0,
      host: "127.0.0.1",
      now: () => performance.now(),
      onSent: () => undefined,
      onFault: (fault) => {
        throw fault;
      },
    });
    const send = async (body: string): Promise<string> =>
      (await fetch(`${server.url}/v1/chat/completions`, { method: "POST", body })).text();
    const overHttp = tallied(await askedTrials(seed, send));
    await server.close();
    const here = tallied(await askedTrials(seed, inProcess(simulatorOf(mix, seed))));
    expect(overHttp).toEqual(here);
    expect(here.attempts.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(ITEMS * REPETITIONS);
  }
});
