import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attempt } from "../../src/domain/attempt.ts";
import { openLog } from "../../src/log/append.ts";
import { eachLogged, type Lost } from "../../src/log/read.ts";
import { sample } from "./sample.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tokenwon-log-"));
  path = join(folder, "runs", "1", "attempts.jsonl");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function read(): Promise<{ readonly attempts: Attempt[]; readonly lost: Lost[] }> {
  const lost: Lost[] = [];
  const attempts: Attempt[] = [];
  await eachLogged(path, (attempt) => attempts.push(attempt), { onLost: (one) => lost.push(one) });
  return { attempts, lost };
}
async function append(...lines: readonly Attempt[]): Promise<void> {
  const log = await openLog(path);
  for (const line of lines) await log.append(line);
  await log.close();
}
/** As figures need them. */
const bare = (lines: readonly Attempt[]): Attempt[] =>
  lines.map((line) => ({
    ...line,
    "tokenwon.text": /^\S/u.exec(line["tokenwon.text"])?.[0] ?? "",
    "tokenwon.wire": { ...line["tokenwon.wire"], chunks: [] },
  }));
const ids = (attempts: readonly Attempt[]): string[] => attempts.map((line) => line["tokenwon.attempt_id"]);
const numbered = (n: number, prefix = ""): Attempt[] => Array.from({ length: n }, (_, i) => sample(`${prefix}${i}`));

describe("appending", () => {
  it("keeps the order of the calls when nobody waits for the one before", async () => {
    const lines = numbered(200);
    const log = await openLog(path);
    const done: string[] = [];
    for (const line of lines) void log.append(line).then(() => done.push(line["tokenwon.attempt_id"]));
    await log.close();
    expect(done).toEqual(ids(lines));
    expect(await read()).toEqual({ attempts: bare(lines), lost: [] });
  });

  it("has written a line when its promise is done, and makes the folders", async () => {
    const log = await openLog(path);
    await log.append(sample("a"));
    expect(readFileSync(path, "utf8")).toBe(`${JSON.stringify(sample("a"))}\n`);
    await log.close();
  });

  it("adds to what is there", async () => {
    await append(sample("a"));
    await append(sample("b"), sample("c"));
    expect(ids((await read()).attempts)).toEqual(["a", "b", "c"]);
  });

  it("glues nothing together when two write to the same file", async () => {
    const logs = await Promise.all([openLog(path), openLog(path)]);
    await Promise.all(numbered(60).map((line, i) => (i % 2 === 0 ? logs[0] : logs[1]).append(line)));
    await Promise.all(logs.map((log) => log.close()));
    const { attempts, lost } = await read();
    expect(lost).toEqual([]);
    expect(new Set(ids(attempts)).size).toBe(60);
  });

  it("writes a line that holds every kind of line break on one line", async () => {
    const line = sample("a", "줄1\n줄2\r\n줄3\u2028줄4\u2029줄5\u0085줄6\u000b\u000c끝");
    await append(line, sample("b"));
    expect(await read()).toEqual({ attempts: bare([line, sample("b")]), lost: [] });
  });
});

describe("what a killed process leaves", () => {
  it("is closed, skipped and told, wherever it was cut", async () => {
    await append(sample("a"), sample("b", "뷁😀"));
    const whole = readFileSync(path);
    const first = whole.indexOf("\n") + 1;
    const cuts = Array.from({ length: 30 }, (_, i) => first + 1 + Math.floor(((whole.length - first - 3) * i) / 29));
    const inText = whole.indexOf(Buffer.from("뷁"));
    for (const size of [...cuts, inText + 1, inText + 2, inText + 4]) {
      writeFileSync(path, whole);
      truncateSync(path, size);
      await append(sample("c"));
      const { attempts, lost } = await read();
      expect([size, ids(attempts), lost]).toEqual([size, ["a", "c"], [{ line: 2, why: "it is not JSON" }]]);
    }
  });

  it("is nothing lost when only the line break is missing", async () => {
    await append(sample("a"), sample("b"));
    truncateSync(path, statSync(path).size - 1);
    await append(sample("c"));
    expect(await read()).toEqual({ attempts: bare([sample("a"), sample("b"), sample("c")]), lost: [] });
  });

  it("can be read before anybody appends to it", async () => {
    await append(sample("a"), sample("b"));
    truncateSync(path, statSync(path).size - 20);
    expect(await read()).toEqual({ attempts: bare([sample("a")]), lost: [{ line: 2, why: "it is not JSON" }] });
  });
});

describe("reading", () => {
  it("tells every damaged line by its number, and goes on", async () => {
    await append(sample("a"));
    const wrong = [
      "{",
      JSON.stringify({ ...sample("x"), "tokenwon.version": 2 }),
      "",
      "null",
      JSON.stringify({ ...sample("x"), "tokenwon.end_ms": "soon" }),
    ];
    appendFileSync(path, `${wrong.join("\r\n")}\n`);
    await append(sample("b"));
    const { attempts, lost } = await read();
    expect(ids(attempts)).toEqual(["a", "b"]);
    expect(lost.map(({ line }) => line)).toEqual([2, 3, 5, 6]);
    expect(lost.map(({ why }) => why)).toEqual([
      "it is not JSON",
      expect.stringContaining("tokenwon.version: "),
      expect.stringContaining("expected object"),
      expect.stringContaining("tokenwon.end_ms: "),
    ]);
  });

  it("keeps fields that it does not know", async () => {
    const line = { ...sample("a"), "tokenwon.later": { why: ["새것"] }, "gen_ai.new": 1 };
    await append(line);
    expect((await read()).attempts).toEqual(bare([line]));
  });

  it("reads 5,000 lines back, of any length", async () => {
    await append();
    const lines = numbered(5_000).map((line, i) => ({ ...line, "tokenwon.text": "가나다😀".repeat(i % 97) }));
    writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const { attempts, lost } = await read();
    expect(lost).toEqual([]);
    expect(attempts).toEqual(bare(lines));
  });

  it("reads an empty log, and throws where there is none", async () => {
    await append();
    expect(await read()).toEqual({ attempts: [], lost: [] });
    rmSync(path);
    await expect(read()).rejects.toThrow("ENOENT");
  });
});
