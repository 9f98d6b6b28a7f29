import { describe, expect, it } from "vitest";
import { judge, type Measured } from "../../src/measure/verdict.ts";

const at = (tokenizer: string, value: number, low?: number, high?: number): Measured => ({
  of: tokenizer,
  value,
  low,
  high,
});

describe("a verdict", () => {
  it.each([
    ["holds for all", { low: 1.5, high: 2 }, false, [at("a", 1.6), at("b", 2)], { kind: "holds" }],
    ["holds for one", { low: 1.5, high: 2 }, false, [at("a", 1.4), at("b", 1.7)], { kind: "partly", of: ["b"] }],
    ["holds for none", { low: 1.5, high: 2 }, false, [at("a", 1.4), at("b", 2.1)], { kind: "fails" }],
    ["does not fail by sampling alone", { low: 1.5, high: 2 }, false, [at("a", 1.48, 1.45, 1.51)], { kind: "holds" }],
    [
      "fails where the interval is clear of it",
      { low: 1.5, high: 2 },
      false,
      [at("a", 1.4, 1.35, 1.45)],
      { kind: "fails" },
    ],
    [
      "gives ten percent to an about",
      { low: 100, high: 100 },
      true,
      [at("a", 91), at("b", 109), at("c", 112)],
      { kind: "partly", of: ["a", "b"] },
    ],
    ["takes an open end", { high: 0.9 }, false, [at("a", 0.87)], { kind: "holds" }],
    ["cannot be given without a measurement", { low: 1, high: 1 }, false, [], { kind: "unverifiable" }],
    ["cannot be given without a figure", undefined, false, [at("a", 1)], { kind: "unverifiable" }],
  ] as const)("%s", (_, claimed, about, measured, verdict) => {
    expect(judge(claimed, about, measured)).toEqual(verdict);
  });
});
