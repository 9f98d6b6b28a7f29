import { describe, expect, it } from "vitest";
import { FAILURE_KINDS } from "../../../src/domain/failure.ts";
import type { LatencyFacts } from "../../../src/report/latency/facts.ts";
import { latencyReport } from "../../../src/report/latency/report.ts";
import { english } from "../../../src/report/latency/wording.en.ts";
import { korean } from "../../../src/report/latency/wording.ko.ts";
import { renderMarkdown } from "../../../src/report/markdown.ts";
import type { Block } from "../../../src/report/model.ts";
import { Rows } from "../../../src/report/rows.ts";
import { linesIn } from "../shown.ts";
import { calibration, facts, health, rows } from "./set.ts";
import { blocksOf } from "./shown.ts";

const simulated = { evidence: "simulated", attempts: 507, of: 507 } as const;
const untimed = { health: undefined, calibration: undefined };
const { knee: _, ...kneeless } = calibration;

/** Runs that differ in how far they can be trusted and in what can be said of them. */
const situations: readonly (readonly [string, Partial<LatencyFacts>])[] = [
  ["nothing asked", { grade: undefined, asked: 0, days: undefined, timeline: [], curves: [], ...untimed }],
  ["all simulated, by the simulator's own clock", { grade: simulated, days: undefined, timeline: [], ...untimed }],
  ["all simulated, timed here", { grade: simulated, days: undefined, profiles: "own.json" }],
  ["simulated in part", { grade: { ...simulated, attempts: 3 }, ...untimed }],
  [
    "all recorded",
    { grade: { ...simulated, evidence: "recorded" }, recordings: "evals/recordings/latency/", ...untimed },
  ],
  [
    "recorded by a machine that was late itself",
    {
      grade: { ...simulated, evidence: "recorded" },
      recordings: "evals/recordings/latency/",
      ...untimed,
      limitedRecordings: ["a/full", "b/hundred"],
    },
  ],
  ["recorded in part", { grade: { evidence: "recorded", attempts: 3, of: 507 }, days: "2026-11-20–2026-11-25" }],
  ["live, limited by its client", { health: { ...health, lateTrials: 61, late: 40, limited: true } }],
  ["live, never calibrated", { calibration: undefined }],
  ["live, calibrated without a knee", { calibration: kneeless }],
  ["live, health not written down", { health: undefined }],
  ["live, in Korean alone", { langs: ["ko"] }],
  [
    "live, at a rate, without a nonce, without presets",
    { load: { concurrency: 1, rate: 2.5, arrival: "poisson" }, nonce: false, slos: [] },
  ],
  ["live, all asked and answered", { asked: 864, targets: facts.targets.slice(0, 2) }],
  [
    "live, one target, one request, no log",
    { asked: 1, planned: 1, prompts: 1, targets: facts.targets.slice(0, 1), log: undefined, published: undefined },
  ],
  ["live, and nobody answered", { targets: facts.targets.slice(4, 5), curves: [] }],
];

/** The reports of all situations, written once. */
const reports = [english, korean].map((words) => ({
  words,
  usual: new Set(linesIn(blocksOf({}, rows.all, words))),
  blocks: new Map(situations.map(([name, more]) => [name, blocksOf(more, rows.all, words)])),
}));

/** What a situation says that the live run does not. */
function said(name: string, more: Partial<LatencyFacts>, { words, usual, blocks }: (typeof reports)[number]): string {
  const { title } = latencyReport(rows, { ...facts, ...more }, words);
  const lines = linesIn(blocks.get(name) ?? []).filter((line) => !usual.has(line));
  return [title, ...new Set(lines)].join("\n");
}

describe("the latency report", () => {
  it.each([
    ["report.md", english],
    ["report.ko.md", korean],
  ] as const)("%s of hand-made rows is the golden one", async (name, words) => {
    await expect(renderMarkdown(latencyReport(rows, facts, words))).toMatchFileSnapshot(`./golden/${name}`);
  });

  it.each(reports)("says how far each kind of run can be trusted, in the words of $words.locale", async (report) => {
    const text = situations.map(([name, more]) => `# ${name}\n\n${said(name, more, report)}\n`).join("\n");
    await expect(text).toMatchFileSnapshot(`./golden/words.${report.words.locale}.txt`);
  });

  it("never heads a report with what was simulated, and says so over every table and in every title", () => {
    for (const words of [english, korean]) {
      const { title, blocks } = latencyReport(rows, { ...facts, grade: simulated }, words);
      expect(title).toMatch(/^(Simulated|모의 실행)/);
      expect(blocks.flatMap((block) => (block.kind === "headline" ? [block.text] : []))).toEqual([
        words.banner({ ...facts, grade: simulated }),
      ]);
      expect(linesIn(blocks).join("\n")).not.toMatch(/To the first token:|첫 토큰까지 걸린 시간: /);
      const all = blocksOf({ grade: simulated }, rows.all, words);
      all.forEach((block, i) => {
        const above = all.slice(Math.max(0, i - 2), i);
        if (block.kind === "table") expect(linesIn(above)).toContain(words.tableBanner({ ...facts, grade: simulated }));
      });
    }
  });

  it("draws no conclusion from a run that its client limited", () => {
    const limited = { ...health, limited: true };
    const [banner, warning, summary] = linesIn(blocksOf({ health: limited }));
    expect(banner).toMatch(/^Live/);
    expect(warning).toMatch(/^Limited by its client/);
    expect(summary).not.toContain("To the first token:");
    expect(linesIn(blocksOf())[1]).toContain("To the first token:");
  });

  it("has no figures where nothing was asked", () => {
    const { blocks } = latencyReport(new Rows([]), { ...facts, grade: undefined, asked: 0 }, english);
    expect(blocks.some(({ kind }) => kind === "table" || kind === "chart")).toBe(false);
  });
});

describe("the two wordings", () => {
  it.each(situations)("lay out the same and name the same figures, files and commands: %s", (name) => {
    const [en = [], ko = []] = reports.map(({ blocks }) => blocks.get(name));
    const shape = (blocks: readonly Block[]): unknown[] =>
      blocks.map((block) => {
        if (block.kind === "table") return [block.columns.map(({ align }) => align), block.rows.length];
        return block.kind === "list" ? block.items.length : block.kind;
      });
    expect(shape(ko)).toEqual(shape(en));
    // Numbers of a table's cells too: the words around them differ.
    const marks = (text: string): string[] => (text.match(/`[^`]+`|\d[\d,.]*\d|\d/g) ?? []).sort();
    const cells = (blocks: readonly Block[]): string[][] =>
      blocks.flatMap((block) => (block.kind === "table" ? block.rows.map((row) => marks(row.join(" "))) : []));
    expect(cells(ko)).toEqual(cells(en));
    const lists = (blocks: readonly Block[]): string[][] =>
      blocks.flatMap((block) => (block.kind === "list" ? block.items.map((item) => codes(item)) : []));
    expect(lists(ko)).toEqual(lists(en));
  });

  it("have a Korean word for every class of failure, with its deadline", () => {
    for (const kind of FAILURE_KINDS) expect(korean.failure(kind)).toMatch(/^[\p{Script=Hangul}· ]+$/u);
    expect(
      ["headers", "first-token", "idle", "total", "vendor"].map((name) => korean.failure(`timeout ${name}`)),
    ).toEqual([
      "시간 초과(응답 헤더)",
      "시간 초과(첫 토큰)",
      "시간 초과(스트림 멈춤)",
      "시간 초과(전체)",
      "시간 초과(제공사)",
    ]);
    expect([english.failure("timeout idle"), english.failure("overloaded")]).toEqual(["timeout (idle)", "overloaded"]);
  });
});

const codes = (text: string): string[] => (text.match(/`[^`]+`/g) ?? []).sort();
