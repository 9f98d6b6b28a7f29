import { afterEach, beforeEach, expect, it } from "vitest";
import { readHealth } from "../../../src/cli/health/read.ts";
import { type Workplace, workplace } from "../run-cli.ts";
import { attemptsIn, overIn } from "../runs/processes.ts";
import { type Vendor, vendor } from "../runs/vendor.ts";
import { childrenOf } from "./children.ts";

let at: Workplace;
let open: Vendor;
beforeEach(() => {
  at = workplace();
});
afterEach(async () => {
  await open.close();
  at.remove();
});

it("two processes ask every trial, again where it helps, and none is left behind", async () => {
  open = await vendor((nth) => (nth % 10 === 7 ? "rate-limit" : "answer"), { gapMs: 1 });
  const before = childrenOf(process.pid);
  const args = ["--suite", "smoke", "--mode", "live", ...open.flags, "--trials", "30", "--concurrency", "8"];
  const { code, err } = await at.cli([...args, "--processes", "2", "--out", "two"], {
    env: { OPENAI_API_KEY: "none" },
  });
  expect([code, err]).toEqual([0, expect.stringContaining("2 processes ask, so that each times its answers rightly")]);
  const lines = attemptsIn(at.path("two/run/attempts.jsonl"));
  expect(open.served.length).toBe(lines.length);
  expect(new Set(lines.map((line) => line["tokenwon.process"]))).toEqual(new Set([1, 2]));
  expect(overIn(lines).length).toBe(30);
  expect(new Set(overIn(lines)).size).toBe(30);
  const windows = await readHealth(at.path("two/run"));
  expect(new Set(windows.map(({ process }) => process))).toEqual(new Set([0, 1, 2]));
  expect(childrenOf(process.pid)).toEqual(before);
});
