import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { realClock } from "../../../src/cli/live/clock.ts";
import { faster } from "../../../src/cli/simulate/faster.ts";
import { loadSimulator } from "../../../src/cli/simulate/load.ts";
import { type SimulatorServer, serveSimulator } from "../../../src/cli/simulate/server.ts";
import { Attempt } from "../../../src/domain/attempt.ts";
import type { ProfileBook } from "../../../src/domain/profile.ts";
import { type Workplace, workplace } from "../run-cli.ts";

let at: Workplace;
let server: SimulatorServer | undefined;
beforeEach(() => {
  at = workplace();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  at.remove();
});

const read = (name: string): string => readFileSync(at.path(name), "utf8");
const attempts = (folder: string): Attempt[] =>
  read(`${folder}/run/attempts.jsonl`)
    .trimEnd()
    .split("\n")
    .map((line) => Attempt.parse(JSON.parse(line)));
const ONE = ["--suite", "latency", "--target", "openai/gpt-4o-mini", "--out", "out"];

describe("latency without a key", () => {
  it("replays the committed recordings and gives the committed report to the byte, watermarked", async () => {
    const { code, out } = await at.cli(["--suite", "latency", "--out", "out"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Simulated: no provider was called\./);
    const committed = join("reports", "latency");
    const files = ["report.md", "report.ko.md", "measurements.csv", "measurements.json", "attempts.csv"];
    const charts = readdirSync(join(committed, "charts")).map((name) => join("charts", name));
    expect(charts.length).toBe(4);
    for (const file of [...files, ...charts]) {
      const there = readFileSync(join(committed, file), "utf8");
      // Where the log is stands in the report alone.
      expect(read(`out/${file}`).replaceAll("out/run/", "runs/"), file).toBe(
        there.replaceAll(/runs\/latency-\w+\//g, "runs/"),
      );
      expect(there, file).toMatch(/[Ss]imulated|모의 실행/);
    }
  });

  it("names no p99 of fewer than 100 answers, and every row says what it is of", async () => {
    await at.cli([...ONE, "--mode", "simulate", "--quiet"]);
    const rows: Record<string, string>[] = parse(read("out/measurements.csv"), { columns: true, bom: true });
    const times = rows.filter(({ metric, lang }) => metric === "ttft_ms" && lang !== "ko-en");
    expect(times.map(({ lang, condition }) => `${lang ?? ""} ${condition ?? ""}`)).toEqual(
      ["ko", "en"].flatMap((lang) => ["p50", "p90", "p95", "max"].map((name) => `${lang} ${name}`)),
    );
    expect(new Set(rows.map(({ evidence }) => evidence))).toEqual(new Set(["simulated"]));
    expect(rows.filter(({ value, low, metric }) => value === "" && low === "" && metric !== "usd_spent")).toEqual([]);
  });

  it("has p99 from 100 answers on, and the same bytes from the log again", async () => {
    const many = [...ONE, "--mode", "simulate", "--repeat", "5", "--quiet"];
    expect((await at.cli(many)).code).toBe(0);
    const before = ["report.md", "measurements.csv", "attempts.csv"].map((name) => read(`out/${name}`));
    expect(before[1]).toMatch(/latency,ttft_ms,ms,openai\/gpt-4o-mini,,all,ko,p99,/);
    expect((await at.cli([...many, "--resume"])).code).toBe(0);
    expect(["report.md", "measurements.csv", "attempts.csv"].map((name) => read(`out/${name}`))).toEqual(before);
  });

  it("writes every attempt as a line, times under OpenTelemetry's names in seconds", async () => {
    await at.cli([...ONE, "--mode", "simulate", "--limit", "6", "--quiet", "--format", "csv"]);
    const rows: Record<string, string>[] = parse(read("out/attempts.csv"), { columns: true, bom: true });
    const lines = new Map(
      attempts("out").map((line) => [`${line["tokenwon.trial"] ?? ""} ${line["tokenwon.attempt"]}`, line]),
    );
    expect(rows.length).toBe(lines.size);
    for (const row of rows) {
      const line = lines.get(`${row["tokenwon.trial"] ?? ""} ${row["tokenwon.attempt"] ?? ""}`);
      if (line === undefined) throw new Error("a line of no attempt");
      const seconds = (name: string): number => Number(row[name]) * 1000;
      expect(seconds("gen_ai.client.operation.duration")).toBeCloseTo(line["tokenwon.end_ms"], 6);
      expect(seconds("gen_ai.client.operation.time_to_first_chunk")).toBeCloseTo(line["tokenwon.ttfb_ms"] ?? 0, 6);
      expect(Number(row["gen_ai.usage.output_tokens"])).toBe(line["gen_ai.usage.output_tokens"]);
      const gaps = line["tokenwon.output_gaps_us"] ?? [];
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / 1000 / gaps.length;
      expect(seconds("gen_ai.client.operation.time_per_output_chunk")).toBeCloseTo(mean, 3);
    }
  });

  it.each([
    ["--dataset x.csv", "takes no --dataset"],
    ["--format pdf", 'There is no format "pdf"'],
    ["--mode replay --concurrency 4", "--concurrency has no meaning"],
  ])("refuses %s in a sentence", async (words, sentence) => {
    const { code, err } = await at.cli(["--suite", "latency", ...words.split(" ")]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});

describe("latency over the network", () => {
  it("times what a server sends, says that it was simulated, and how this process fared meanwhile", async () => {
    const root = process.cwd();
    // Live questions differ each time, and so would what fails: one in two thousand would never be answered.
    const book = JSON.parse(readFileSync("datasets/profiles/article-2026-01-29.json", "utf8")) as ProfileBook;
    const profiles = book.profiles.map((profile) => ({ ...profile, failures: {} }));
    const profile = at.path("calm.json");
    writeFileSync(profile, JSON.stringify({ ...book, profiles }));
    const { simulator } = await loadSimulator({ profile, seed: 3 }, { root, cwd: root });
    server = await serveSimulator(faster(simulator, 20), {
      port: 0,
      host: "127.0.0.1",
      now: realClock.now,
      onSent: () => undefined,
      onFault: (error) => {
        throw error;
      },
    });
    const live = [...ONE, "--mode", "live", "--base-url", `openai=${server.url}/v1`, "--limit", "16"];
    const { code, err } = await at.cli(live, { env: { OPENAI_API_KEY: "none" } });
    expect([code, err]).toEqual([0, expect.any(String)]);
    expect(read("out/report.md")).toMatch(/^# Simulated/);
    const lines = attempts("out");
    // Each begins with a number of its own, in the same place in both languages.
    expect(lines.length).toBeGreaterThanOrEqual(16);
    for (const line of lines.filter((each) => each["tokenwon.failure"] === undefined)) {
      const gaps = line["tokenwon.output_gaps_us"] ?? [];
      const sum = gaps.reduce((total, gap) => total + gap, 0) / 1000;
      expect(sum).toBeCloseTo((line["tokenwon.e2e_ms"] ?? 0) - (line["tokenwon.ttft_ms"] ?? 0), 2);
      expect(gaps.length).toBe(line["tokenwon.outputs"] - 1);
    }
    expect(existsSync(at.path("out/run/health.jsonl"))).toBe(true);
  });
});
