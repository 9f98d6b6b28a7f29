import { describe, expect, it } from "vitest";
import { type Dot, type DotPanels, renderDotPanels } from "../../../src/report/svg/dot-panels.ts";

const plot = (dots: readonly Dot[]): DotPanels => ({
  title: "valid <&>",
  axis: "share",
  from: 50,
  to: 100,
  ticks: [{ at: 50, label: "50 %" }],
  legend: [{ series: 0, label: "한국어" }],
  panels: [{ label: "a/<x>", note: "", rows: [{ label: "prompt", dots }] }],
  notes: [],
});

const dot = (value: number, low?: number, high?: number): Dot => ({ series: 0, value, low, high });
const dotsOf = (svg: string): number[][] =>
  [...svg.matchAll(/<circle class="s0" cx="([\d.]+)" cy="([\d.]+)" r="4"\/>/g)]
    .map(([, x, y]) => [Number(x), Number(y)])
    // The first is the legend's.
    .slice(1);

describe("dots in panels", () => {
  it("stand the further right the larger, below each other in one row, within the axis", () => {
    const [low = [], high = [], beyond = []] = dotsOf(renderDotPanels(plot([dot(50), dot(100), dot(20)])));
    expect([high[0], beyond[0]]).toEqual([510, low[0]]);
    expect((high[1] ?? 0) - (low[1] ?? 0)).toBe(9);
  });

  it("have a line where there is an interval, and none where there is none", () => {
    const lines = (dots: readonly Dot[]): number => renderDotPanels(plot(dots)).match(/<line class="s0"/g)?.length ?? 0;
    expect([lines([dot(80, 70, 90)]), lines([dot(80)])]).toEqual([1, 0]);
  });

  it("have a dash in a row of nothing, and escape their texts", () => {
    expect(renderDotPanels(plot([]))).toMatch(/>—<\/text>/);
    expect(renderDotPanels(plot([dot(80)]))).not.toMatch(/>—<\/text>|a\/<x>/);
  });
});
