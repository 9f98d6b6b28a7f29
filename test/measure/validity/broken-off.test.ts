import { describe, expect, it } from "vitest";
import type { AskedTrial } from "../../../src/measure/validity/asked.ts";
import { clusteredShare } from "../../../src/measure/validity/clustered-share.ts";
import type { ValidityFigure } from "../../../src/measure/validity/figure.ts";
import { validityFigures } from "../../../src/measure/validity/figures.ts";
import { mcnemarMidP } from "../../../src/measure/validity/mcnemar.ts";
import { wilson } from "../../../src/measure/wilson.ts";
import { FENCED, trial, VALID } from "./asked-trials.ts";

const figuresOf = (trials: readonly AskedTrial[]): readonly ValidityFigure[] =>
  validityFigures(trials, { confidence: 0.95, ways: ["again"] });

function found(trials: readonly AskedTrial[], metric: string, lang: string, condition: string): ValidityFigure {
  const one = figuresOf(trials).find(
    (row) => row.metric === metric && row.lang === lang && row.condition === condition && row.domain === "all",
  );
  if (one === undefined) throw new Error(`no ${metric} of ${condition}`);
  return one;
}

/** Of 40 items asked once, eight failed first: two were mended, two never, and the API broke four off. */
const BROKEN: readonly AskedTrial[] = Array.from({ length: 40 }, (_, i) => {
  if (i >= 8) return trial(`i${i}`);
  const again = i < 2 ? [VALID] : i < 4 ? [FENCED, FENCED] : undefined;
  return trial(`i${i}`, { first: FENCED, after: { again } });
});

describe("a way that the API broke off here and there", () => {
  it("has the share of those that are known, within all that the others may have come to", () => {
    const { value, low, high, n } = found(BROKEN, "final_valid", "ko", "prompt again");
    expect([value, n]).toEqual([34 / 36, 36]);
    expect([low, high]).toEqual([wilson(34, 40, 0.95)?.low, wilson(38, 40, 0.95)?.high]);
    const unresolved = found(BROKEN, "unresolved_share", "ko", "prompt again");
    expect([unresolved.low, unresolved.high]).toEqual([1 - (high ?? 0), 1 - (low ?? 0)]);
  });

  it("has no interval where fewer than 20 items are known, however many were broken off", () => {
    const few = BROKEN.slice(0, 23);
    const both = [...few, ...few.map((each) => ({ ...each, lang: "en" as const }))];
    for (const lang of ["ko", "ko-en"]) {
      expect(found(both, "final_valid", lang, "prompt again")).toMatchObject({ clusters: 19 });
      expect(found(both, "final_valid", lang, "prompt again").low).toBeUndefined();
    }
  });

  it("differs from another language by as much as that leaves open, and McNemar's test does not judge it", () => {
    const both = [...BROKEN, ...BROKEN.map((each) => ({ ...each, lang: "en" as const }))];
    const { value, low = 0, high = 0 } = found(both, "final_valid", "ko-en", "prompt again");
    const whole = both.map((each) => ({ ...each, after: "again" in each.after ? { again: [VALID] } : {} }));
    const without = found(whole, "final_valid", "ko-en", "prompt again");
    expect(value).toBe(0);
    expect(high - low).toBeGreaterThan((without.high ?? 0) - (without.low ?? 0));
    expect(() => found(both, "mcnemar_p", "ko-en", "prompt again")).toThrow();
    expect(found(whole, "mcnemar_p", "ko-en", "prompt again").value).toBe(1);
  });
});

describe("items that were asked once", () => {
  it.each([
    [19, 20],
    [20, 20],
    [0, 30],
    [17, 60],
  ])("have Wilson's own interval: %d of %d", (hits, items) => {
    const of = Float64Array.from({ length: items }, (_, i) => (i < hits ? 1 : 0));
    const { interval } = clusteredShare(of, new Float64Array(items).fill(1), 0.95) ?? {};
    const { low, high } = wilson(hits, items, 0.95) ?? { low: Number.NaN, high: Number.NaN };
    expect(interval?.low).toBeCloseTo(low, 12);
    expect(interval?.high).toBeCloseTo(hits === items ? 1 : high, 12);
  });

  it("are told apart by McNemar's test, from 20 items on", () => {
    const pairs = (items: number): AskedTrial[] =>
      Array.from({ length: items }, (_, i) => [
        trial(`i${i}`, { first: i < 1 ? FENCED : VALID }),
        trial(`i${i}`, { lang: "en", first: i > 0 && i < 10 ? FENCED : VALID }),
      ]).flat();
    expect(found(pairs(20), "mcnemar_p", "ko-en", "prompt").value).toBe(mcnemarMidP(9, 1));
    expect(() => found(pairs(19), "mcnemar_p", "ko-en", "prompt")).toThrow();
    const twice = [...pairs(20), ...pairs(20)];
    expect(() => found(twice, "mcnemar_p", "ko-en", "prompt")).toThrow();
  });
});
