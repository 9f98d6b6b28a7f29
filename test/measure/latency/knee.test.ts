import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kneeOf } from "../../../src/measure/latency/knee.ts";

type Tried = readonly [streams: number, p99: number];
const levels = (tried: readonly Tried[]): { streams: number; ttft_error_p99_ms: number }[] =>
  tried.map(([streams, ttft_error_p99_ms]) => ({ streams, ttft_error_p99_ms }));

describe("kneeOf", () => {
  const table: readonly (readonly [what: string, tried: readonly Tried[], knee: number | undefined])[] = [
    ["nothing tried", [], undefined],
    ["not even one", [[1, 10]], undefined],
    [
      "the last before the first that does not hold",
      [
        [1, 3],
        [128, 9.999],
        [192, 10],
      ],
      128,
    ],
    [
      "one that holds again above it was lucky",
      [
        [1, 3],
        [32, 12],
        [64, 4],
      ],
      1,
    ],
    [
      "all hold",
      [
        [1, 3],
        [512, 9],
      ],
      512,
    ],
    [
      "in any order",
      [
        [192, 30],
        [1, 3],
        [64, 4],
      ],
      64,
    ],
  ];
  it.each(table)("%s", (_, tried, knee) => {
    expect(kneeOf(levels(tried))).toBe(knee);
  });

  it("never rises when a level gets worse", () => {
    const tried = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 20, noNaN: true })));
    fc.assert(
      fc.property(tried, fc.nat(), (all, at) => {
        const worse = all.map(([streams, p99], i): Tried => [streams, i === at % all.length ? p99 + 10 : p99]);
        expect(kneeOf(levels(worse)) ?? 0).toBeLessThanOrEqual(kneeOf(levels(all)) ?? 0);
      }),
      { numRuns: 100 },
    );
  });
});
