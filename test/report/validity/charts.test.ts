import { describe, expect, it } from "vitest";
import { FAULTS } from "../../../src/domain/grade.ts";
import { Rows } from "../../../src/report/rows.ts";
import { textWidth } from "../../../src/report/svg/theme.ts";
import { validityCharts } from "../../../src/report/validity/charts.ts";
import type { ValidityFacts } from "../../../src/report/validity/facts.ts";
import { FILLS } from "../../../src/report/validity/fault-fills.ts";
import { english } from "../../../src/report/validity/wording.en.ts";
import { korean } from "../../../src/report/validity/wording.ko.ts";
import type { ValidityWording } from "../../../src/report/validity/wording.ts";
import { firstRows } from "./figures.ts";
import { everything, facts } from "./set.ts";
import { blocksOf, textsOf } from "./shown.ts";
import { SITUATIONS, simulated } from "./situations.ts";

const drawn = (
  more: Partial<ValidityFacts> = {},
  of = everything,
  words: ValidityWording = english,
): Map<string, string> => new Map(validityCharts(new Rows(of), { ...facts, ...more }, words));

/** Where each text of a picture begins and ends, by the estimate of its width. */
const extentsOf = (svg: string): (readonly [number, number])[] =>
  [...svg.matchAll(/<text (?:class="(\w+)" )?x="([\d.]+)" y="[\d.]+"(?: text-anchor="(\w+)")?>([^<]*)</g)].map(
    ([, kind, x, anchor = "start", text = ""]) => {
      const width = textWidth(text) * (kind === "title" ? 15 / 13 : 1);
      const from = Number(x) - { start: 0, middle: width / 2, end: width }[anchor as "start" | "middle" | "end"];
      return [from, from + width] as const;
    },
  );

describe("the pictures of valid JSON", () => {
  it.each(SITUATIONS)("are the files that the report shows, in each language: %s", (_, more, of) => {
    for (const words of [english, korean]) {
      const shown = blocksOf(more, of, words).flatMap((block) => (block.kind === "chart" ? [block.file] : []));
      const files = more.grade === undefined && "grade" in more ? new Map() : drawn(more, of, words);
      expect([...files.keys()]).toEqual(shown);
      for (const svg of files.values()) expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it("say in their titles and notes where the figures are from", () => {
    const files = drawn({ grade: simulated });
    for (const [file, title] of [
      ["charts/valid.svg", "Simulated: valid JSON at first try"],
      ["charts/faults.svg", "Simulated: how first answers fail"],
    ] as const) {
      const texts = textsOf(files.get(file));
      expect(texts[0]).toBe(title);
      expect(texts).toContain("Simulated by the profile article-2026-01-29, not measured.");
    }
    for (const svg of drawn({ grade: simulated }, everything, korean).values()) {
      expect(textsOf(svg)[0]).toMatch(/^모의 실행: /);
    }
  });

  it("have a panel for each target with an answer, and name those without", () => {
    for (const svg of drawn().values()) {
      const texts = textsOf(svg);
      expect(texts.filter((text) => facts.targets.some(({ target }) => target === text))).toEqual([
        "openai/gpt-full",
        "b/few",
      ]);
      expect(texts).toContain("Without an answer: c/silent, d/never.");
    }
  });

  it("write the share that was not valid behind each bar, as long as its parts", () => {
    const svg = drawn({ targets: facts.targets.slice(0, 1) }).get("charts/faults.svg") ?? "";
    expect(textsOf(svg).filter((text) => /^[\d.]+ %$/.test(text) && text.includes("."))).toEqual([
      "23.3 %",
      "10.0 %",
      "8.3 %",
      "3.3 %",
      "5.0 %",
      "1.7 %",
      "6.7 %",
      "0.0 %",
    ]);
    const widths = (y: string): number =>
      [...svg.matchAll(/<rect [^>]*y="([\d.]+)" width="([\d.]+)" height="11"/g)]
        .filter(([, top]) => top === y)
        .reduce((sum, [, , width]) => sum + Number(width), 0);
    const tops = [
      ...new Set([...svg.matchAll(/<rect [^>]*y="([\d.]+)" width="[\d.]+" height="11"/g)].map(([, y = ""]) => y)),
    ];
    const [first = 0, second = 0] = tops.map(widths);
    expect(first / second).toBeCloseTo(14 / 6, 1);
  });

  it("say which dots have no interval", () => {
    const last = (targets: ValidityFacts["targets"], of = everything): string[] =>
      textsOf(drawn({ targets }, of).get("charts/valid.svg"));
    expect(last(facts.targets.slice(1, 2))).toContain(english.charts.noInterval);
    expect(last(facts.targets.slice(0, 1))).toContain(english.charts.interval);
  });

  it("show twelve targets of all faults, with no text beyond the frame, and stay small", () => {
    const names = Array.from({ length: 12 }, (_, i) => `provider/a-model-with-a-long-name-${i}`);
    const faults = Object.fromEntries(FAULTS.map((fault) => [fault, 1]));
    const of = names.flatMap((target) =>
      (["ko", "en"] as const).flatMap((lang) =>
        ["prompt", "json", "schema", "tool"].flatMap((condition) =>
          firstRows({ target, lang, condition }, { n: 60, items: 20, faults }),
        ),
      ),
    );
    const targets = names.map((target) => ({ target, asked: true, answered: true }));
    for (const words of [english, korean]) {
      for (const [file, svg] of drawn({ targets }, of, words)) {
        expect(Buffer.byteLength(svg)).toBeLessThan(file.includes("faults") ? 200_000 : 60_000);
        expect(textsOf(svg).filter((text) => names.includes(text))).toEqual(names);
        for (const [from, to] of extentsOf(svg)) expect(from >= 4 && to <= 536).toBe(true);
      }
    }
  });

  it("have a fill of its own for every fault", () => {
    const fills = FAULTS.map((fault) => `${FILLS[fault].hue} ${FILLS[fault].hatch}`);
    expect(new Set(fills).size).toBe(FAULTS.length);
  });
});
