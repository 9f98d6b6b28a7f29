import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lock } from "../../../src/cli/trials/lock.ts";
import { UserError } from "../../../src/domain/error.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-lock-"));
  path = join(folder, "log.jsonl");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const words = {
  held: (pid: number) => new UserError("write", `held by ${pid}`),
  refused: () => new UserError("write", "refused"),
};
/** A process that is no more. */
const dead = (): number => spawnSync(process.execPath, ["--version"]).pid;

it("is had by one at a time, and let go of without a trace", async () => {
  const free = await lock(path, words);
  await expect(lock(path, words)).rejects.toThrow(`held by ${process.pid}`);
  await free();
  expect(readdirSync(folder)).toEqual([]);
  await (await lock(path, words))();
});

it.each([
  ["a process that is no more", () => String(dead())],
  ["nobody that can be named", () => ""],
  // The first process of a container has the same number each time.
  ["a process before us with our number", () => String(process.pid)],
])("is taken over from %s", async (_, holder) => {
  writeFileSync(`${path}.lock`, holder());
  const free = await lock(path, words);
  await expect(lock(path, words)).rejects.toThrow("held");
  await free();
});

it("is respected where another process has it", async () => {
  writeFileSync(`${path}.lock`, "1");
  await expect(lock(path, words)).rejects.toThrow("held by 1");
});

it("of several that take over at once only one has it", async () => {
  writeFileSync(`${path}.lock`, String(dead()));
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => lock(path, words)));
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

it("says so where it cannot be taken at all", async () => {
  writeFileSync(join(folder, "file"), "");
  await expect(lock(join(folder, "file", "log"), words)).rejects.toThrow("refused");
  expect(existsSync(path)).toBe(false);
});
