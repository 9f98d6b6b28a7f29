import { describe, expect, it } from "vitest";
import type { Attempt } from "../../src/domain/attempt.ts";
import type { Metric } from "../../src/domain/measurement.ts";
import type { Trial } from "../../src/domain/trial.ts";
import { askedTrials } from "../../src/measure/asked.ts";
import { type SmokeFigure, smokeFigures } from "../../src/measure/smoke.ts";
import { trialsOf } from "../../src/plan/trials.ts";
import { answer, failed } from "./attempts.ts";

const plan = (ids: readonly string[], langs: readonly ("ko" | "en")[] = ["ko", "en"]): Trial[] =>
  trialsOf({
    suite: { name: "smoke" },
    targets: ["local/a"],
    prompts: ids.map((id) => ({ id, ko: "질문", en: "question", max_output_tokens: 10 })),
    langs,
  });

const KO = plan(["a", "b", "c"], ["ko"]) as [Trial, Trial, Trial];

/** A dollar a token of fresh input. */
const usdOf = (attempt: Attempt): number | undefined => attempt["tokenwon.usage"]?.fresh_input;

const figures = (trials: readonly Trial[], attempts: readonly Attempt[]): SmokeFigure[] =>
  smokeFigures(askedTrials(trials, attempts), { usdOf, confidence: 0.95 });

/** The one figure of a metric, without what it is from. */
function figure(all: readonly SmokeFigure[], metric: Metric, condition?: string): Partial<SmokeFigure> | undefined {
  const found = all.filter(
    (each) => each.metric === metric && (condition === undefined || each.condition === condition),
  );
  expect(found.length).toBeLessThanOrEqual(1);
  if (found[0] === undefined) return undefined;
  const { value, low, n } = found[0];
  return { ...(value !== undefined && { value }), ...(low !== undefined && { low }), ...(n !== undefined && { n }) };
}

describe("figures of trials", () => {
  it("are medians of the answered ones, means of those with usage, and the sum of what is paid", () => {
    const all = figures(KO, [
      answer(KO[0], { times: [100, 1100], tokens: { fresh_input: 10, visible_output: 4, thinking: 6 } }),
      answer(KO[1], { times: [300, 2300], tokens: { fresh_input: 20, cache_read: 10, visible_output: 20 } }),
      failed(KO[2], "rate-limit"),
    ]);
    expect(figure(all, "trials")).toEqual({ value: 3 });
    expect(figure(all, "endings", "complete")).toEqual({ value: 2, n: 3 });
    expect(figure(all, "failures", "rate-limit")).toEqual({ value: 1, n: 3 });
    expect(figure(all, "attempt_failure")).toEqual({ value: 1 / 3, n: 3 });
    expect(figure(all, "ttft_ms", "p50")).toEqual({ value: 200, n: 2 });
    expect(figure(all, "e2e_ms", "p50")).toEqual({ value: 1700, n: 2 });
    expect(figure(all, "chars_per_s", "p50")).toEqual({ value: 4.5, n: 2 });
    expect(figure(all, "input_tokens")).toEqual({ value: 20, n: 2 });
    expect(figure(all, "output_tokens")).toEqual({ value: 15, n: 2 });
    // A refused request is free, and known to be.
    expect(figure(all, "usd_spent")).toEqual({ value: 30, n: 3 });
  });

  it("leave out what nothing is known of: no usage is not 0 tokens, and no trial is not a failure", () => {
    const all = figures(KO, [answer(KO[0])]);
    expect(figure(all, "trials")).toEqual({ value: 1 });
    for (const metric of ["ttft_ms", "input_tokens", "output_tokens", "usd_spent", "failures"] as const) {
      expect(figure(all, metric)).toBeUndefined();
    }
    expect(figures(KO, [])).toEqual([]);
  });

  it("take zeros of a server for silence, and an attempt of unknown cost for a floor", () => {
    const all = figures(KO, [answer(KO[0], { tokens: { fresh_input: 7 } }), answer(KO[1], { tokens: {} })]);
    expect(figure(all, "input_tokens")).toEqual({ value: 7, n: 1 });
    expect(figure(figures(KO, [answer(KO[0], { tokens: { fresh_input: 7 } }), answer(KO[1])]), "usd_spent")).toEqual({
      low: 7,
      n: 1,
    });
  });

  it("count a complete answer without text as empty, and its time not at all", () => {
    const all = figures(KO, [answer(KO[0], { times: [10, 20], "tokenwon.text": " \n", "tokenwon.chars": 2 })]);
    expect(figure(all, "endings", "empty")).toEqual({ value: 1, n: 1 });
    expect(figure(all, "ttft_ms")).toBeUndefined();
    expect(figure(all, "attempt_failure")).toEqual({ value: 0, n: 1 });
  });

  it("are of first attempts, whatever their order in the log; money is of all", () => {
    const all = figures(KO, [
      answer(KO[0], { "tokenwon.attempt": 2, times: [10, 20], tokens: { fresh_input: 5 } }),
      failed(KO[0], "server"),
      answer({ ...KO[1], id: "of another plan" }),
    ]);
    expect(figure(all, "failures", "server")).toEqual({ value: 1, n: 1 });
    expect(figure(all, "ttft_ms")).toBeUndefined();
    expect(figure(all, "usd_spent")).toEqual({ value: 5, n: 2 });
  });

  it("compare input on prompts with usage of both sides", () => {
    const trials = plan(["a", "b"]) as [Trial, Trial, Trial, Trial];
    const all = figures(trials, [
      answer(trials[0], { tokens: { fresh_input: 30 } }),
      answer(trials[1], { tokens: { fresh_input: 20 } }),
      answer(trials[2], { tokens: { fresh_input: 999 } }),
    ]);
    expect(figure(all, "input_token_ratio")).toEqual({ value: 1.5, n: 1 });
  });

  it.each([
    [19, false],
    [20, true],
  ])("give the share of failures of %d trials an interval: %s", (n, has) => {
    const trials = plan(
      Array.from({ length: n }, (_, i) => `p${i}`),
      ["ko"],
    );
    const share = figures(
      trials,
      trials.map((trial) => answer(trial)),
    ).find(({ metric }) => metric === "attempt_failure");
    expect(share?.high !== undefined).toBe(has);
    if (has) expect(share).toMatchObject({ value: 0, low: 0, confidence: 0.95 });
  });
});
