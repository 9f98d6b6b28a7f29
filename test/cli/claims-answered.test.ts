import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFirstTries } from "../../src/cli/claims/retries.ts";
import { readTimes } from "../../src/cli/claims/times.ts";
import { LIMITED_SOURCE } from "../../src/cli/latency/rows.ts";
import type { Measurement } from "../../src/domain/measurement.ts";
import { renderJson } from "../../src/report/json.ts";
import { type Workplace, workplace } from "./run-cli.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

const ROW: Measurement = {
  suite: "latency",
  metric: "ttft_ms",
  unit: "ms",
  target: "openai/gpt-4o",
  domain: "all",
  lang: "ko",
  condition: "p50",
  value: 640,
  low: 610,
  high: 700,
  confidence: 0.95,
  n: 24,
  clusters: 24,
  evidence: "live",
  source: "live on 2026-11-25",
  run: "latency-0123456789",
};
const SPEED: Measurement = { ...ROW, metric: "tokens_per_s", unit: "tokens/s", value: 60, low: 55, high: 66 };

const FIRST: Measurement = {
  ...ROW,
  suite: "json-validity",
  metric: "first_try_valid",
  unit: "share",
  condition: "prompt",
  value: 0.96,
  low: 0.9,
  high: 0.98,
  source: "live 2026-11-25",
  run: "json-validity-0123456789",
};

/** A project with these rows in the reports of suites, and no other report. */
function projectWith(reports: Readonly<Record<string, readonly Measurement[]>>): string {
  const root = at.path("project");
  for (const [suite, rows] of Object.entries(reports)) {
    mkdirSync(join(root, "reports", suite), { recursive: true });
    writeFileSync(join(root, "reports", suite, "measurements.json"), renderJson(rows));
  }
  return root;
}

/** The claims report of such a project. */
async function claimsWith(
  reports: Readonly<Record<string, readonly Measurement[]>>,
): Promise<Record<"report" | "korean" | "rows", string>> {
  const root = projectWith(reports);
  for (const part of ["datasets", "evals", "src"]) symlinkSync(resolve(part), join(root, part));
  const run = await at.cli(["--suite", "article-claims", "--out", "claims", "--quiet"], { root });
  expect([run.code, run.err]).toEqual([0, ""]);
  const text = (name: string): string => readFileSync(at.path(`claims/${name}`), "utf8");
  return { report: text("report.md"), korean: text("report.ko.md"), rows: text("measurements.csv") };
}

const lineOf = (report: string, start: string): string =>
  report.split("\n").find((line) => line.startsWith(`| ${start}`)) ?? "";

describe("claims of what vendors answer", () => {
  it("are judged by it alone, in each language", async () => {
    const { report, korean, rows } = await claimsWith({
      latency: [
        ROW,
        { ...ROW, lang: "en", value: 910, low: 850, high: 960, evidence: "recorded" },
        SPEED,
        { ...SPEED, lang: "en", value: 62, low: 58, high: 67 },
        // What is not the median of all answers is none of theirs.
        { ...ROW, condition: "p90", value: 100 },
        { ...ROW, domain: "short", value: 100 },
        { ...ROW, lang: "ko-en", value: 100 },
        { ...ROW, metric: "ttfvt_ms", value: 100 },
      ],
      "json-validity": [
        FIRST,
        { ...FIRST, lang: "en", value: 0.99, low: 0.97, high: 1, evidence: "recorded" },
        // Nor is what is not of first answers to all tasks, asked for in the prompt alone.
        { ...FIRST, condition: "schema", value: 0.5 },
        { ...FIRST, domain: "order", value: 0.5 },
        { ...FIRST, lang: "ko-en", value: 0.5 },
        { ...FIRST, metric: "final_valid", value: 0.5 },
      ],
    });
    expect(lineOf(report, "table, GPT-4o, TTFT")).toBe(
      "| table, GPT-4o, TTFT | 0.3–0.8 s (“0.3~0.8초”) | Korean 0.64 [0.61–0.70] s · English 0.91 [0.85–0.96] s | holds only for Korean | Prompt, language, place and day of the measurement are not stated. |",
    );
    expect(lineOf(korean, "표, GPT-4o, TTFT")).toContain(
      "| 한국어 0.64 [0.61–0.70]초 · 영어 0.91 [0.85–0.96]초 | 한국어에서만 맞음 |",
    );
    expect(lineOf(report, "table, GPT-4o, speed")).toContain(
      "| Korean 60 [55–66] tokens/s · English 62 [58–67] tokens/s | does not hold |",
    );
    expect(lineOf(report, "example, GPT-4o | 5 % retries")).toContain(
      "| Korean 4.00 [2.00–10.00] % · English 1.00 [0.00–3.00] % | holds only for Korean | What was asked,",
    );
    expect(lineOf(korean, "예시, GPT-4o | 재시도 5%")).toContain(
      "| 한국어 4.00 [2.00–10.00]% · 영어 1.00 [0.00–3.00]% | 한국어에서만 맞음 |",
    );
    // Others have not been measured.
    expect(lineOf(report, "table, GPT-4o-mini, TTFT")).toContain("| — | cannot be checked |");
    const kept = parse<Record<string, string>>(rows, { columns: true, bom: true }).filter(({ metric }) =>
      ["ttft_ms", "tokens_per_s", "first_try_valid"].includes(metric ?? ""),
    );
    expect(kept.map((row) => [row["suite"], row["condition"], row["lang"], row["value"], row["evidence"]])).toEqual([
      ["article-claims", "5-1.gpt.4o.ttft", "ko", "640", "live"],
      ["article-claims", "5-1.gpt.4o.ttft", "en", "910", "recorded"],
      ["article-claims", "5-1.gpt.4o.speed", "ko", "60", "live"],
      ["article-claims", "5-1.gpt.4o.speed", "en", "62", "live"],
      ["article-claims", "5-2.gpt.4o.rate", "ko", "0.96", "live"],
      ["article-claims", "5-2.gpt.4o.rate", "en", "0.99", "recorded"],
    ]);
    expect(kept[0]?.["source"]).toBe("latency-0123456789: live on 2026-11-25");
    expect(kept[4]?.["source"]).toBe("json-validity-0123456789: live 2026-11-25");
  });

  it("are never judged by what the simulator gave, however it was written", async () => {
    const root = projectWith({
      latency: [
        { ...ROW, evidence: "simulated" },
        { ...ROW, source: `recorded 2026-12-01 ${LIMITED_SOURCE}` },
        { ...SPEED, evidence: "simulated" },
        { ...ROW, lang: "en", evidence: "assumed" },
      ],
      "json-validity": [{ ...FIRST, evidence: "simulated" }],
    });
    expect([await readTimes(root), await readFirstTries(root)]).toEqual([[], []]);
    expect([await readTimes(at.path("nowhere")), await readFirstTries(at.path("nowhere"))]).toEqual([[], []]);
    projectWith({
      latency: [{ ...ROW, evidence: "simulated" }, SPEED],
      "json-validity": [
        { ...FIRST, evidence: "simulated" },
        { ...FIRST, lang: "en" },
      ],
    });
    expect([await readTimes(root), await readFirstTries(root)]).toEqual([[SPEED], [{ ...FIRST, lang: "en" }]]);
  });

  it("are not judged by a report that cannot be read", async () => {
    const root = projectWith({ latency: [] });
    writeFileSync(join(root, "reports", "latency", "measurements.json"), '[{"suite": "latency"}]');
    await expect(readTimes(root)).rejects.toThrow("measurements.json does not have the form it must have.");
  });

  it("say why nothing was measured: the model is gone, or how to ask it", () => {
    const report = readFileSync("reports/article-claims/report.md", "utf8");
    const why = (start: string): string | undefined =>
      lineOf(report, start)
        .split(/not stated\. |\(suite json-validity\)\. /)
        .at(-1);
    const asking = (suite: string): string =>
      `Not measured yet; the model answers until 2027-01-14. With a key: \`npm run eval -- --suite ${suite} --mode record --target openai/gpt-4o\`, then \`npm run eval -- --suite ${suite}\` and this suite. |`;
    const gone =
      "The model stopped answering on 2025-09-29, before the article was published: nobody can measure it any more. |";
    expect(why("table, GPT-4o, TTFT")).toBe(asking("latency"));
    expect(why("example, GPT-4o | 5 %")).toBe(asking("json-validity"));
    expect(why("table, Claude 3.5 Haiku, TTFT")).toBe(
      "The model stopped answering on 2026-02-19: nobody can measure it any more. |",
    );
    expect([why("table, Gemini 1.5 Flash, TTFT"), why("example, Gemini Flash | 25 %")]).toEqual([gone, gone]);
  });
});
