import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type LockWords, lock } from "../../../src/cli/trials/lock.ts";
import { UserError } from "../../../src/domain/error.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-lock-"));
  path = join(folder, "deep", "attempts.jsonl");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const words: LockWords = {
  held: (pid) => new UserError("write", `It is held by ${pid}.`, { fix: "Wait." }),
  refused: (error) => new UserError("write", `It is refused: ${String(error)}`, { fix: "Look." }),
};
const left = (): string[] => readdirSync(join(folder, "deep"));
/** The number of a process that is gone. */
const deadPid = (): number => spawnSync(process.execPath, ["-e", ""]).pid;

/** Puts into the lock what some process has left there. */
function leave(content: string): void {
  mkdirSync(join(folder, "deep"), { recursive: true });
  writeFileSync(`${path}.lock`, content);
}

it("is had by one at a time, and by the next when it was let go of", async () => {
  const unlock = await lock(path, words);
  await expect(lock(path, words)).rejects.toThrow(`It is held by ${process.pid}.`);
  expect(readFileSync(`${path}.lock`, "utf8")).toMatch(new RegExp(`^${process.pid} `));
  await unlock();
  expect(left()).toEqual([]);
  const again = await lock(path, words);
  await again();
});

it.each<readonly [string, () => string]>([
  ["a process that was killed", () => `${deadPid()} x`],
  ["one that had our own number, as in a container", () => `${process.pid} x`],
  ["nobody at all", () => ""],
  ["what is no number", () => "뭐지?"],
  ["a number that no process has", () => "0"],
  ["a group of processes", () => "-1 x"],
])("is taken over from %s", async (_, content) => {
  leave(content());
  const unlock = await lock(path, words);
  await expect(lock(path, words)).rejects.toThrow("It is held by");
  await unlock();
  expect(left()).toEqual([]);
});

it("is not taken from a process of somebody else", async () => {
  leave("1 x");
  await expect(lock(path, words)).rejects.toThrow("It is held by 1.");
  expect(left()).toEqual(["attempts.jsonl.lock"]);
});

it.each(["", "stale"])("goes to exactly one of many who come at once (%s)", async (stale) => {
  for (let round = 0; round < 8; round++) {
    if (stale !== "") leave(`${process.pid} ${round}`);
    const tries = await Promise.allSettled(Array.from({ length: 24 }, () => lock(path, words)));
    const won = tries.filter((one) => one.status === "fulfilled");
    expect(won).toHaveLength(1);
    for (const one of tries) if (one.status === "rejected") expect(String(one.reason)).toContain("It is held by");
    await won[0]?.value();
    expect(left()).toEqual([]);
  }
});

it("is taken over from one that was killed while it took over from another", async () => {
  leave("gone first");
  // The right to the place of the first, by whoever read the same words.
  writeFileSync(
    `${path}.lock.${createHash("sha256").update("gone first").digest("hex").slice(0, 16)}`,
    `${process.pid} gone second`,
  );
  const last = await lock(path, words);
  await expect(lock(path, words)).rejects.toThrow("It is held by");
  await last();
  expect(left()).toEqual([]);
});

it("says so where nothing can be written", async () => {
  writeFileSync(join(folder, "deep"), "a file, no folder");
  await expect(lock(path, words)).rejects.toThrow("It is refused: Error: ");
});
