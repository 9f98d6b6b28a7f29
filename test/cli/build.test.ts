import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.stubEnv("TOKENWON_VOCABULARIES", "/nonexistent");
});

it("the built program writes the committed report too", () => {
  const folder = mkdtempSync(join(tmpdir(), "tokenwon-build-"));
  try {
    expect(spawnSync(process.execPath, ["scripts/build.mjs"], { encoding: "utf8" }).stderr).toBe("");
    const { status, stderr } = spawnSync(
      process.execPath,
      ["dist/main.js", "--suite", "korean-tokens", "--out", folder],
      { encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([0, ""]);
    // It says where it is before it goes with whoever started it.
    const server = spawnSync(process.execPath, ["dist/calibrate-server.js"], { encoding: "utf8", input: "" });
    expect(server.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\n$/);
    for (const name of ["report.md", "measurements.csv", "charts/cost.ko.svg"]) {
      expect(readFileSync(join(folder, name), "utf8"), name).toBe(
        readFileSync(`reports/korean-tokens/${name}`, "utf8"),
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
