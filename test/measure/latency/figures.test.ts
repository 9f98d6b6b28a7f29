import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Slo } from "../../../src/domain/suite.ts";
import type { LatencyFigure } from "../../../src/measure/latency/figure.ts";
import { latencyFigures } from "../../../src/measure/latency/figures.ts";
import { groupsOf } from "../../../src/measure/latency/groups.ts";
import type { TrialPlan } from "../../../src/plan/trials.ts";
import { anyLog, planOf, type Timed, tableOf, timed } from "./log.ts";
import { slowFigures } from "./slow-figures.ts";

const SLOS = [
  { name: "chat", ttft_ms: 1500, chars_per_s: 20 },
  { name: "stream", ttft_ms: 2500, tpot_ms: 60 },
  { name: "whole", e2e_ms: 3000 },
].map((slo) => Slo.parse({ ...slo, title: { en: "a", ko: "가" }, source: { en: "made", ko: "지음" } }));

const OPTIONS = { confidence: 0.95, resamples: 200, seed: 1, slos: SLOS, usdOf: () => undefined, late: undefined };

const figuresOf = (plan: TrialPlan, lines: Parameters<typeof tableOf>[1]): LatencyFigure[] => {
  const table = tableOf(plan, lines);
  return latencyFigures(table, groupsOf(table, plan), OPTIONS);
};

const run = (plan: TrialPlan, how: readonly (readonly [string, Timed])[]): LatencyFigure[] =>
  figuresOf(
    plan,
    how.map(([id, given]) => timed(plan.at(plan.indexOf(id) ?? -1), given)),
  );

const valueOf = (
  figures: readonly LatencyFigure[],
  metric: string,
  lang: string,
  condition?: string,
): number | undefined =>
  figures.find((each) => each.metric === metric && each.lang === lang && each.condition === condition)?.value;

describe("the figures of any log", () => {
  const plan = planOf(["a/one", "b/two"], 3);

  it("are those of their definitions, computed slowly on the lines", () => {
    fc.assert(
      fc.property(anyLog(plan), (lines) => {
        const figures = figuresOf(plan, lines);
        for (const target of plan.targets) {
          for (const lang of ["ko", "en"] as const) {
            const own = figures.filter((each) => each.target === target && each.lang === lang);
            const quick = new Map(
              own.map((each) => [[each.metric, each.condition].filter(Boolean).join(" "), each.value]),
            );
            for (const [name, value] of slowFigures(plan, lines, target, lang, SLOS)) {
              const own = quick.get(name) ?? Number.NaN;
              // To the last digits: sums are made in another order.
              expect(
                value === 0 ? own : own / value - 1,
                `${target} ${lang} ${name}: ${own}, not ${value}`,
              ).toBeCloseTo(0, 9);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("are the same in whatever order the attempts ended", () => {
    fc.assert(
      fc.property(anyLog(plan), fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (lines, order) => {
        const keys = lines.map((_, i) => order[i % order.length] ?? 0);
        const shuffled = lines.map((line, i) => [line, keys[i] ?? 0] as const).toSorted((a, b) => a[1] - b[1]);
        expect(
          figuresOf(
            plan,
            shuffled.map(([line]) => line),
          ),
        ).toEqual(figuresOf(plan, lines));
      }),
      { numRuns: 40 },
    );
  });

  it("say nothing of what was never asked, and invent no 0 for what is not known", () => {
    expect(figuresOf(plan, [])).toEqual([]);
    const figures = run(plan, [["a/one p1.ko 1", { ttft: 100 }]]);
    expect(figures.map(({ target, lang }) => `${target} ${lang}`).every((each) => each === "a/one ko")).toBe(true);
    expect(figures.map(({ metric }) => metric)).not.toContain("tokens_per_s");
    expect(figures.map(({ metric }) => metric)).not.toContain("usd_spent");
    expect(valueOf(figures, "ttft_ms", "ko", "p50")).toBe(100);
  });
});

describe("times", () => {
  const many = planOf(["a/one"], 1, { langs: ["ko"], repeat: 120 });
  const line = (repetition: number, given: Timed): readonly [string, Timed] => [`a/one p1.ko ${repetition}`, given];

  it("name no p99 below 100 answers, but the greatest of them", () => {
    for (const [n, name] of [
      [99, "max"],
      [100, "p99"],
    ] as const) {
      const figures = run(
        many,
        Array.from({ length: n }, (_, i) => line(i + 1, { ttft: i + 1 })),
      );
      const names = figures.flatMap(({ metric, condition }) => (metric === "ttft_ms" ? [condition] : []));
      expect(names).toEqual(["p50", "p90", "p95", name]);
      expect(figures.find(({ condition }) => condition === name)).toMatchObject({ n, clusters: 1 });
    }
  });

  it("keep answers over new connections and from a cache apart from the others", () => {
    const figures = run(many, [
      line(1, { ttft: 100, reused: true }),
      line(2, { ttft: 400, reused: false }),
      line(3, { ttft: 30, reused: true, cached: 512, tokens: [10, 5] }),
    ]);
    expect(valueOf(figures, "ttft_ms", "ko", "p50")).toBe(100);
    expect(valueOf(figures, "ttft_ms", "ko", "p50 cold")).toBe(400);
    expect(valueOf(figures, "ttft_ms", "ko", "p50 cached")).toBe(30);
    expect(valueOf(figures, "cold_trials", "ko")).toBe(1);
    expect(valueOf(figures, "cached_trials", "ko")).toBe(1);
  });

  it("do not merge what two models served under one name", () => {
    const figures = run(many, [
      line(1, { ttft: 100, served: "m-2026-10" }),
      line(2, { ttft: 300, served: "m-2026-11" }),
      line(3, { ttft: 200 }),
    ]);
    expect(valueOf(figures, "ttft_ms", "ko", "p50")).toBeUndefined();
    expect(valueOf(figures, "ttft_ms", "ko", "p50 served m-2026-10")).toBe(100);
    expect(valueOf(figures, "ttft_ms", "ko", "p50 served m-2026-11")).toBe(300);
    expect(valueOf(figures, "ttft_ms", "ko", "p50 served no model named")).toBe(200);
    expect(valueOf(figures, "trials", "ko")).toBe(3);
    expect(valueOf(figures, "response_ms", "ko", "p50")).toBeUndefined();
    expect(valueOf(figures, "response_ms", "ko", "p50 served m-2026-11")).toBe(300);
  });

  it("count streams of far fewer chunks than tokens, whose time per token is too short", () => {
    const figures = run(many, [
      line(3, { ttft: 100, gaps: Array.from({ length: 39 }, () => 0.01), tokens: [10, 40] }),
      line(1, { ttft: 100, gaps: [50], tokens: [10, 40] }),
      line(2, { ttft: 100, gaps: Array.from({ length: 9 }, () => 20), tokens: [10, 10] }),
    ]);
    expect(valueOf(figures, "tpot_ms", "ko", "p50")).toBe(1.282);
    expect(valueOf(figures, "coarse_streams", "ko")).toBe(2);
  });

  it("do not count hidden thinking into the speed of the stream", () => {
    const figures = run(many, [
      line(1, { ttft: 5000, gaps: Array.from({ length: 9 }, () => 20), tokens: [10, 10, 4000] }),
    ]);
    expect(valueOf(figures, "tokens_per_s", "ko", "p50")).toBe(50);
    expect(valueOf(figures, "coarse_streams", "ko")).toBeUndefined();
    expect(valueOf(figures, "hidden_thinking", "ko")).toBe(1);
    expect(valueOf(figures, "thinking_tokens", "ko")).toBe(4000);
  });

  it("tell thinking that was shown by the time until the first visible text", () => {
    const figures = run(many, [
      line(1, { ttft: 100, ttfvt: 300, gaps: Array.from({ length: 19 }, () => 20), tokens: [10, 10, 10] }),
    ]);
    expect(valueOf(figures, "thinking_ms", "ko", "p50")).toBe(200);
    expect(valueOf(figures, "tokens_per_s", "ko", "p50")).toBe(50);
    expect(valueOf(figures, "hidden_thinking", "ko")).toBeUndefined();
  });
});

describe("retries", () => {
  const plan = planOf(["a/one"], 1, { langs: ["ko"] });
  const REFUSED = { kind: "rate-limit", message: "no", status: 429, retry: true, billed: "no" } as const;
  const figures = run(plan, [
    ["a/one p1.ko 1", { attempt: 1, failure: REFUSED, end: 6, queued: 2 }],
    ["a/one p1.ko 1", { attempt: 2, failure: REFUSED, end: 7, backoff: 1000, queued: 3 }],
    ["a/one p1.ko 1", { attempt: 3, ttft: 100, backoff: 2000 }],
  ]);

  it("are in no latency: of a trial that was refused first there is none", () => {
    expect(figures.map(({ metric }) => metric)).not.toContain("ttft_ms");
    expect(valueOf(figures, "attempt_failure", "ko")).toBe(1);
    expect(valueOf(figures, "attempt_failure", "ko", "rate-limit")).toBe(1);
    expect(valueOf(figures, "eventual_failure", "ko")).toBe(0);
    expect(valueOf(figures, "retries", "ko")).toBe(2);
  });

  it("are all in the response: queue, failed attempts, back-off, and the first output of the last", () => {
    expect(valueOf(figures, "response_ms", "ko", "p50")).toBe(2 + 6 + 1000 + 3 + 7 + 2000 + 100);
    expect(valueOf(figures, "waiting_ms", "ko", "back-off")).toBe(3000);
  });
});

describe("service levels", () => {
  const plan = planOf(["a/one"], 1, { langs: ["ko"], repeat: 40 });
  const row = (figures: readonly LatencyFigure[], metric: string) =>
    figures.find((each) => each.metric === metric && each.condition === "stream");

  it("are a range where a limit is on what some answers did not tell, and nothing where none told it", () => {
    const REFUSED = { kind: "server", message: "no", retry: false, billed: "no" } as const;
    const gaps = [20, 20, 20];
    const answers = (told: number): LatencyFigure[] =>
      run(
        plan,
        Array.from({ length: 40 }, (_, i) => [
          `a/one p1.ko ${i + 1}`,
          i < 4 ? { failure: REFUSED } : { ttft: 100, gaps, ...(i < 4 + told ? { tokens: [10, 4] as const } : {}) },
        ]),
      );
    expect(row(answers(36), "slo_attainment")).toMatchObject({ value: 0.9, n: 40 });
    const some = row(answers(16), "slo_attainment");
    expect([some?.value, some?.low, some?.high, some?.confidence]).toEqual([undefined, 16 / 40, 36 / 40, undefined]);
    expect(row(answers(0), "goodput_per_s")).toBeUndefined();
  });
});

describe("Korean against English", () => {
  const plan = planOf(["a/one"], 24);
  const sides = (ko: (i: number) => Timed, en: (i: number) => Timed) =>
    Array.from({ length: 24 }, (_, i) => [
      [`a/one p${i + 1}.ko 1`, ko(i)] as const,
      [`a/one p${i + 1}.en 1`, en(i)] as const,
    ]).flat();

  it("is the mean over prompts of Korean − English, with an interval from 20 prompts on", () => {
    const figures = run(
      plan,
      sides(
        (i) => ({ ttft: 380 + i }),
        (i) => ({ ttft: 300 + i + (i % 3) }),
      ),
    );
    const found = figures.find(({ metric, lang }) => metric === "ttft_ms" && lang === "ko-en");
    expect(found).toMatchObject({ condition: "mean difference", value: 79, n: 24, clusters: 24, confidence: 0.95 });
    expect(found?.low).toBeGreaterThan(78);
    expect(found?.high).toBeLessThan(80);
  });

  it("compares answers of one model over connections of one kind only", () => {
    const figures = run(
      plan,
      sides(
        (i) => ({ ttft: 400, served: i < 12 ? "m-1" : "m-2", reused: i !== 0 }),
        () => ({ ttft: 300, served: "m-1", reused: true }),
      ),
    );
    const found = figures.filter(({ metric, lang }) => metric === "ttft_ms" && lang === "ko-en");
    expect(found).toMatchObject([{ condition: "mean difference served m-1", value: 100, n: 11, clusters: 11 }]);
    expect(found[0]?.low).toBeUndefined();
  });
});
