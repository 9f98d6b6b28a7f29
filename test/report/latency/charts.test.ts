import { describe, expect, it } from "vitest";
import { chartBlocks, latencyCharts } from "../../../src/report/latency/charts.ts";
import type { LatencyFacts } from "../../../src/report/latency/facts.ts";
import { english } from "../../../src/report/latency/wording.en.ts";
import { korean } from "../../../src/report/latency/wording.ko.ts";
import { Rows } from "../../../src/report/rows.ts";
import { curvesOf, facts, rows, timelineOf } from "./set.ts";

const drawn = (more: Partial<LatencyFacts> = {}, words = english): Map<string, string> =>
  new Map(latencyCharts(rows, { ...facts, ...more }, words));
const text = (svg: string | undefined): string[] =>
  [...(svg ?? "").matchAll(/<text[^>]*>([^<]*)</g)].map(([, said = ""]) => said);

/** A run of so many targets, with so many points each. */
const runOf = (targets: number, points: number): Partial<LatencyFacts> => {
  const names = Array.from({ length: targets }, (_, i) => `provider/model-number-${i}`);
  const timeline = timelineOf(names, points, 4000);
  return {
    targets: names.map((target) => ({ target, asked: true, answered: true, served: [] })),
    timeline,
    curves: curvesOf(timeline).map((curve) => ({ ...curve, ttftMs: curve.ttftMs.slice(0, 200) })),
  };
};

describe("the charts of latency", () => {
  it("are the files that the report shows, in each language", () => {
    for (const words of [english, korean]) {
      const shown = chartBlocks(facts, words).flatMap((block) => (block.kind === "chart" ? [block.file] : []));
      expect([...drawn({}, words).keys()]).toEqual(shown);
    }
    expect([...drawn({}, korean).keys()]).toEqual(["charts/ttft.ko.svg", "charts/timeline.ko.svg"]);
  });

  it("are left out where there is nothing to draw", () => {
    expect([...drawn({ timeline: [] }).keys()]).toEqual(["charts/ttft.svg"]);
    expect(chartBlocks({ ...facts, timeline: [], curves: [] }, english)).toEqual([]);
    expect(drawn({ timeline: [], curves: [{ target: "a/full", lang: "ko", ttftMs: [] }] }).size).toBe(0);
  });

  it("say in their titles and notes where the figures are from", () => {
    const grade = { evidence: "simulated", attempts: 1, of: 1 } as const;
    const health = facts.health === undefined ? undefined : { ...facts.health, limited: true };
    const [title, ...others] = text(drawn({ grade }).get("charts/ttft.svg"));
    expect(title).toBe("Simulated: time to first token");
    expect(others).toContain("Simulated by the profile article-2026-01-29, not measured.");
    expect(text(drawn({ grade }, korean).get("charts/timeline.ko.svg"))[0]).toMatch(/^모의 실행: /);
    expect(text(drawn({ health }).get("charts/ttft.svg"))).toContain("Live: 2026-11-25. Limited by its client.");
  });

  it("have a panel for each target with something to show, and name those without", () => {
    const panels = (file: string): string[] =>
      text(drawn().get(file)).filter((said) => facts.targets.some(({ target }) => target === said));
    expect(panels("charts/ttft.svg")).toEqual(["a/full", "b/hundred", "c/few", "d/moved"]);
    expect(panels("charts/timeline.svg")).toEqual(["a/full", "b/hundred", "c/few", "d/moved", "e/silent"]);
    expect(text(drawn().get("charts/ttft.svg"))).toContain("Without a time: e/silent.");
  });

  it("have the medians of the rows beside a target, and none where models stand apart", () => {
    const said = text(drawn().get("charts/ttft.svg"));
    expect(said).toContain("p50 412 / 371 ms");
    expect(said[said.indexOf("d/moved") + 1]).toBe("p50");
    expect(text(new Map(latencyCharts(new Rows([]), facts, english)).get("charts/ttft.svg")).join()).not.toMatch(
      /p50 \d/,
    );
  });

  it.each([
    ["one answer", 1, 1],
    ["a thousand answers", 1, 1000],
    ["twelve targets of a thousand", 12, 1000],
  ])("stay below 60 kB and show every target: %s", (_, targets, points) => {
    const files = drawn(runOf(targets, points));
    expect(files.size).toBe(2);
    for (const svg of files.values()) {
      expect(Buffer.byteLength(svg)).toBeLessThan(60_000);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(text(svg).filter((said) => said.startsWith("provider/model-number-"))).toHaveLength(targets);
    }
  });

  it("thin what is too much by target, language and outcome, and say so", () => {
    const svg = drawn(runOf(12, 1000)).get("charts/timeline.svg") ?? "";
    const dots = svg.match(/M[\d.]+ [\d.]+[hv]/g)?.length ?? 0;
    expect(dots).toBeLessThanOrEqual(2400 + 48);
    expect(text(svg).some((said) => said.endsWith(" of 12,000 points are drawn."))).toBe(true);
    expect(svg.match(/stroke-linecap/g)).toHaveLength(24);
  });

  it.each([
    [150, "seconds since the first request; TTFT logarithmic"],
    [181, "minutes since the first request; TTFT logarithmic"],
    [11_000, "hours since the first request; TTFT logarithmic"],
  ])("write a run of %d s in a unit that fits", (seconds, axis) => {
    expect(text(drawn({ timeline: timelineOf(["a/full"], 3, seconds) }).get("charts/timeline.svg"))).toContain(axis);
  });
});
