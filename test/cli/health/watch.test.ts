import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readHealth } from "../../../src/cli/health/read.ts";
import { watchHealth } from "../../../src/cli/health/watch.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import type { HealthWindow } from "../../../src/domain/health.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-health-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const START = Date.parse("2026-11-25T04:00:00.000Z");
const window = (second: number, utilisation: number, process = 0): HealthWindow => ({
  from: START + second * 1000,
  to: START + second * 1000 + 999,
  process,
  utilisation,
  delay_p50_ms: 0.1,
  delay_p99_ms: 1.5,
  delay_max_ms: 47.6,
  gc_ms: 2,
  load: 1,
  cores: 2,
  rss_mb: 120,
  sockets: 8,
  under_way: 8,
});
const attempt = (second: number, more: Partial<Attempt> = {}): Attempt =>
  ({
    "tokenwon.attempt": 1,
    "tokenwon.started": new Date(START + second * 1000 + 100).toISOString(),
    "tokenwon.end_ms": 500,
    ...more,
  }) as Attempt;

it("is read as it was written, but for what a killed process left half-written", async () => {
  const first = await watchHealth(folder, "w");
  first.write(window(0, 0.2));
  await first.close();
  appendFileSync(join(folder, "health.jsonl"), '{"from":17');
  const second = await watchHealth(folder, "a");
  second.write(window(1, 0.3));
  await second.close();
  expect(await readHealth(folder)).toEqual([window(0, 0.2), window(1, 0.3)]);
  expect(readFileSync(join(folder, "health.jsonl"), "utf8").split("\n")).toHaveLength(4);
});

it("is nothing where nobody watched", async () => {
  expect(await readHealth(folder)).toEqual([]);
});

it("stands in no run's way where it cannot be written", async () => {
  const watch = await watchHealth(join(folder, "not", "there"), "w");
  watch.write(window(0, 0.2));
  await watch.close();
  expect(watch.health()).toMatchObject({ windows: 1 });
});

it("knows when more than a hundredth of the trials was under way while it was late itself", async () => {
  const watch = await watchHealth(folder, "w");
  watch.write(window(0, 0.1));
  watch.write(window(1, 0.9));
  for (let i = 0; i < 98; i++) watch.saw(attempt(0));
  watch.saw(attempt(1));
  // Another process was not late, and a second attempt is no trial of its own.
  watch.saw(attempt(1, { "tokenwon.process": 1 }));
  watch.saw(attempt(1, { "tokenwon.attempt": 2 }));
  expect(watch.health()?.limited).toBe(false);
  watch.saw(attempt(1));
  await watch.close();
  expect(watch.health()).toMatchObject({ lateTrials: 2, trials: 101, limited: true });
});
