import { describe, expect, it } from "vitest";
import { CONDITIONS } from "../../../src/domain/condition.ts";
import { FAULTS } from "../../../src/domain/grade.ts";
import { renderMarkdown } from "../../../src/report/markdown.ts";
import type { Block } from "../../../src/report/model.ts";
import { Rows } from "../../../src/report/rows.ts";
import { validityCharts } from "../../../src/report/validity/charts.ts";
import { validityReport } from "../../../src/report/validity/report.ts";
import { english } from "../../../src/report/validity/wording.en.ts";
import { korean } from "../../../src/report/validity/wording.ko.ts";
import { linesIn } from "../shown.ts";
import { everything, facts, rows } from "./set.ts";
import { blocksOf } from "./shown.ts";
import { SITUATIONS, simulated } from "./situations.ts";

const WORDS = [
  ["report.md", english],
  ["report.ko.md", korean],
] as const;

describe("the report on valid JSON", () => {
  it.each(WORDS)("%s of hand-made rows is the golden one", async (name, words) => {
    await expect(renderMarkdown(validityReport(rows, facts, words))).toMatchFileSnapshot(`./golden/${name}`);
  });

  it.each(WORDS)("%s has the golden pictures", async (_, words) => {
    const charts = validityCharts(rows, facts, words);
    expect(charts).toHaveLength(2);
    for (const [file, svg] of charts) await expect(svg).toMatchFileSnapshot(`./golden/${file}`);
  });

  it.each(SITUATIONS)("says nothing that makes no sense: %s", (_, more, of) => {
    for (const words of [english, korean]) {
      const model = validityReport(new Rows(of), { ...facts, ...more }, words);
      const text = renderMarkdown(model);
      expect(text).not.toMatch(/undefined|NaN|Infinity|\(\)| {2}\S|\s[.,;]\s/);
      for (const block of blocksOf(more, of, words)) {
        if (block.kind === "table") {
          expect(block.rows.length).toBeGreaterThan(0);
          for (const cells of block.rows) expect(cells).toHaveLength(block.columns.length);
        }
        if (block.kind === "list") expect(block.items.length).toBeGreaterThan(0);
      }
    }
  });

  it("never heads a report with what was simulated, and says so over every table of figures", () => {
    for (const words of [english, korean]) {
      const { title, blocks } = validityReport(rows, { ...facts, grade: simulated }, words);
      expect(title).toMatch(/^(Simulated|모의 실행)/);
      const bold = blocks.flatMap((block) => (block.kind === "headline" ? [block.text] : []));
      expect(bold).toEqual([words.banner({ ...facts, grade: simulated })]);
      const all = blocksOf({ grade: simulated }, everything, words);
      const unstamped = all.filter(
        (block, i) =>
          block.kind === "table" &&
          !linesIn(all.slice(Math.max(0, i - 2), i)).includes(words.tableBanner({ ...facts, grade: simulated })),
      );
      // What the article printed, and what the tasks are, was not simulated.
      expect(unstamped.map((block) => block.kind === "table" && block.columns[0]?.title)).toEqual([
        words.columns.example,
        words.columns.task,
      ]);
      expect(linesIn(all).join("\n")).not.toMatch(/the measured first|측정한 첫/);
    }
  });

  it("has no figures and no pictures where nothing was asked, and still says how it would be", () => {
    const nothing = { ...facts, grade: undefined, asked: 0 };
    const { blocks } = validityReport(new Rows([]), nothing, english);
    expect(blocks.filter(({ kind }) => kind === "table" || kind === "chart")).toHaveLength(1);
    expect(validityCharts(new Rows([]), nothing, english)).toEqual([]);
    expect(linesIn(blocks)).toContain(english.conditionsIntro);
  });
});

describe("the two wordings", () => {
  it.each(SITUATIONS)("lay out the same and name the same figures, files and commands: %s", (_, more, of) => {
    const [en, ko] = [english, korean].map((words) => blocksOf(more, of, words)) as [Block[], Block[]];
    const shape = (blocks: readonly Block[]): unknown[] =>
      blocks.map((block) => {
        if (block.kind === "table") return [block.columns.map(({ align }) => align), block.rows.length];
        return block.kind === "list" ? block.items.length : block.kind;
      });
    expect(shape(ko)).toEqual(shape(en));
    // Numbers of a table's cells too: the words around them differ.
    const marks = (text: string): string[] => (text.match(/`[^`]+`|[−+]?\d[\d,.]*\d|[−+]?\d/g) ?? []).sort();
    const cells = (blocks: readonly Block[]): string[][] =>
      blocks.flatMap((block) => (block.kind === "table" ? block.rows.map((row) => marks(row.join(" "))) : []));
    expect(cells(ko)).toEqual(cells(en));
    const codes = (blocks: readonly Block[]): string[][] =>
      blocks.flatMap((block) =>
        block.kind === "list" ? block.items.map((item) => (item.match(/`[^`]+`/g) ?? []).sort()) : [],
      );
    expect(codes(ko)).toEqual(codes(en));
  });

  it("have a name of its own for every condition, way and fault, and a sentence on each fault", () => {
    for (const words of [english, korean]) {
      const names = [
        FAULTS.map((fault) => words.fault(fault)),
        CONDITIONS.map(({ name }) => words.condition(name)),
        (["none", "again", "message", "other"] as const).map((policy) => words.way(policy)),
      ];
      for (const each of names) expect(new Set(each).size).toBe(each.length);
      for (const fault of FAULTS) expect(words.faultMeans(fault)).toMatch(/^[^.]+(\.[^.]+)?\.$/);
    }
    for (const fault of FAULTS) expect(korean.fault(fault)).toMatch(/^[\p{Script=Hangul} ]+$/u);
  });
});
