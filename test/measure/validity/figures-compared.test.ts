import { describe, expect, it } from "vitest";
import { clusteredShare } from "../../../src/measure/validity/clustered-share.ts";
import { verdictOf } from "../../../src/measure/validity/verdict.ts";
import { FENCED, trial, VALID } from "./asked-trials.ts";
import { cycle, FAILED, figures, wanted } from "./figures-of.ts";

describe("ways of asking again", () => {
  it("that were gone have figures where every first answer was valid; those that were not have none", () => {
    const told = figures(cycle(3, [{}]), ["again"]);
    expect(wanted(told, "final_valid", "prompt again")).toMatchObject({ value: 1, n: 3 });
    expect(wanted(told, "extra_usd", "prompt again")?.value).toBe(0);
    expect(wanted(told, "final_valid", "prompt other")).toBeUndefined();
  });

  it("leave out what the API broke off, and count what failed to the end", () => {
    const told = figures(
      [
        trial("1", { ...FAILED, after: { again: [FENCED, FENCED], message: undefined } }),
        trial("2", { ...FAILED, after: { again: [VALID], message: undefined } }),
      ],
      ["again", "message"],
    );
    expect(wanted(told, "final_valid", "prompt again")).toMatchObject({ value: 0.5, n: 2 });
    expect(wanted(told, "attempts_per_success", "prompt again")?.value).toBe(5);
    expect(told.filter(({ condition }) => condition === "prompt message")).toEqual([]);
  });

  it("are of the base alone", () => {
    const told = figures(cycle(2, [{ condition: "json" }]), ["again"]);
    expect(told.filter(({ condition }) => condition?.includes("again"))).toEqual([]);
    expect(wanted(told, "final_valid", "json")).toBeUndefined();
  });
});

describe("intervals", () => {
  const INTERVALS = ["syntax_valid", "field_accuracy", "first_try_valid", "final_valid", "usd_per_success"];

  it.each([
    [19, false],
    [20, true],
  ])("of %d items: %s", (items, there) => {
    const told = figures(cycle(items, [{}, FAILED]));
    for (const metric of INTERVALS) expect(wanted(told, metric)?.low !== undefined, metric).toBe(there);
    for (const metric of INTERVALS) expect(wanted(told, metric)?.confidence, metric).toBe(there ? 0.95 : undefined);
  });

  it("take repetitions of an item together", () => {
    const asked = [...cycle(24, [{}, FAILED]), ...cycle(24, [{}, FAILED]), ...cycle(24, [{}, {}, FAILED])];
    const hits = Float64Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 2 : 0) + (at % 3 === 2 ? 0 : 1));
    const { low, high } = clusteredShare(hits, new Float64Array(24).fill(3), 0.95)?.interval ?? {};
    expect(wanted(figures(asked), "first_try_valid")).toMatchObject({ low, high, n: 72, clusters: 24 });
  });

  it("of what stayed unresolved mirror those of what ended valid", () => {
    const told = figures(cycle(24, [{}, {}, FAILED]));
    const [valid, unresolved] = [wanted(told, "final_valid"), wanted(told, "unresolved_share")];
    expect(unresolved?.low).toBeCloseTo(1 - (valid?.high ?? 0), 12);
    expect(unresolved?.high).toBeCloseTo(1 - (valid?.low ?? 0), 12);
  });
});

describe("comparisons", () => {
  it("of conditions and languages are on the items of both sides", () => {
    const told = figures([
      ...cycle(30, [{}]),
      ...cycle(24, [{ condition: "korean-fields", ...FAILED }]),
      ...cycle(22, [{ lang: "en", ...FAILED }]),
    ]);
    expect(wanted(told, "validity_effect", "korean-fields")).toMatchObject({ value: -1, n: 48, clusters: 24 });
    expect(wanted(told, "first_try_valid", "prompt", "ko-en")).toMatchObject({ value: 1, n: 44, clusters: 22 });
    expect(wanted(told, "detectable_difference", "prompt", "ko-en")).toMatchObject({ n: 44, clusters: 22 });
    expect(wanted(told, "detectable_difference", "prompt", "ko-en")?.confidence).toBeUndefined();
  });

  it("are of a language's own base: without it there is no effect", () => {
    const told = figures([...cycle(2, [{ condition: "json" }]), ...cycle(2, [{ lang: "en" }])]);
    expect(told.filter(({ metric }) => metric === "validity_effect")).toEqual([]);
    expect(told.filter(({ lang }) => lang === "ko-en")).toEqual([]);
  });

  it.each([
    [undefined, undefined, "too few"],
    [0.01, 0.2, "better"],
    [-0.2, -0.01, "worse"],
    [-0.1, 0.1, "no difference shown"],
    [0, 0.2, "no difference shown"],
    [-0.2, 0, "no difference shown"],
  ])("with limits %s and %s show: %s", (low, high, verdict) => {
    expect(verdictOf({ low, high })).toBe(verdict);
  });

  it.each([
    [0.1, { low: -0.01, high: 0.2 }, 0.049, "better"],
    [-0.1, { low: -0.2, high: 0.01 }, 0.049, "worse"],
    [0.1, { low: 0.01, high: 0.2 }, 0.05, "no difference shown"],
    [0, { low: -0.1, high: 0.1 }, 1, "no difference shown"],
    [0.4, {}, 0.001, "too few"],
  ])("of %s with %j and a p of %s show: %s", (value, limits, p, verdict) => {
    expect(verdictOf({ value, ...limits }, p)).toBe(verdict);
  });
});
