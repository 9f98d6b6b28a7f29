import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLog } from "../../src/log/append.ts";
import { closeLastLine, mendLastLine } from "../../src/log/torn.ts";
import { sample } from "./sample.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-torn-"));
  path = join(folder, "attempts.jsonl");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const lineOf = (id: string, text?: string): string => `${JSON.stringify(sample(id, text))}\n`;

describe("a half-written last line", () => {
  it("is taken out, wherever it was cut, Hangul included", async () => {
    const first = Buffer.from(lineOf("a"));
    const last = Buffer.from('{"text":"환불😀되나요?","tokens":12}');
    for (let cut = 1; cut < last.length; cut++) {
      writeFileSync(path, Buffer.concat([first, last.subarray(0, cut)]));
      const torn = await mendLastLine(path);
      expect(torn).toEqual({ bytes: cut, text: last.subarray(0, cut).toString().slice(0, 200) });
      expect(readFileSync(path)).toEqual(first);
    }
  });

  it("is kept where it only lacks its line break, and given one", async () => {
    const text = lineOf("a") + lineOf("b", "뷁");
    writeFileSync(path, text.slice(0, -1));
    expect(await mendLastLine(path)).toBeUndefined();
    expect(readFileSync(path, "utf8")).toBe(text);
    expect(await mendLastLine(path)).toBeUndefined();
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it.each([65_535, 65_536, 65_537, 70_000, 140_000])("may be %d bytes long", async (bytes) => {
    const first = lineOf("a");
    writeFileSync(path, first + "x".repeat(bytes));
    expect(await mendLastLine(path)).toEqual({ bytes, text: "x".repeat(200) });
    expect(readFileSync(path, "utf8")).toBe(first);
    const half = `"${"가".repeat(bytes)}`;
    writeFileSync(path, first + half);
    expect(await mendLastLine(path)).toEqual({ bytes: 3 * bytes + 1, text: half.slice(0, 200) });
    expect(readFileSync(path, "utf8")).toBe(first);
    const whole = lineOf("b", "가".repeat(bytes / 3));
    writeFileSync(path, first + whole.slice(0, -1));
    expect(await mendLastLine(path)).toBeUndefined();
    expect(readFileSync(path, "utf8")).toBe(first + whole);
  });

  it("may be the only one, and the zeros of a disk that failed", async () => {
    writeFileSync(path, '{"tokenwon.ver');
    expect(await mendLastLine(path)).toEqual({ bytes: 14, text: '{"tokenwon.ver' });
    expect(readFileSync(path, "utf8")).toBe("");
    writeFileSync(path, `${lineOf("a")}\0\0\0`);
    expect(await mendLastLine(path)).toMatchObject({ bytes: 3 });
    expect(readFileSync(path, "utf8")).toBe(lineOf("a"));
  });

  it("of a file that is not there or is empty is nothing", async () => {
    expect(await mendLastLine(path)).toBeUndefined();
    await expect(closeLastLine(path)).resolves.toBeUndefined();
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, "");
    expect(await mendLastLine(path)).toBeUndefined();
    await closeLastLine(path);
    expect(readFileSync(path, "utf8")).toBe("");
  });

  it("is closed and not taken out where another may be writing it", async () => {
    writeFileSync(path, `${lineOf("a")}{"half`);
    await closeLastLine(path);
    // Of what is closed nothing is left to do.
    await closeLastLine(path);
    expect(readFileSync(path, "utf8")).toBe(`${lineOf("a")}{"half\n`);
  });

  it("of what is no file is told", async () => {
    mkdirSync(path);
    await expect(mendLastLine(path)).rejects.toThrow("EISDIR");
  });

  it("is told by the log that is opened alone, and left to be skipped by one that is shared", async () => {
    writeFileSync(path, `${lineOf("a")}{"half`);
    const alone = await openLog(path, "alone");
    expect(alone.torn).toEqual({ bytes: 6, text: '{"half' });
    await alone.append(sample("b"));
    await alone.close();
    expect(readFileSync(path, "utf8")).toBe(lineOf("a") + lineOf("b"));
    writeFileSync(path, `${lineOf("a")}{"half`);
    const shared = await openLog(path);
    expect(shared.torn).toBeUndefined();
    await shared.close();
    expect(readFileSync(path, "utf8")).toBe(`${lineOf("a")}{"half\n`);
  });
});
