import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-process-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
// What is installed beside the checkout must not change what is tested.
beforeEach(() => {
  vi.stubEnv("TOKENWON_VOCABULARIES", "/nonexistent");
});
const NODE = [process.execPath, "--import", "tsx"] as const;
const BLOCKED = ["--import", resolve("test/cli/no-network.mjs")];
const MAIN = resolve("src/main.ts");

describe("without a network", () => {
  it("the first run needs none", () => {
    const { status, stderr } = spawnSync(
      NODE[0],
      [...NODE.slice(1), ...BLOCKED, MAIN, "--suite", "korean-tokens", "--out", folder],
      { encoding: "utf8" },
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(existsSync(join(folder, "report.md"))).toBe(true);
  });

  it.each([["replay"], ["simulate"]])("--mode %s opens no socket", (mode) => {
    const { status, stdout, stderr } = spawnSync(
      NODE[0],
      [...NODE.slice(1), ...BLOCKED, MAIN, "--suite", "smoke", "--mode", mode, "--out", folder],
      { encoding: "utf8" },
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Simulated: /);
  });

  it("the block itself works: a program that connects is ended", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [...BLOCKED, "-e", "require('node:net').connect(9, '127.0.0.1')"],
      { encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([99, "NETWORK TOUCHED\n"]);
  });
});

describe("as a process", () => {
  it("stops on Ctrl-C with 130 and leaves no half-written file", async () => {
    // Large enough to be in the middle of counting when the signal comes.
    const lines = Array.from(
      { length: 400_000 },
      (_, i) => `{"ko":"문장 ${i}번은 서로 다른 글입니다.","en":"Sentence number ${i} differs from the others."}`,
    );
    writeFileSync(join(folder, "large.jsonl"), lines.join("\n"));
    const out = join(folder, "out");
    const args = [
      MAIN,
      "--suite",
      "korean-tokens",
      "--dataset",
      join(folder, "large.jsonl"),
      "--out",
      out,
      "--progress",
      "json",
    ];
    const child = spawn(NODE[0], [...NODE.slice(1), ...args], { stdio: ["ignore", "ignore", "pipe"] });
    let err = "";
    let signalled = false;
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
      if (err.includes('"progress"') && !signalled) signalled = child.kill("SIGINT"); // A second one would end it at once.
    });
    const code = await new Promise((done) => child.on("close", done));
    expect(err).toContain("interrupted: nothing was written.");
    expect(code).toBe(130);
    expect(readdirSync(folder)).toEqual(["large.jsonl"]);
  });

  it("says in one sentence that a file may not grow, and leaves nothing behind", () => {
    // A limit on file size stands in for a full disk: the write fails in the same place.
    const command = `ulimit -f 8; exec "$0" "$@"`;
    const { status, stderr } = spawnSync(
      "bash",
      ["-c", command, ...NODE, MAIN, "--suite", "korean-tokens", "--out", join(folder, "out")],
      { encoding: "utf8" },
    );
    expect(stderr).toMatch(
      /^error\[write\]: The report could not be written to .*out: .*\n {2}fix: .*nothing there was changed\.\n$/,
    );
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("ends quietly when its reader has seen enough", () => {
    const { status, stderr } = spawnSync("bash", ["-c", `"$0" "$@" | head -1`, ...NODE, MAIN, "list", "targets"], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
  });

  it("takes a 0 from the environment for a number, and for off at a switch", () => {
    writeFileSync(join(folder, "ours.csv"), "ko,en\n안녕하세요,Hello\n");
    const env = { ...process.env, TOKENWON_SEED: "0", TOKENWON_QUIET: "0", TOKENWON_LIMIT: "" };
    const args = [
      MAIN,
      "--suite",
      "korean-tokens",
      "--dataset",
      join(folder, "ours.csv"),
      "--out",
      join(folder, "mine"),
    ];
    const { status, stdout } = spawnSync(NODE[0], [...NODE.slice(1), ...args], { encoding: "utf8", env });
    expect(status).toBe(0);
    expect(stdout).toContain("Wrote 8 files");
    expect(readFileSync(join(folder, "mine", "report.md"), "utf8")).toContain("--seed 0");
  });

  it("takes typed paths from the folder where npm was called", () => {
    writeFileSync(join(folder, "ours.csv"), "ko,en\n안녕하세요,Hello\n");
    const env = { ...process.env, npm_lifecycle_event: "eval", INIT_CWD: folder };
    const { status, stderr } = spawnSync(
      NODE[0],
      [...NODE.slice(1), MAIN, "--suite", "korean-tokens", "--dataset", "ours.csv", "--out", "mine", "--quiet"],
      { encoding: "utf8", env },
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(existsSync(join(folder, "mine", "report.md"))).toBe(true);
  });
});
