import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ecdf, renderEcdf } from "../../../src/report/svg/ecdf.ts";

const plot = (panels: Ecdf["panels"]): Ecdf => ({
  title: '첫 토큰 <&> "시간"',
  axis: "TTFT",
  from: 100,
  to: 10_000,
  ticks: [
    { at: 100, label: "100 ms" },
    { at: 10_000, label: "10 s" },
  ],
  legend: [
    { series: 0, label: "한국어" },
    { series: 1, label: "영어" },
  ],
  panels,
  notes: ["note"],
});
const one = (...values: readonly number[]): string =>
  renderEcdf(plot([{ label: "a/x", note: "", curves: [{ series: 0, values }] }]));

/** The corners of the only curve of a picture. */
const corners = (svg: string): { readonly x: number; readonly y: number }[] => {
  const path = / d="M([\d.]+) ([\d.]+)([^"]*)"/.exec(svg);
  const steps = [...(path?.[3] ?? "").matchAll(/H([\d.]+)V([\d.]+)/g)];
  return [{ x: Number(path?.[1]), y: Number(path?.[2]) }, ...steps.map(([, x, y]) => ({ x: Number(x), y: Number(y) }))];
};

describe("a picture of shares within a time", () => {
  it("climbs by equal steps from the bottom to the top, on a logarithmic axis", () => {
    const points = corners(one(100, 1000, 1000, 10_000));
    const [bottom, first, ...rest] = points;
    const top = points.at(-1);
    expect([first?.x, top?.x]).toEqual([bottom?.x, 510]);
    // A decade is half of the axis.
    expect(rest[0]?.x).toBeCloseTo(((bottom?.x ?? 0) + 510) / 2, 1);
    const step = ((bottom?.y ?? 0) - (top?.y ?? 0)) / 4;
    points.forEach(({ y }, i) => {
      expect(y).toBeCloseTo((bottom?.y ?? 0) - i * step, 0);
    });
  });

  it("only ever goes right and up, and ends at the top", () => {
    const value = fc.double({ min: 100, max: 10_000, noNaN: true });
    const { y: top } = corners(one(100)).at(-1) ?? { y: 0 };
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), (values) => {
        const points = corners(one(...values.sort((a, b) => a - b)));
        points.slice(1).forEach(({ x, y }, i) => {
          expect(x).toBeGreaterThanOrEqual(points[i]?.x ?? 0);
          expect(y).toBeLessThanOrEqual(points[i]?.y ?? 0);
        });
        expect(points.at(-1)?.y).toBe(top);
      }),
      { numRuns: 50 },
    );
  });

  it("has a dot on the curve at p50 and at p90", () => {
    const svg = one(100, 100, 1000, 1000, 1000, 1000, 1000, 1000, 10_000, 10_000);
    const dots = [...svg.matchAll(/<circle class="s0" cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(dots).toEqual([278, 510]);
  });

  it("escapes its texts, draws its own ground, and draws no curve without values", () => {
    const svg = renderEcdf(plot([{ label: "a/<x>", note: "p50 & p90", curves: [{ series: 1, values: [] }] }]));
    for (const text of ["첫 토큰 &lt;&amp;&gt; &quot;시간&quot;", "a/&lt;x&gt;", "p50 &amp; p90", 'class="ground"']) {
      expect(svg).toContain(text);
    }
    expect(svg).not.toMatch(/<path|NaN|Infinity/);
  });

  it("breaks a long note into lines that fit, and stays small with twelve targets of 200 answers", () => {
    const curve = Array.from({ length: 200 }, (_, i) => 100 + i * 31.4159);
    const panels = Array.from({ length: 12 }, (_, i) => ({
      label: `provider/model-${i}`,
      note: "",
      curves: [
        { series: 0 as const, values: curve },
        { series: 1 as const, values: curve.map((value) => value * 1.1) },
      ],
    }));
    const svg = renderEcdf({ ...plot(panels), notes: ["provider/model-of-a-long-name, ".repeat(12).trim()] });
    expect(svg.match(/provider\/model-of-a-long-name/g)).toHaveLength(12);
    expect(svg.match(/class="soft" x="16"/g)).toHaveLength(6);
    expect(svg.length).toBeLessThan(60_000);
  });
});
