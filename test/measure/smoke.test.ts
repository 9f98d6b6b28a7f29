import { describe, expect, it } from "vitest";
import type { Usage } from "../../src/domain/usage.ts";
import { askedTrials } from "../../src/measure/asked.ts";
import type { Seen } from "../../src/measure/seen.ts";
import { type SmokeFigure, smokeFigures } from "../../src/measure/smoke.ts";
import { toldUsage } from "../../src/measure/told.ts";
import { wilson } from "../../src/measure/wilson.ts";
import { BROKEN, LOST, type Made, made, pickerOf, planned, REFUSED } from "./hand-made.ts";

const trials = planned(["a/x", "b/y"], 4);
const trial = pickerOf(trials);

type Given = readonly (readonly [string, Made])[];
const options = {
  usdOf: (attempt: Seen) => (toldUsage(attempt) === undefined ? undefined : 0.5),
  confidence: 0.95,
};
const figures = (given: Given): SmokeFigure[] =>
  smokeFigures(
    askedTrials(
      trials,
      given.map(([id, how]) => made(trial(id), how)),
    ),
    options,
  );

/** `metric condition` → value (or ≥ low) and n, of one target and language. */
const table = (of: readonly SmokeFigure[], target: string, lang: string): Record<string, unknown> =>
  Object.fromEntries(
    of
      .filter((figure) => figure.target === target && figure.lang === lang)
      .map(({ metric, condition, value, low, n }) => [
        condition === undefined ? metric : `${metric} ${condition}`,
        [value ?? `≥ ${low}`, ...(n === undefined ? [] : [n])],
      ]),
  );

describe("figures of hand-made attempts", () => {
  it("are of first attempts, of answers with text, and in dollars of all attempts", () => {
    const found = figures([
      ["a/x p1.ko 1", { tokens: [40, 10, 20], ms: [100, 300, 1300], text: "열 글자짜리 답변임" }],
      ["a/x p2.ko 1", { tokens: [60, 10], ms: [300, 300, 310], finish: "length", text: "잘린 답" }],
      ["a/x p3.ko 1", { failure: REFUSED }],
      ["a/x p3.ko 1", { attempt: 2, tokens: [999, 999], ms: [9, 9, 9] }],
      ["a/x p4.ko 1", { text: "", tokens: [50, 500], ms: [900, 900, 900] }],
      ["a/x p1.en 1", { tokens: [20, 10] }],
    ]);
    expect(table(found, "a/x", "ko")).toEqual({
      trials: [4],
      retries: [1, 4],
      "endings complete": [1, 4],
      "endings length": [1, 4],
      "endings empty": [1, 4],
      "failures rate-limit": [1, 4],
      attempt_failure: [0.25, 4],
      "ttft_ms p50": [200, 2],
      "e2e_ms p50": [805, 2],
      "chars_per_s p50": [10, 1],
      input_tokens: [50, 3],
      output_tokens: [20, 2],
      usd_spent: [2, 5],
    });
    expect(table(found, "a/x", "en")).toEqual({
      trials: [1],
      "endings complete": [1, 1],
      attempt_failure: [0, 1],
      input_tokens: [20, 1],
      output_tokens: [10, 1],
      usd_spent: [0.5, 1],
    });
    expect(table(found, "a/x", "ko-en")).toEqual({ input_token_ratio: [2, 1] });
    expect(found.filter(({ target }) => target === "b/y")).toEqual([]);
  });

  it("know nothing of tokens and dollars that nobody told", () => {
    const found = figures([
      ["a/x p1.ko 1", {}],
      ["a/x p2.ko 1", { tokens: [0, 0] }],
      ["b/y p1.ko 1", { failure: LOST }],
      ["b/y p2.ko 1", { failure: BROKEN, tokens: [30, 3], text: "반쯤" }],
    ]);
    expect(table(found, "a/x", "ko")).toEqual({ trials: [2], "endings complete": [2, 2], attempt_failure: [0, 2] });
    expect(table(found, "b/y", "ko")).toEqual({
      trials: [2],
      unresolved: [2, 2],
      "failures network": [1, 2],
      "failures truncated-stream": [1, 2],
      attempt_failure: [1, 2],
      input_tokens: [30, 1],
      usd_spent: ["≥ 0.5", 1],
    });
  });

  it("take no side for told that has no tokens", () => {
    const found = figures([
      ["a/x p1.ko 1", { tokens: [0, 12] }],
      ["a/x p2.ko 1", { tokens: [40, 0] }],
    ]);
    expect(table(found, "a/x", "ko")).toMatchObject({
      input_tokens: [40, 1],
      output_tokens: [12, 1],
      usd_spent: ["≥ 1", 2],
    });
  });

  it("keep with every figure the attempts that it is made of", () => {
    const found = figures([
      ["a/x p1.ko 1", { evidence: "live", tokens: [1, 1], ms: [1, 1, 1] }],
      ["a/x p2.ko 1", { evidence: "recorded", tokens: [1, 1] }],
      ["a/x p3.ko 1", { evidence: "simulated" }],
    ]);
    const grades = (metric: string): string[] | undefined =>
      found.find((figure) => figure.metric === metric)?.from.map((attempt) => attempt["tokenwon.evidence"]);
    expect(grades("trials")).toEqual(["live", "recorded", "simulated"]);
    expect(grades("ttft_ms")).toEqual(["live"]);
    expect(grades("input_tokens")).toEqual(["live", "recorded"]);
  });

  it("give the share of failures an interval from 20 trials on", () => {
    const many = planned(["a/x"], 20, { langs: ["ko"] });
    const share = (n: number): SmokeFigure | undefined =>
      smokeFigures(
        askedTrials(
          many,
          many.slice(0, n).map((each, i) => made(each, i < 3 ? { failure: REFUSED } : {})),
        ),
        options,
      ).find(({ metric }) => metric === "attempt_failure");
    expect(share(19)).not.toHaveProperty("low");
    expect(share(19)).not.toHaveProperty("confidence");
    expect(share(20)).toMatchObject({ value: 0.15, n: 20, confidence: 0.95, ...wilson(3, 20, 0.95) });
  });

  it("keep answers from a prompt cache out of the first figure, and show them beside it", () => {
    const cached: Partial<Usage> = { fresh_input: 10, cache_read: 2048, visible_output: 5 };
    const found = figures([
      ["a/x p1.ko 1", { tokens: [2058, 5], ms: [400, 400, 900] }],
      ["a/x p2.ko 1", { usage: cached, ms: [100, 100, 600] }],
    ]);
    expect(table(found, "a/x", "ko")).toMatchObject({
      cached_trials: [1, 2],
      "ttft_ms p50": [400, 1],
      "ttft_ms p50 cached": [100, 1],
    });
  });

  it("add up what was waited, and leave what was broken off or refused its key out of the retries", () => {
    const failure = REFUSED;
    const found = figures([
      ["a/x p1.ko 1", { failure }],
      ["a/x p1.ko 1", { attempt: 2, failure, waited: 700 }],
      ["a/x p1.ko 1", { attempt: 3, waited: 800 }],
      ["a/x p2.ko 1", { failure: { ...failure, kind: "aborted" } }],
      ["a/x p2.ko 1", { failure: { ...failure, kind: "auth" } }],
      ["a/x p2.ko 1", {}],
      ["a/x p3.ko 1", { failure: { ...failure, kind: "aborted" } }],
    ]);
    expect(table(found, "a/x", "ko")).toMatchObject({
      trials: [2],
      retries: [2, 2],
      "waiting_ms back-off": [1500, 2],
      "failures rate-limit": [1, 2],
    });
    expect(table(found, "a/x", "ko")).not.toHaveProperty("unresolved");
  });
});
