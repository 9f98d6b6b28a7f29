import { CONDITIONS, RETRIES, type Retry } from "../../../src/domain/condition.ts";
import { FAULTS } from "../../../src/domain/grade.ts";
import { type Random, seeded } from "../../../src/measure/random.ts";
import type { Answered, AskedTrial } from "../../../src/measure/validity/asked.ts";

/** A valid answer with every field right, of 100 tokens and a dollar. */
export const VALID: Answered = {
  reading: "raw",
  valid: true,
  repaired: false,
  decided: undefined,
  faults: [],
  fields: { right: 4, all: 4 },
  tokens: 100,
  usd: 1,
};

/** A fence around what is as the schema has it, with half of its fields right, of 120 tokens and a dollar and a half. */
export const FENCED: Answered = {
  reading: "fence",
  valid: false,
  repaired: true,
  decided: "fence",
  faults: ["fence"],
  fields: { right: 2, all: 4 },
  tokens: 120,
  usd: 1.5,
};

/** A trial of the task `order` in Korean under the base, valid at first. */
export const trial = (item: string, changed: Partial<AskedTrial> = {}): AskedTrial => ({
  target: "a/model",
  task: "order",
  item,
  lang: "ko",
  condition: "prompt",
  first: VALID,
  after: {},
  ...changed,
});

export type Drawing = {
  readonly seed: number;
  readonly targets: number;
  readonly tasks: number;
  /** Of each task. */
  readonly items: number;
  readonly repetitions: number;
  /** Share of cases that are not asked, of trials that the API never answers, of ways that it breaks off. */
  readonly gaps: number;
  /** Whether some answer may come without usage. */
  readonly unknown: boolean;
};

/** Trials of every kind there is, drawn by the seed. Dollars are of a kind that adds up without rounding. */
export function drawAsked({ seed, targets, tasks, items, repetitions, gaps, unknown }: Drawing): AskedTrial[] {
  const random = seeded(seed);
  const trials: AskedTrial[] = [];
  for (let target = 0; target < targets; target++) {
    for (let at = 0; at < tasks * items * repetitions; at++) {
      const [task, item] = [`task-${at % tasks}`, `${Math.floor(at / tasks) % items}`];
      for (const { name: condition, langs } of CONDITIONS) {
        for (const lang of langs) {
          if (random() < gaps) continue;
          const first = random() < gaps ? undefined : drawAnswer(random, unknown);
          const after = condition === "prompt" && first?.valid === false ? drawWays(random, gaps, unknown) : {};
          trials.push({ target: `target-${target}`, task, item, lang, condition, first, after });
        }
      }
    }
  }
  return trials;
}

function drawWays(random: Random, gaps: number, unknown: boolean): Partial<Record<Retry, Answered[] | undefined>> {
  return Object.fromEntries(
    RETRIES.map((way) => {
      const second = drawAnswer(random, unknown);
      const all = second.valid ? [second] : [second, drawAnswer(random, unknown)];
      return [way, random() < gaps ? undefined : all];
    }),
  );
}

function drawAnswer(random: Random, unknown: boolean): Answered {
  const [kind, all] = [random(), 1 + Math.floor(random() * 5)];
  const fault = FAULTS[Math.floor(random() * FAULTS.length)] as (typeof FAULTS)[number];
  const known = !unknown || random() > 0.01;
  return {
    reading: kind < 0.6 ? "raw" : kind < 0.8 ? "fence" : undefined,
    valid: kind < 0.5,
    repaired: kind >= 0.6 && kind < 0.7,
    decided: kind < 0.5 ? undefined : fault,
    faults: kind < 0.5 ? [] : [fault],
    fields: kind < 0.8 ? { right: random() < 0.5 ? all : Math.floor(random() * all), all } : undefined,
    tokens: known ? Math.floor(random() * 1000) : undefined,
    usd: known ? (1 + Math.floor(random() * 1000)) / 1024 : undefined,
  };
}
