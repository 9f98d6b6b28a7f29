import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fill, HUES, patternsOf } from "../../../src/report/svg/fills.ts";
import { renderStackedBars, type StackedBars } from "../../../src/report/svg/stacked-bars.ts";

const plot = (values: readonly number[], more: Partial<StackedBars> = {}): StackedBars => ({
  title: "faults <&>",
  axis: "share",
  to: 100,
  ticks: [{ at: 0, label: "0 %" }],
  legend: [{ fill: { hue: 1, hatch: 1 }, label: "a <fault>" }],
  panels: [
    {
      label: "a/<x>",
      note: "",
      bars: [{ label: "prompt", parts: values.map((value) => ({ fill: { hue: 1, hatch: 1 }, value })), end: "<all>" }],
    },
  ],
  notes: [],
  ...more,
});

const rectsOf = (svg: string): { x: number; width: number }[] =>
  [...svg.matchAll(/<rect class="edge" fill="[^"]*" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
    ([, x, width]) => ({ x: Number(x), width: Number(width) }),
  );

/** CIE lightness, from 0 to 100. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 116 * Math.cbrt(0.2126 * red + 0.7152 * green + 0.0722 * blue) - 16;
}

describe("stacked bars", () => {
  it("put parts behind each other from the left on, and leave out those of nothing", () => {
    const value = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), (values) => {
        const svg = renderStackedBars(plot(values));
        const parts = rectsOf(svg);
        expect(parts).toHaveLength(values.filter((each) => each > 0).length);
        parts.slice(1).forEach(({ x }, i) => {
          expect(x).toBeCloseTo((parts[i]?.x ?? 0) + (parts[i]?.width ?? 0), 0);
        });
        expect(svg).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 50 },
    );
  });

  it("escape their texts and define what they refer to", () => {
    const svg = renderStackedBars(plot([5]));
    for (const text of ["faults &lt;&amp;&gt;", "a &lt;fault&gt;", "a/&lt;x&gt;", "&lt;all&gt;"])
      expect(svg).toContain(text);
    for (const [, id = ""] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`<pattern id="${id}"`);
  });

  it("have hues that differ in greyscale, on light and on dark ground", () => {
    for (const hues of [HUES.light, HUES.dark]) {
      const sorted = hues.map(lightness).sort((a, b) => a - b);
      sorted.slice(1).forEach((each, i) => {
        expect(each - (sorted[i] ?? 0)).toBeGreaterThan(9);
      });
    }
  });

  it("define a hatch once, and none for what is plain", () => {
    const fills: Fill[] = [
      { hue: 0, hatch: 0 },
      { hue: 0, hatch: 2 },
      { hue: 0, hatch: 2 },
      { hue: 3, hatch: 2 },
    ];
    expect(patternsOf(fills).map((pattern) => /id="([^"]+)"/.exec(pattern)?.[1])).toEqual(["f0-2", "f3-2"]);
  });
});
