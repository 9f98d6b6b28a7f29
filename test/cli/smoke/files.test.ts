import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { smokeFiles } from "../../../src/cli/smoke/files.ts";
import type { SmokeInput } from "../../../src/cli/smoke/input.ts";
import { loadSuite } from "../../../src/cli/suites.ts";
import { readPriceBook } from "../../../src/dataset/books.ts";
import { readPrompts } from "../../../src/dataset/prompts.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { Measurement } from "../../../src/domain/measurement.ts";
import type { Trial } from "../../../src/domain/trial.ts";
import { trialsOf } from "../../../src/plan/trials.ts";
import { answer, failed } from "../../measure/attempts.ts";

const datasets = resolve("datasets");
const suite = await loadSuite(resolve("."), "smoke");
if (suite.kind !== "smoke") throw new Error("not the smoke suite");
const book = await readPriceBook(datasets, suite.prices);
const prompts = await readPrompts(datasets, suite.prompts);
const targets = ["openai/gpt-4o-mini", "google/gemini-1.5-flash", "anthropic/claude-3-5-haiku"];
const trials = trialsOf({ suite, targets, prompts: prompts.slice(0, 2) });

const input = (attempts: readonly Attempt[]): SmokeInput => ({
  suite,
  trials,
  attempts,
  book,
  day: "2026-11-24",
  run: "smoke-0123456789ab",
  command: "npm run eval -- --suite smoke",
  log: "reports/smoke/attempts.jsonl",
  recordings: "datasets/recordings/smoke",
});

/** Gemini fails twice, one GPT answer is cut off, Haiku is never asked. */
const linesOf = (evidence: (trial: Trial, index: number) => Attempt["tokenwon.evidence"]): Attempt[] =>
  trials
    .filter(({ target }) => !target.startsWith("anthropic/"))
    .map((trial, i): Attempt => {
      const graded = { "tokenwon.evidence": evidence(trial, i) };
      const message = "Quota | exceeded for `gemini`:\nlimit 15 a minute. " + "x".repeat(120);
      if (trial.target.startsWith("google/") && trial.lang === "ko") {
        return failed(trial, "rate-limit", {
          ...graded,
          "tokenwon.failure": { kind: "rate-limit", message, status: 429, retry: true, billed: "no" },
        });
      }
      return answer(trial, {
        ...graded,
        times: [300 + 10 * i, 1300 + 20 * i],
        tokens: { fresh_input: trial.lang === "ko" ? 90 + i : 60 + i, visible_output: 40 + i },
        ...(i === 4 ? { "tokenwon.finish": "length" } : {}),
      });
    });

const SIMULATED = linesOf(() => "simulated");

describe("the files of a smoke run", () => {
  it("are these reports, in English and Korean", async () => {
    const files = smokeFiles(input(SIMULATED));
    expect([...files.keys()]).toEqual(["report.md", "report.ko.md", "measurements.csv", "measurements.json"]);
    await expect(files.get("report.md")).toMatchFileSnapshot("golden/report.md");
    await expect(files.get("report.ko.md")).toMatchFileSnapshot("golden/report.ko.md");
  });

  it("are the same bytes from the same log, in whatever order its lines came", () => {
    expect([...smokeFiles(input(SIMULATED.toReversed()))]).toEqual([...smokeFiles(input(SIMULATED))]);
  });

  it("mark every figure of the simulator as simulated, and say so over every table", () => {
    const files = smokeFiles(input(SIMULATED));
    const rows = Measurement.array().parse(JSON.parse(files.get("measurements.json") ?? ""));
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ evidence }) => evidence))).toEqual(new Set(["simulated"]));
    expect(rows.every(({ source }) => source.includes(`simulated by profile ${suite.profiles}`))).toBe(true);
    expect(parse(files.get("measurements.csv") ?? "", { columns: true, bom: true })).toHaveLength(rows.length);
    for (const [name, word] of [
      ["report.md", "Simulated: "],
      ["report.ko.md", "모의 실행: "],
    ] as const) {
      const lines = (files.get(name) ?? "").split("\n");
      expect(lines[0]).toContain(word);
      const tables = lines.flatMap((line, i) => (line.startsWith("| -") ? [i - 1] : []));
      expect(tables).toHaveLength(2);
      for (const at of tables) expect(lines[at - 2]).toContain(word);
    }
  });

  it.each([
    ["live", linesOf(() => "live"), "# Live: ", "# 실제 호출: "],
    ["recorded", linesOf((_, i) => (i === 0 ? "recorded" : "live")), "# Recorded: ", "# 녹화 재생: "],
    ["simulated", linesOf((_, i) => (i === 0 ? "simulated" : "live")), "# Simulated: ", "# 모의 실행: "],
  ])("carry the banner of the weakest attempt: %s", (_, attempts, english, korean) => {
    const files = smokeFiles(input(attempts), ["md"]);
    expect(files.get("report.md")?.startsWith(english)).toBe(true);
    expect(files.get("report.ko.md")?.startsWith(korean)).toBe(true);
  });

  it("do not say of a run that was simulated in part that nothing was paid", () => {
    const files = smokeFiles(input(linesOf((_, i) => (i === 0 ? "simulated" : "live"))), ["md"]);
    expect(files.get("report.md")).toContain("1 of 8 attempts were answered by the simulator");
    expect(files.get("report.md")).not.toContain("nothing was paid, ");
    expect(files.get("report.ko.md")).not.toContain("실제로 지불한 비용은 없으며");
  });

  it("name a target that was asked in vain, and not one that was not asked", () => {
    const mute = trials
      .filter(({ target }) => target.startsWith("google/"))
      .map((trial) => failed(trial, "auth", { "tokenwon.evidence": "live" }));
    const report = smokeFiles(
      input([...linesOf(() => "live").filter((line) => line["tokenwon.target"].startsWith("openai/")), ...mute]),
      ["md"],
    ).get("report.md");
    expect(report).toContain("No answer from `google/gemini-1.5-flash`.");
  });

  it("name no figure where nothing was asked", () => {
    const files = smokeFiles(input([]));
    expect(files.get("report.md")).toContain("None of the 12 requests of the plan was sent.");
    expect(JSON.parse(files.get("measurements.json") ?? "")).toEqual([]);
  });
});
