import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linearAxis, logAxis } from "../../../src/report/svg/ticks.ts";

describe("a logarithmic axis", () => {
  it.each<[readonly number[], number, { from: number; to: number; ticks: readonly number[] }]>([
    [[320, 1900], 9, { from: 200, to: 2000, ticks: [200, 500, 1000, 2000] }],
    [[300], 9, { from: 200, to: 500, ticks: [200, 500] }],
    [[500], 9, { from: 500, to: 1000, ticks: [500, 1000] }],
    [[20, 9000], 9, { from: 20, to: 10_000, ticks: [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] }],
    [[20, 9000], 3, { from: 20, to: 10_000, ticks: [100, 1000, 10_000] }],
    [[200, 5000], 3, { from: 200, to: 5000, ticks: [200, 1000, 5000] }],
    [[], 9, { from: 100, to: 1000, ticks: [100, 200, 500, 1000] }],
    [[0, Number.POSITIVE_INFINITY, 60], 9, { from: 50, to: 100, ticks: [50, 100] }],
  ])("over %j with at most %d lines", (values, most, axis) => {
    expect(logAxis(values, most)).toEqual(axis);
  });

  it("holds every value and its own grid lines, of which there are not too many", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1e7, noNaN: true }), { minLength: 1 }),
        fc.integer({ min: 2, max: 12 }),
        (values, most) => {
          const { from, to, ticks } = logAxis(values, most);
          expect(from).toBeLessThanOrEqual(Math.min(...values));
          expect(to).toBeGreaterThanOrEqual(Math.max(...values));
          expect(to).toBeGreaterThan(from);
          expect(ticks.length).toBeLessThanOrEqual(most);
          expect(ticks.length).toBeGreaterThan(0);
          expect(ticks.every((tick, i) => tick >= from && tick <= to && tick > (ticks[i - 1] ?? 0))).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("a linear axis", () => {
  it.each<[number, number, readonly number[]]>([
    [150, 8, [0, 20, 40, 60, 80, 100, 120, 140, 160]],
    [1, 8, [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1]],
    [0, 8, [0, 0.1]],
    [40_000, 8, [0, 5000, 10_000, 15_000, 20_000, 25_000, 30_000, 35_000, 40_000]],
  ])("to %d in at most %d steps", (end, most, ticks) => {
    expect(linearAxis(end, most).ticks).toEqual(ticks);
  });

  it("reaches its end in no more steps than asked for", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer({ min: 1, max: 12 }), (end, most) => {
        const { from, to, ticks } = linearAxis(end, most);
        expect([from, ticks[0]]).toEqual([0, 0]);
        expect(to).toBeGreaterThanOrEqual(end * (1 - 1e-9));
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
      }),
      { numRuns: 100 },
    );
  });
});
