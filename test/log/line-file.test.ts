import fs, { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type FileHandle, open as openHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type LineFile, openLines } from "../../src/log/line-file.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-lines-"));
  path = join(folder, "lines");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A clock that shows another second each time it is looked at: every write is followed by one to the disk itself. */
function hurried(): () => number {
  let now = 0;
  return () => (now += 1000);
}
const open = (now = () => 0): Promise<LineFile> => openLines(path, "a", now);
const content = (): string => readFileSync(path, "utf8");

describe("a file of lines", () => {
  it.each([
    ["that is seldom put on the disk itself", () => 0],
    ["that is put there after every write", hurried()],
  ])("%s has every line, in the order of the calls", async (_, now) => {
    const file = await open(now);
    const lines = Array.from({ length: 500 }, (_line, i) => `줄 ${i}\n`);
    await Promise.all(lines.map((line) => file.add(line)));
    await file.close();
    expect(content()).toBe(lines.join(""));
  });

  it("has a line as soon as it is added, before anybody waits for it", async () => {
    const file = await open();
    const lines = Array.from({ length: 100 }, (_, i) => `${i}\n`);
    const added = lines.map((line, i) => {
      const one = file.add(line);
      expect(content()).toBe(lines.slice(0, i + 1).join(""));
      return one;
    });
    await Promise.all(added);
    await file.close();
  });

  it("keeps what was there, or begins anew", async () => {
    writeFileSync(path, "old\n");
    const kept = await openLines(path, "a", () => 0);
    await kept.add("new\n");
    await kept.close();
    expect(content()).toBe("old\nnew\n");
    const anew = await openLines(path, "w", () => 0);
    await anew.close();
    expect(content()).toBe("");
  });

  it("is closed when all is written, whoever waits for it", async () => {
    const file = await open(hurried());
    const lines = Array.from({ length: 50 }, (_, i) => `${i}\n`);
    for (const line of lines) void file.add(line);
    await file.close();
    expect(content()).toBe(lines.join(""));
  });

  it("glues nothing to half of a line: after a write that failed it takes nothing more", async () => {
    const file = await open();
    await file.add("whole\n");
    const write = fs.writeSync;
    const filling = vi
      .spyOn(fs, "writeSync")
      .mockImplementationOnce((fd, bytes) => write(fd, Buffer.from(bytes), 0, 2))
      .mockImplementationOnce(() => {
        throw new Error("no space left");
      });
    syncBuiltinESMExports();
    const half = file.add("half\n");
    expect(filling).toHaveBeenCalledTimes(2);
    filling.mockRestore();
    syncBuiltinESMExports();
    await expect(half).rejects.toThrow("no space left");
    await expect(file.add("later\n")).rejects.toThrow("no space left");
    await file.close();
    expect(content()).toBe("whole\nha");
  });

  it("takes nothing more after the disk itself has refused what was written", async () => {
    const file = await open(hurried());
    const handle = await openHandle(path, "a");
    vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, "datasync").mockRejectedValueOnce(new Error("no such disk"));
    await handle.close();
    await file.add("1\n");
    await new Promise(setImmediate);
    await expect(file.add("2\n")).rejects.toThrow("no such disk");
    await file.close();
    expect(content()).toBe("1\n");
  });

  it("takes nothing more when it is closed", async () => {
    const file = await open();
    await file.close();
    await expect(file.add("late\n")).rejects.toThrow();
    await expect(file.add("later\n")).rejects.toThrow();
    expect(content()).toBe("");
  });

  it.runIf(existsSync("/dev/full"))("takes nothing more after a write that failed", async () => {
    const full = await openLines("/dev/full", "a", () => 0);
    const together = [full.add("1\n"), full.add("2\n")];
    const next = Promise.resolve().then(() => full.add("3\n"));
    const results = await Promise.allSettled([...together, next]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await expect(full.add("4\n")).rejects.toThrow("ENOSPC");
    await full.close();
  });
});
