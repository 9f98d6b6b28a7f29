import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Attempt } from "../../../src/domain/attempt.ts";
import { seeded } from "../../../src/measure/random.ts";
import { spoken } from "../../contract/wires.ts";
import { serve } from "../../transport/server.ts";
import { writeProfile } from "./profile.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-killed-"));
  writeProfile(join(folder, "frail.json"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Ended = { readonly code: number | null; readonly err: string };

/** The command line as a process of its own, in a folder of its own. */
function start(words: readonly string[], shell?: string): { child: ChildProcess; ended: Promise<Ended> } {
  const main = resolve("src/main.ts");
  const loader = resolve("node_modules/tsx/dist/loader.mjs");
  const node = [process.execPath, "--import", loader, main, ...words];
  const child =
    shell === undefined
      ? spawn(node[0] ?? "", node.slice(1), { cwd: folder, stdio: ["ignore", "ignore", "pipe"] })
      : spawn("bash", ["-c", `${shell}; exec "$@"`, "bash", ...node], {
          cwd: folder,
          stdio: ["ignore", "ignore", "pipe"],
        });
  const ended = Promise.all([text(child.stderr as NodeJS.ReadableStream), once(child, "exit")]).then(
    ([err, [code]]) => ({ code: code as number | null, err }),
  );
  return { child, ended };
}

const path = (name: string): string => join(folder, name);
const size = (out: string): number => {
  const file = path(`${out}/run/attempts.jsonl`);
  return existsSync(file) ? statSync(file).size : 0;
};
const lines = (out: string): Attempt[] =>
  readFileSync(path(`${out}/run/attempts.jsonl`), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => Attempt.parse(JSON.parse(line)));
const attempts = (out: string): string[] =>
  lines(out)
    .filter((line) => line["error.type"] !== "aborted")
    .map((line) => `${line["tokenwon.trial"] ?? ""} #${line["tokenwon.attempt"]}`)
    .toSorted();
const report = (out: string): string[] =>
  ["report.md", "report.ko.md", "measurements.csv", "measurements.json"].map((name) =>
    readFileSync(path(`${out}/${name}`), "utf8").replaceAll(`${out}/`, ""),
  );

/** Kills the process when its log has grown by so many bytes; false: it was over before. */
async function killAfter(words: readonly string[], out: string, bytes: number): Promise<boolean> {
  const from = size(out);
  const { child, ended } = start(words);
  while (child.exitCode === null && size(out) - from < bytes) await sleep(2);
  child.kill("SIGKILL");
  return (await ended).code === null;
}

describe("kill -9", () => {
  it("at ten moments: every trial exactly once, and the report of a run that was not killed", async () => {
    const words = ["--suite", "smoke", "--mode", "simulate", "--profile", "frail.json", "--seed", "6"];
    const both = [...words, "--trials", "400", "--concurrency", "8", "--quiet"];
    expect((await start([...both, "--out", "whole"]).ended).code).toBe(0);
    const random = seeded(5);
    const killed = [...both, "--speed", "30", "--out", "parts"];
    const whole = size("whole");
    let kills = 0;
    for (let i = 0; i < 10; i++) {
      const resumed = i === 0 ? killed : [...killed, "--resume"];
      if (await killAfter(resumed, "parts", (whole / 12) * (0.2 + 1.4 * random()))) kills++;
    }
    expect(kills).toBe(10);
    const last = await start([...both, "--out", "parts", "--resume"]).ended;
    expect(last.code).toBe(0);
    expect(attempts("parts")).toEqual(attempts("whole"));
    expect(report("parts")).toEqual(report("whole"));
  });

  it("asks nothing again over the network but what was under way, and counts that as spent", async () => {
    const asked = new Map<string, number>();
    const server = await serve(({ body }) => {
      asked.set(body, (asked.get(body) ?? 0) + 1);
      return { does: "stream", frames: spoken("openai chat").wire.frames, gapMs: 8 };
    });
    // Every model asks its own ten requests, so that the server tells them apart.
    const models = Array.from({ length: 30 }, (_, i) => ["--target", `local/m${i}`]).flat();
    const where = ["--base-url", `local=${server.url}/v1`, "--concurrency", "5", "--out", "live"];
    const words = ["--suite", "smoke", "--mode", "live", ...models, ...where];
    const random = seeded(8);
    for (let i = 0; i < 3; i++) {
      await killAfter(i === 0 ? words : [...words, "--resume"], "live", 20_000 + 60_000 * random());
    }
    const { code, err } = await start([...words, "--resume"]).ended;
    await server.close();
    expect(code).toBe(0);
    expect(err).toContain("3 processes before were killed");
    expect(attempts("live")).toHaveLength(300);
    expect(new Set(attempts("live")).size).toBe(300);
    const again = [...asked.values()].reduce((sum, times) => sum + times - 1, 0);
    expect(asked.size).toBe(300);
    expect(again).toBeLessThanOrEqual(3 * 5);
    // The torn line of each kill, if there was one, was taken out: every line can be read.
    expect(lines("live")).toHaveLength(300);
  });
});

it("Ctrl-C ends with 130, says what is left, and the command that it names goes on", async () => {
  const words = ["--suite", "smoke", "--mode", "simulate", "--profile", "frail.json", "--trials", "200"];
  const { child, ended } = start([...words, "--speed", "20", "--out", "parts"]);
  while (size("parts") < 20_000) await sleep(5);
  child.kill("SIGINT");
  const { code, err } = await ended;
  expect(code).toBe(130);
  expect(err).toMatch(/attempts are in parts\/run\/attempts\.jsonl, \d+ trials are left\./);
  const next = /fix: Go on: npm run eval -- (.*)/.exec(err)?.[1]?.split(" ") ?? [];
  expect((await start([...next, "--quiet"]).ended).code).toBe(0);
  const trials = new Set(lines("parts").map((line) => line["tokenwon.trial"]));
  expect(trials.size).toBe(200);
});

it("a disk that is full ends with 4, keeps all that was written, and the command that it names goes on", async () => {
  const words = ["--suite", "smoke", "--mode", "simulate", "--profile", "frail.json", "--trials", "200", "--quiet"];
  // The largest file may have 100 kB; the signal that would end the process is ignored, so that writing fails.
  const { code, err } = await start([...words, "--out", "parts"], "ulimit -f 100; trap '' XFSZ").ended;
  expect([code, err]).toEqual([4, expect.stringContaining("cannot be written")]);
  const next = /fix: Free some space, then go on: npm run eval -- (.*)/.exec(err)?.[1]?.split(" ") ?? [];
  const kept = readFileSync(path("parts/run/attempts.jsonl"), "utf8");
  const whole = kept.slice(0, kept.lastIndexOf("\n") + 1);
  expect(whole.length).toBeGreaterThan(50_000);
  const on = await start([...next]).ended;
  expect(on.code).toBe(0);
  if (whole !== kept) expect(on.err).toContain("was half-written");
  expect(readFileSync(path("parts/run/attempts.jsonl"), "utf8").startsWith(whole)).toBe(true);
  await start([...words, "--out", "whole"]).ended;
  expect(attempts("parts")).toEqual(attempts("whole"));
  expect(report("parts")).toEqual(report("whole"));
});

it("two runs cannot write one log, and that of a killed one is taken over", async () => {
  const words = [
    "--suite",
    "smoke",
    "--mode",
    "simulate",
    "--profile",
    "frail.json",
    "--trials",
    "300",
    "--out",
    "parts",
  ];
  const first = start([...words, "--speed", "10"]);
  while (size("parts") < 10_000) await sleep(5);
  const second = await start([...words, "--resume"]).ended;
  expect(second.code).toBe(1);
  expect(second.err).toContain(`Another run (process ${first.child.pid ?? ""}) is writing parts/run/attempts.jsonl.`);
  first.child.kill("SIGKILL");
  await first.ended;
  expect((await start([...words, "--resume", "--quiet"]).ended).code).toBe(0);
});
