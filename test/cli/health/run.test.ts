import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readHealth } from "../../../src/cli/health/read.ts";
import { type Workplace, workplace } from "../run-cli.ts";
import { vendor } from "../runs/vendor.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

const SUITE = ["--suite", "smoke", "--trials", "4", "--out", "out"];
const env = { OPENAI_API_KEY: "none" };

it("a live run keeps how its process fared, and goes on with that when it is resumed", async () => {
  const open = await vendor();
  const live = [...SUITE, "--mode", "live", ...open.flags];
  const first = await at.cli([...live, "--budget-usd", "0.000001"], { env });
  expect(first.code).toBe(4);
  const before = await readHealth(at.path("out/run"));
  expect(before.map(({ process, under_way }) => [process, under_way])).toEqual([[0, 0]]);
  expect((await at.cli([...live, "--resume"], { env })).code).toBe(0);
  const after = await readHealth(at.path("out/run"));
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.length).toBeGreaterThan(before.length);
  for (const { from, to, rss_mb } of after) {
    expect(to).toBeGreaterThanOrEqual(from);
    expect(rss_mb).toBeGreaterThan(10);
  }
  await open.close();
});

it("a run in which no time passes has none to keep", async () => {
  expect((await at.cli([...SUITE, "--mode", "simulate"])).code).toBe(0);
  expect([existsSync(at.path("out/run/attempts.jsonl")), existsSync(at.path("out/run/health.jsonl"))]).toEqual([
    true,
    false,
  ]);
});

describe("--processes", () => {
  it.each([
    ["record", "error[usage]: --mode record asks from one process: a recording is written by one alone."],
    ["simulate", "error[usage]: --processes has no meaning in --mode simulate."],
  ])("has no place in --mode %s", async (mode, sentence) => {
    const target = ["--target", "openai/gpt-4o-mini"];
    const { code, err } = await at.cli([...SUITE, "--mode", mode, ...target, "--processes", "2"], { env });
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it("has none in a suite that asks nobody", async () => {
    const { code, err } = await at.cli(["--suite", "korean-tokens", "--processes", "2"]);
    expect([code, err]).toEqual([2, expect.stringContaining("it takes no --processes.")]);
  });
});
