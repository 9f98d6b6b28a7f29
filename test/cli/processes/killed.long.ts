import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readHealth } from "../../../src/cli/health/read.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { attemptsIn, emptyPlace, nextIn, overIn, type Place, until } from "../runs/processes.ts";
import { type Fate, type Vendor, vendor } from "../runs/vendor.ts";
import { askingOf, isThere } from "./children.ts";

let place: Place;
let open: Vendor;
beforeEach(() => {
  place = emptyPlace();
});
afterEach(async () => {
  await open.close();
  place.remove();
});

const TRIALS = 200;
async function asking(processes: number, fateOf?: (nth: number) => Fate): Promise<string[]> {
  open = await vendor(fateOf, { gapMs: 20 });
  const load = ["--trials", String(TRIALS), "--concurrency", "8", "--processes", String(processes)];
  return ["--suite", "smoke", "--mode", "live", ...open.flags, ...load, "--progress", "none"];
}
const log = (out: string): Attempt[] => attemptsIn(place.path(`${out}/run/attempts.jsonl`));
const expectAllOver = (out: string): void => {
  const over = overIn(log(out));
  expect(over.length).toBe(TRIALS);
  expect(new Set(over).size).toBe(TRIALS);
};

it("several processes write what one would, but for times and numbers", async () => {
  const args = await asking(3);
  expect(await place.start([...args, "--out", "three"]).ended).toMatchObject({ code: 0 });
  expect(await place.start([...args, "--processes", "1", "--out", "one"]).ended).toMatchObject({ code: 0 });
  const told = (out: string): string[] =>
    log(out)
      .map((line) => {
        const kept = Object.entries(line).filter(
          ([name]) => !/_(ms|us)$|started|attempt_id|\.process$|\.wire$/.test(name),
        );
        return JSON.stringify(kept);
      })
      .toSorted();
  expect(told("three")).toEqual(told("one"));
  expect(new Set(log("three").map((line) => line["tokenwon.process"]))).toEqual(new Set([1, 2, 3]));
});

describe("kill -9 of a process that asks", () => {
  it("fails what it had under way, which is asked again, and the run goes on", async () => {
    const one = place.start([...(await asking(2)), "--out", "out"]);
    await until(() => open.served.length >= 30, one);
    process.kill(askingOf(one.pid)[0] ?? 0, "SIGKILL");
    const { code, err } = await one.ended;
    expect([code, err]).toEqual([0, expect.stringMatching(/^note: process \d of 2 that ask has ended \(SIGKILL\)/m)]);
    expectAllOver("out");
    const lost = log("out").filter((line) => line["tokenwon.failure"]?.kind === "client");
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBeLessThanOrEqual(8);
    // All that came to the vendor is in the log, and nothing more than what was lost was asked twice.
    expect(open.served.length).toBeLessThanOrEqual(log("out").length);
    expect(open.served.length).toBeGreaterThanOrEqual(TRIALS);
  });

  it("of all of them ends the run, and the command that it names finishes", async () => {
    const one = place.start([...(await asking(2)), "--out", "out"]);
    await until(() => open.served.length >= 30, one);
    for (const pid of askingOf(one.pid)) process.kill(pid, "SIGKILL");
    const { code, err } = await one.ended;
    expect([code, err]).toEqual([4, expect.stringContaining("Every process that asked has ended.")]);
    expect(await place.typed(nextIn(err)).ended).toMatchObject({ code: 0 });
    expectAllOver("out");
  });
});

it("Ctrl-C reaches all of them, and the command that it names finishes", async () => {
  const one = place.start([...(await asking(2)), "--out", "out"]);
  await until(() => open.served.length >= 30, one);
  const pids = askingOf(one.pid);
  // As a terminal does: to every process of the group.
  for (const pid of [...pids, one.pid]) process.kill(pid, "SIGINT");
  const { code, err } = await one.ended;
  expect(code).toBe(130);
  const [, kept] = /^interrupted: (\d+) attempts are in/m.exec(err) ?? [];
  expect(Number(kept)).toBe(log("out").length);
  expect(log("out").every((line) => line["tokenwon.failure"]?.kind !== "client")).toBe(true);
  expect(pids.filter(isThere)).toEqual([]);
  expect(await place.typed(nextIn(err)).ended).toMatchObject({ code: 0 });
  expectAllOver("out");
});

it("kill -9 of the one that runs the loop leaves none behind", async () => {
  const one = place.start([...(await asking(2)), "--out", "out"]);
  await until(() => open.served.length >= 30, one);
  const pids = askingOf(one.pid);
  expect(pids.length).toBe(2);
  one.child.kill("SIGKILL");
  await one.ended;
  for (let waited = 0; pids.some(isThere) && waited < 2000; waited += 10) await pause(10);
  expect(pids.filter(isThere)).toEqual([]);
});

it("a budget is kept by all of them together, by the vendor's own bill", async () => {
  const args = await asking(2, (nth) => (nth % 5 === 3 ? "cut" : "answer"));
  const { code } = await place.start([...args, "--budget-usd", "0.01", "--out", "out"]).ended;
  expect(code).toBe(4);
  expect(open.usd()).toBeLessThanOrEqual(0.01);
  expect(open.usd()).toBeGreaterThan(0.005);
});

it("the built program starts them too, and no key stands on a command line", async () => {
  expect(spawnSync(process.execPath, ["scripts/build.mjs"], { encoding: "utf8" }).stderr).toBe("");
  open = await vendor(undefined, { gapMs: 20 });
  const words = ["--suite", "smoke", "--mode", "live", ...open.flags, "--trials", "60", "--processes", "2"];
  const built = [process.execPath, resolve("dist/main.js"), ...words, "--out", "out", "--progress", "none"];
  const one = place.start([], `export OPENAI_API_KEY=sk-here; exec ${built.join(" ")}`);
  await until(() => open.served.length >= 10, one);
  const lines = askingOf(one.pid).map((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8"));
  expect(lines.length).toBe(2);
  expect(lines.filter((line) => line.includes("sk-here"))).toEqual([]);
  expect(await one.ended).toMatchObject({ code: 0 });
  expect(new Set((await readHealth(place.path("out/run"))).map(({ process }) => process))).toEqual(new Set([0, 1, 2]));
});
