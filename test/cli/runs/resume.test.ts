import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Attempt } from "../../../src/domain/attempt.ts";
import { seeded } from "../../../src/measure/random.ts";
import { type Workplace, workplace } from "../run-cli.ts";
import { writeProfile } from "./profile.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
  writeProfile(at.path("frail.json"));
});
afterEach(() => {
  at.remove();
});

const SUITE = ["--suite", "smoke", "--mode", "simulate", "--profile", "frail.json", "--trials", "60", "--seed", "4"];
const REPORT = ["report.md", "report.ko.md", "measurements.csv", "measurements.json"];
const read = (name: string): string => readFileSync(at.path(name), "utf8");
const report = (out: string): string[] => REPORT.map((name) => read(`${out}/${name}`).replaceAll(`${out}/`, ""));
const log = (out: string): Attempt[] =>
  read(`${out}/run/attempts.jsonl`)
    .trimEnd()
    .split("\n")
    .map((line) => Attempt.parse(JSON.parse(line)));
/** `trial #attempt` of every attempt that says something of its model. */
const attempts = (out: string): string[] =>
  log(out).flatMap((line) =>
    line["error.type"] === "aborted" ? [] : [`${line["tokenwon.trial"] ?? ""} #${line["tokenwon.attempt"]}`],
  );

describe("a run that was stopped", () => {
  it("says what is left, and is finished by the command that it names", async () => {
    const first = await at.cli([...SUITE, "--out", "parts", "--max-duration", "5s"]);
    expect(first.code).toBe(4);
    expect(first.err).toMatch(/error\[incomplete\]: \d+ of 60 trials are left: the time is up\./);
    expect(first.err).toMatch(/openai\/gpt-4o-mini: \d+ left/);
    const words = /fix: Go on: npm run eval -- (.*)/.exec(first.err)?.[1]?.split(" ") ?? [];
    expect(words.slice(-4, -1)).toEqual(["--out", "parts", "--resume"]);
    expect((await at.cli(words)).code).toBe(0);
    await at.cli([...SUITE, "--out", "whole"]);
    expect(attempts("parts").toSorted()).toEqual(attempts("whole").toSorted());
    // Nothing is left: once more only writes the report again.
    const again = report("parts");
    expect((await at.cli([...SUITE, "--out", "parts", "--resume"])).code).toBe(0);
    expect(report("parts")).toEqual(again);
  });

  it("at any byte of its log gives the report of one that was not", async () => {
    await at.cli([...SUITE, "--out", "whole"]);
    const all = readFileSync(at.path("whole/run/attempts.jsonl"));
    const random = seeded(11);
    for (let i = 0; i < 8; i++) {
      const cut = Math.floor(random() * all.length);
      mkdirSync(at.path("parts/run"), { recursive: true });
      copyFileSync(at.path("whole/run/run.json"), at.path("parts/run/run.json"));
      writeFileSync(at.path("parts/run/attempts.jsonl"), all.subarray(0, cut));
      const { code } = await at.cli([...SUITE, "--out", "parts", "--resume"]);
      expect([cut, code]).toEqual([cut, 0]);
      expect(attempts("parts").toSorted()).toEqual(attempts("whole").toSorted());
      expect(report("parts")).toEqual(report("whole"));
    }
  });

  it("is found without its name, where the plan is the same", async () => {
    const { code, out } = await at.cli([...SUITE, "--max-duration", "2s", "--json"]);
    expect(code).toBe(4);
    const { run } = JSON.parse(out) as { readonly run: string };
    const other = await at.cli([...SUITE, "--limit", "3", "--resume"]);
    expect([other.code, other.err]).toEqual([
      2,
      expect.stringContaining(`nearest is ${run}: limit: not given then, 3 now`),
    ]);
    const slip = await at.cli([...SUITE, "--resume", `${run}x`]);
    expect([slip.code, slip.err]).toEqual([2, expect.stringContaining(`Did you mean ${run}?`)]);
    expect((await at.cli([...SUITE, "--resume", run])).code).toBe(0);
    expect((await at.cli([...SUITE, "--resume"])).code).toBe(0);
  });

  it("with half a line, or one that cannot be read, says so and asks those again", async () => {
    await at.cli([...SUITE, "--out", "whole"]);
    await at.cli([...SUITE, "--out", "parts"]);
    const path = at.path("parts/run/attempts.jsonl");
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    const whole = lines.findIndex((line) => !line.includes("error.type") && line.includes('"tokenwon.attempt":1'));
    const damaged = lines.map((line, i) => (i === whole ? line.slice(0, 40) : line)).slice(0, 40);
    writeFileSync(path, `${damaged.join("\n")}\n${(lines[40] ?? "").slice(0, 100)}`);
    const { code, err } = await at.cli([...SUITE, "--out", "parts", "--resume"]);
    expect(code).toBe(0);
    expect(err).toContain("The last line of parts/run/attempts.jsonl was half-written (100 bytes) and was taken out");
    expect(err).toContain(
      `Line ${whole + 1} of parts/run/attempts.jsonl cannot be read and stays as it is; its trial is asked again.`,
    );
    expect(report("parts")).toEqual(report("whole"));
  });
});

describe("a log is refused", () => {
  it.each([
    [["--seed", "5"], "seed: 4 then, 5 now"],
    [["--limit", "4"], "limit: not given then, 4 now"],
    [["--lang", "ko"], "lang: not given then, ko now"],
    [["--target", "openai/*"], "targets: openai/gpt-4o-mini, anthropic/claude-3-5-haiku then, openai/gpt-4o-mini now"],
    [["--max-attempts", "5"], "max_attempts: 3 then, 5 now"],
  ])("of another plan: %j", async (more, differs) => {
    await at.cli([...SUITE, "--out", "parts", "--max-duration", "1s"]);
    const { code, err } = await at.cli([...SUITE.slice(0, -2), "--seed", "4", ...more, "--out", "parts", "--resume"]);
    expect([code, err]).toEqual([2, expect.stringContaining("is the log of another plan.")]);
    expect(err).toContain(differs);
  });

  it("that another run is writing", async () => {
    await at.cli([...SUITE, "--out", "parts", "--max-duration", "1s"]);
    writeFileSync(at.path("parts/run/attempts.jsonl.lock"), "1");
    for (const more of [[], ["--resume"]]) {
      const { code, err } = await at.cli([...SUITE, "--out", "parts", ...more]);
      expect([code, err]).toEqual([
        1,
        expect.stringContaining("Another run (process 1) is writing parts/run/attempts.jsonl."),
      ]);
    }
  });

  it("where there is none", async () => {
    const none = await at.cli([...SUITE, "--out", "nowhere", "--resume"]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("There is no run in")]);
    const any = await at.cli([...SUITE, "--resume"]);
    expect([any.code, any.err]).toEqual([2, expect.stringContaining("There is no run of smoke with this plan")]);
  });
});

it("the same seed asks the same in the same order, another one in another", async () => {
  const ids = async (out: string, seed: string): Promise<string[]> => {
    await at.cli([...SUITE.slice(0, -2), "--seed", seed, "--out", out]);
    return log(out).map((line) => line["tokenwon.attempt_id"]);
  };
  const first = await ids("a", "4");
  expect(await ids("b", "4")).toEqual(first);
  const other = await ids("c", "5");
  const firsts = (all: readonly string[]): string[] => all.filter((id) => id.endsWith(" #1"));
  expect(firsts(other)).not.toEqual(firsts(first));
  expect(firsts(other).toSorted()).toEqual(firsts(first).toSorted());
});

it.each([
  [["--trials", "10", "--repeat", "2"], "--trials and --repeat both say how often"],
  [["--arrival", "poisson"], "there is no --rate"],
  [["--max-duration", "soon"], "90s, 10m or 2h"],
  [["--max-error-rate", "2"], "from 0 to 1"],
  [["--mode", "replay", "--budget-usd", "1"], "--budget-usd has no meaning in --mode replay"],
])("%j is refused", async (words, part) => {
  const { code, err } = await at.cli(["--suite", "smoke", "--mode", "simulate", ...words, "--out", "out"]);
  expect([code, err]).toEqual([2, expect.stringContaining(part)]);
});
