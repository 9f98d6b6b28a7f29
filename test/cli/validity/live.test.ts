import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SimulatorServer } from "../../../src/cli/simulate/server.ts";
import { parseRecording, renderRecording } from "../../../src/transport/recordings/file.ts";
import { type Project, project } from "../trials/project.ts";
import { idOf, linesIn, reportIn, serveSlips, TARGETS, withTask } from "./served.ts";

let at: Project;
let server: SimulatorServer & { readonly flags: readonly string[] };
const KEYS = { OPENAI_API_KEY: "none", GEMINI_API_KEY: "none" };
const PART = ["--suite", "json-validity", "--domain", "event", "--limit", "10"];
const run = (mode: string, out: string, ...more: readonly string[]): ReturnType<Project["cli"]> =>
  at.cli([...PART, "--mode", mode, ...server.flags, "--repeat", "2", "--progress", "none", ...more, "--out", out], {
    env: KEYS,
  });
const read = (name: string): string => readFileSync(at.path(name), "utf8");
const log = (out: string): ReturnType<typeof linesIn> => linesIn(at.path(`${out}/run/attempts.jsonl`));
const report = (out: string): string[] => reportIn(at.path(out), out);

let whole: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  at = project();
  withTask(at.root, "event");
  server = await serveSlips(at.root);
  whole = await run("live", "whole");
});
afterAll(async () => {
  await server.close();
  at.remove();
});

describe("a run over the network", () => {
  it("says that it was simulated, and writes every answer with its grade, step by step", () => {
    expect(whole.code).toBe(0);
    expect(read("whole/report.md")).toMatch(/^# Simulated/);
    const lines = log("whole");
    expect(lines.filter((line) => line["tokenwon.follow"] === undefined)).toHaveLength(40);
    for (const line of lines) {
      const { steps, valid, decided, faults } = line["tokenwon.grade"] ?? {};
      expect(Object.keys(steps ?? {})).toEqual(["raw", "fence", "extracted", "schema", "fields"]);
      expect(decided === undefined).toBe(valid);
      if (decided !== undefined) expect(faults?.map(({ kind }) => kind)).toContain(decided);
    }
  });

  it("says before it asks what first answers cost at most, and what may follow them", async () => {
    const [bound] = whole.err.split("\n").filter((line) => line.includes("requests: at most"));
    // 4 trials of a model under the base, each followed by up to 2 answers in 3 ways.
    expect(bound).toMatch(
      /^40 requests: at most \$[\d.]+ at the prices of [\d-]+; 48 more at most where answers are not valid, at most \$[\d.]+; up to 3 times as much/,
    );
    const estimate = await at.cli(["estimate", ...PART, ...server.flags.slice(0, 4), "--repeat", "2", "--json"]);
    const { usd_at_most: first, follow_up } = JSON.parse(estimate.out) as {
      usd_at_most: number;
      follow_up: { usd_at_most: number };
    };
    const told = [...(bound ?? "").matchAll(/at most \$([\d.]+)/g)].map(([, usd]) => Number(usd));
    expect(told).toEqual([first, follow_up.usd_at_most].map((usd) => Number(usd.toPrecision(2))));
  });

  it("names on what follows the trial that it follows, and whom another way asked", () => {
    const lines = log("whole");
    const firsts = new Map(
      lines.flatMap((line) => (line["tokenwon.follow"] === undefined ? [[idOf(line), line]] : [])),
    );
    const after = lines.filter((line) => line["tokenwon.follow"] !== undefined);
    expect(new Set(after.map((line) => line["tokenwon.follow"]?.split(".")[0]))).toEqual(
      new Set(["again", "message", "other"]),
    );
    for (const line of after) {
      const first = firsts.get(line["tokenwon.trial"] ?? "");
      expect(first?.["tokenwon.grade"]?.valid).toBe(false);
      expect(line["tokenwon.case"]).toMatch(/^event-\d+\.prompt\.(ko|en)$/);
      const isOther = line["tokenwon.follow"]?.startsWith("other") === true;
      expect(line["tokenwon.target"] === first?.["tokenwon.target"]).toBe(!isOther);
    }
  });

  it("has the arguments of a tool where one was to be called, and no text of it", () => {
    for (const line of log("whole")) {
      const isTool = line["tokenwon.case"]?.includes(".tool.") === true;
      expect([idOf(line), line["tokenwon.tool"] !== undefined]).toEqual([idOf(line), isTool]);
      if (isTool && line["tokenwon.grade"]?.valid === true)
        expect(() => JSON.parse(line["tokenwon.tool"] ?? "") as unknown).not.toThrow();
    }
  });

  it("stopped by its budget and gone on with asks each thing once, and reports the same", async () => {
    const first = await run("live", "parts", "--budget-tokens", "20000");
    expect([first.code, first.err]).toEqual([4, expect.stringContaining("trials are left")]);
    const before = log("parts").length;
    expect(before).toBeGreaterThan(4);
    const words = /fix: Go on: npm run eval -- (.*)/.exec(first.err)?.[1]?.split(" ") ?? [];
    expect(words.join(" ")).toContain("--domain event --limit 10");
    const budget = words.indexOf("--budget-tokens");
    const more = await at.cli([...words.toSpliced(budget, 2), "--progress", "none"], { env: KEYS });
    expect(more.code).toBe(0);
    const [, left, after] = /^(\d+) requests?: .*; (\d+) more at most/m.exec(more.err) ?? [];
    expect([Number(left) < 40, Number(after) <= 48]).toEqual([true, true]);
    const ids = (out: string): string[] => log(out).map(idOf).toSorted();
    expect(ids("parts").length).toBeGreaterThan(before);
    expect(ids("parts")).toEqual(ids("whole"));
    expect(new Set(ids("parts")).size).toBe(ids("parts").length);
    expect(report("parts")).toEqual(report("whole"));
  });

  it("is graded anew by the grader of today when it is gone on with", async () => {
    mkdirSync(at.path("regraded"));
    cpSync(at.path("whole/run"), at.path("regraded/run"), { recursive: true });
    const spoilt = read("whole/run/attempts.jsonl")
      .trimEnd()
      .split("\n")
      .map((line, i) => {
        const { "tokenwon.grade": grade, ...rest } = JSON.parse(line) as Record<string, unknown>;
        // Without a grade, or with one that nobody would give today.
        const strange = { ...(grade as object), valid: true, faults: [], decided: undefined };
        return JSON.stringify(i % 2 === 0 ? rest : { ...rest, "tokenwon.grade": strange });
      });
    writeFileSync(at.path("regraded/run/attempts.jsonl"), `${spoilt.join("\n")}\n`);
    const { code, err } = await run("live", "regraded", "--resume");
    expect([code, err]).toEqual([0, expect.any(String)]);
    // Nothing is asked again, and the log stays as it was written.
    expect(read("regraded/run/attempts.jsonl")).toBe(`${spoilt.join("\n")}\n`);
    expect(report("regraded")).toEqual(report("whole"));
  });
});

it("recorded and replayed has the same figures, what other models were asked included", async () => {
  const recorded = await run("record", "recorded");
  expect(recorded.code).toBe(0);
  const files = TARGETS.map((target) => `${at.root}/evals/recordings/json-validity/${target.replace("/", "__")}.jsonl`);
  for (const [place, file] of files.entries()) {
    const trials = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => (JSON.parse(line) as { trial: string }).trial);
    const others = trials.filter((trial) => / other\.\d$/.test(trial));
    expect(others.length).toBeGreaterThan(0);
    expect(others.every((trial) => trial.startsWith(`${TARGETS[1 - place] ?? ""} `))).toBe(true);
  }
  const replayed = await replay("replayed");
  expect([replayed.code, replayed.err]).toEqual([0, ""]);
  expect(log("replayed").map(idOf).toSorted()).toEqual(log("whole").map(idOf).toSorted());
  for (const out of ["recorded", "replayed"]) expect(report(out)[2]).toBe(report("whole")[2]);
  // What asks the same and was not recorded takes no other trial's answer: it is missing, and nothing else is.
  for (const file of files) {
    const { header, attempts } = parseRecording(readFileSync(file, "utf8"), file);
    const others = attempts.filter(({ trial }) => !/ again\.\d$/.test(trial));
    expect(others.length).toBeLessThan(attempts.length);
    writeFileSync(file, renderRecording({ header, attempts: others }));
  }
  const missing = new Set(log("whole").flatMap((line) => (line["tokenwon.follow"] === "again.2" ? idOf(line) : [])));
  const { code, err } = await replay("less");
  expect([code, err]).toEqual([5, expect.stringContaining(`do not answer ${missing.size} requests`)]);
  const named = [...err.matchAll(/^ {2}(\S+ \S+ \d \S+): recorded fewer times/gm)].map(([, id]) => id);
  expect(named.length).toBeGreaterThan(0);
  for (const id of named) expect([...missing].some((one) => one.startsWith(id ?? " "))).toBe(true);
});

const replay = (out: string): ReturnType<Project["cli"]> => {
  const targets = TARGETS.flatMap((target) => ["--target", target]);
  return at.cli([...PART, "--mode", "replay", ...targets, "--repeat", "2", "--quiet", "--out", out]);
};
