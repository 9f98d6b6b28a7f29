import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Moment, renderTimeline, type Timeline } from "../../../src/report/svg/timeline.ts";

const plot = (moments: readonly Moment[], more: Partial<Timeline> = {}): Timeline => ({
  title: "시간 <&>",
  axis: "seconds",
  from: 0,
  to: 100,
  ticks: [
    { at: 0, label: "0" },
    { at: 100, label: "100" },
  ],
  values: { from: 100, to: 10_000, ticks: [{ at: 1000, label: "<1 s>" }] },
  legend: [{ series: 0, label: "한국어" }],
  failed: { label: "first attempt failed", mark: "fail & gone" },
  panels: [{ label: "a/<x>", note: "", moments }],
  notes: [],
  ...more,
});

/** Where the dots and the marks of failures stand. */
const drawn = (svg: string): { dots: number[][]; failures: number[][] } => {
  const places = (pattern: RegExp): number[][] => [...svg.matchAll(pattern)].map(([, x, y]) => [Number(x), Number(y)]);
  return { dots: places(/M([\d.]+) ([\d.]+)h/g), failures: places(/M([\d.]+) ([\d.]+)v9/g) };
};

describe("a picture of a run", () => {
  it("puts a value at its moment, the larger the higher, and a failure on the strip below", () => {
    const { dots, failures } = drawn(
      renderTimeline(
        plot([
          { series: 0, at: 0, value: 100 },
          { series: 0, at: 50, value: 1000 },
          { series: 0, at: 100, value: 10_000 },
          { series: 1, at: 25, value: undefined },
        ]),
      ),
    );
    const [low = [], middle = [], high = []] = dots;
    expect([low[0], middle[0], high[0]]).toEqual([72, 291, 510]);
    expect(middle[1]).toBeCloseTo(((low[1] ?? 0) + (high[1] ?? 0)) / 2, 0);
    expect(failures).toHaveLength(1);
    expect(failures[0]?.[0]).toBe(181.5);
    expect(failures[0]?.[1]).toBeGreaterThan(low[1] ?? Number.POSITIVE_INFINITY);
  });

  it("draws every moment once, inside its panel", () => {
    const moment = fc.record({
      series: fc.constantFrom<(0 | 1)[]>(0, 1),
      at: fc.double({ min: -5, max: 200, noNaN: true }),
      value: fc.option(fc.double({ min: 1, max: 1e5, noNaN: true }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 60 }), (moments) => {
        const svg = renderTimeline(plot(moments));
        const { dots, failures } = drawn(svg);
        const failed = moments.filter(({ value }) => value === undefined).length;
        expect([dots.length, failures.length]).toEqual([moments.length - failed, failed]);
        for (const [x = 0] of [...dots, ...failures]) expect(x >= 72 && x <= 510).toBe(true);
        expect(svg).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 50 },
    );
  });

  it("has no strip and no sign for failures where there are none", () => {
    expect(renderTimeline(plot([{ series: 0, at: 1, value: 200 }]))).not.toContain("gone");
    const svg = renderTimeline(plot([{ series: 0, at: 1, value: undefined }]));
    expect(svg).toContain("fail &amp; gone");
    expect(svg).toContain("first attempt failed");
  });

  it("escapes its texts, and stands an axis without length in the middle", () => {
    const svg = renderTimeline(
      plot([{ series: 0, at: 0, value: 5 }], { to: 0, values: { from: 5, to: 5, ticks: [] } }),
    );
    expect(svg).toContain("시간 &lt;&amp;&gt;");
    expect(svg).toContain("a/&lt;x&gt;");
    expect(drawn(svg).dots[0]?.[0]).toBe(291);
    expect(renderTimeline(plot([]))).toContain("&lt;1 s&gt;");
  });
});
