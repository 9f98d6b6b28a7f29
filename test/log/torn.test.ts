import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLines } from "../../src/log/line-file.ts";
import { closeLastLine, mendLastLine } from "../../src/log/torn.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-torn-"));
  path = join(folder, "log.jsonl");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const BEFORE = '{"a":1}\n{"b":"한국어"}\n';

it("a line that was cut at any byte is taken out, and nothing else", async () => {
  const line = Buffer.from('{"text":"환불되나요?"}');
  for (let cut = 1; cut < line.length; cut++) {
    writeFileSync(path, Buffer.concat([Buffer.from(BEFORE), line.subarray(0, cut)]));
    expect((await mendLastLine(path))?.bytes).toBe(cut);
    expect(readFileSync(path, "utf8")).toBe(BEFORE);
  }
});

it.each([
  ["a whole line without its break", BEFORE + '{"c":3}', undefined, BEFORE + '{"c":3}\n'],
  ["whole lines", BEFORE, undefined, BEFORE],
  ["nothing", "", undefined, ""],
  ["half of the only line", '{"c"', 4, ""],
  ["a very long half", BEFORE + '"'.padEnd(150_000, "가"), 449_998, BEFORE],
])("%s", async (_, text, bytes, after) => {
  writeFileSync(path, text);
  expect((await mendLastLine(path))?.bytes).toBe(bytes);
  expect(readFileSync(path, "utf8")).toBe(after);
});

it("a file that is not there is left so", async () => {
  expect(await mendLastLine(path)).toBeUndefined();
  await closeLastLine(path);
  expect(existsSync(path)).toBe(false);
});

it("what another process may be writing is only closed", async () => {
  writeFileSync(path, `${BEFORE}{"c"`);
  await closeLastLine(path);
  await closeLastLine(path);
  expect(readFileSync(path, "utf8")).toBe(`${BEFORE}{"c"\n`);
});

it("lines are in the file as soon as they are added, in their order", async () => {
  const lines = await openLines(path, "w", () => 0);
  const all = Array.from({ length: 100 }, (_, i) => `${i}\n`);
  const added = Promise.all(all.map((line) => lines.add(line)));
  expect(readFileSync(path, "utf8")).toBe(all.join(""));
  await added;
  await lines.close();
});

it.runIf(existsSync("/dev/full"))("after a disk that was full, nothing more is taken", async () => {
  const lines = await openLines("/dev/full", "a", () => 0);
  await expect(lines.add("a\n")).rejects.toThrow("ENOSPC");
  await expect(lines.add("b\n")).rejects.toThrow("ENOSPC");
  await lines.close();
});
