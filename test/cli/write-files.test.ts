import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeFiles } from "../../src/cli/write-files.ts";
import { UserError } from "../../src/domain/error.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-write-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const never = new AbortController().signal;
const FILES = new Map([
  ["report.md", "new\n"],
  ["charts/a.svg", "<svg/>\n"],
]);

it("writes all files, and leaves other files of the folder alone", async () => {
  writeFileSync(join(folder, "report.md"), "old\n");
  writeFileSync(join(folder, "notes.txt"), "mine\n");
  await writeFiles(folder, FILES, never);
  expect(readdirSync(folder).sort()).toEqual(["charts", "notes.txt", "report.md"]);
  expect(readFileSync(join(folder, "report.md"), "utf8")).toBe("new\n");
});

it("leaves no folder behind that it made for nothing", async () => {
  // Aborted in the middle: when the second file is about to be written.
  let asked = 0;
  const signal = {
    get aborted(): boolean {
      return asked > 2;
    },
    throwIfAborted: () => {
      if (++asked > 2) throw new Error("aborted");
    },
  } as AbortSignal;
  await expect(writeFiles(join(folder, "new", "deep"), FILES, signal)).rejects.toThrow("aborted");
  expect(existsSync(join(folder, "new"))).toBe(false);
});

it("keeps the old report whole when a new one cannot be written", async () => {
  writeFileSync(join(folder, "report.md"), "old\n");
  writeFileSync(join(folder, "charts"), "a file where a folder must be");
  mkdirSync(join(folder, "elsewhere"));
  const error: unknown = await writeFiles(
    folder,
    new Map([
      ["charts/a.svg", "x"],
      ["report.md", "new"],
    ]),
    never,
  ).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).fix).toContain("nothing there was changed");
  expect(readFileSync(join(folder, "report.md"), "utf8")).toBe("old\n");
  expect(readdirSync(folder).sort()).toEqual(["charts", "elsewhere", "report.md"]);
});
