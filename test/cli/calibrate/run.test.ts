import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calibrate } from "../../../src/cli/calibrate/run.ts";
import { serveStamps } from "../../../src/cli/calibrate/server.ts";
import { readCalibration } from "../../../src/cli/calibrate/stored.ts";
import type { Effects } from "../../../src/cli/effects.ts";
import { Calibration } from "../../../src/domain/health.ts";
import { type Workplace, workplace } from "../run-cli.ts";

let at: Workplace;
let out: string;
let err: string;
beforeEach(() => {
  at = workplace();
  out = "";
  err = "";
});
afterEach(() => {
  at.remove();
});

const effects = (more: Partial<Effects> = {}): Effects => ({
  stdout: { write: (text) => (out += text), isTTY: false },
  stderr: { write: (text) => (err += text), isTTY: false },
  stdin: () => Promise.resolve(undefined),
  env: {},
  cwd: at.folder,
  home: at.folder,
  root: resolve("."),
  vocabularies: at.folder,
  signal: new AbortController().signal,
  ...more,
});

const load = { ttft: 5, chunks: 4, gap: 2, parted: false };
const TINY = {
  levels: [
    { streams: 1, answers: 2, load },
    { streams: 3, answers: 1, load },
  ],
  start: () => serveStamps({ seed: 1 }),
};
const file = (): string => join(at.folder, "runs", "calibration.json");

describe("calibrate", () => {
  it("measures this machine, and keeps what it prints where a report finds it", async () => {
    await calibrate({ json: true }, effects(), TINY);
    const printed = Calibration.parse(JSON.parse(out));
    expect(err).toBe("Up to 2 levels against a server on this machine, in about 1 s.\n");
    expect(await readCalibration(at.folder)).toEqual(printed);
    const [first] = printed.levels;
    // Nothing is read before it was written; how late it is read is the machine's business.
    expect(first).toMatchObject({ streams: 1, n: 2 });
    for (const { ttft_error_p50_ms, ttft_error_p99_ms, chunk_error_p99_ms, chunks_per_s } of printed.levels) {
      expect(ttft_error_p50_ms).toBeGreaterThanOrEqual(0);
      expect(ttft_error_p99_ms).toBeGreaterThanOrEqual(ttft_error_p50_ms);
      expect(Number.isFinite(chunk_error_p99_ms)).toBe(true);
      expect(chunks_per_s).toBeGreaterThan(0);
    }
  });

  it("writes nothing when it is interrupted", async () => {
    const interrupt = new AbortController();
    const start = async (): ReturnType<typeof TINY.start> => {
      interrupt.abort();
      return await TINY.start();
    };
    await expect(calibrate({}, effects({ signal: interrupt.signal }), { ...TINY, start })).rejects.toThrow("aborted");
    expect([out, await readCalibration(at.folder)]).toEqual(["", undefined]);
  });

  it("teaches by example", async () => {
    const { code, out: help } = await at.cli(["calibrate", "--help"]);
    expect([code, help]).toEqual([0, expect.stringContaining("npm run eval -- calibrate --quick")]);
  });
});

describe("readCalibration", () => {
  const read = async (text?: string): Promise<[found: boolean, notes: number]> => {
    mkdirSync(join(at.folder, "runs"), { recursive: true });
    if (text !== undefined) writeFileSync(file(), text);
    const notes: string[] = [];
    const found = await readCalibration(at.folder, (note) => notes.push(note));
    return [found !== undefined, notes.length];
  };

  it("a missing file is no fault, a broken or another version's one is a note", async () => {
    expect(await read()).toEqual([false, 0]);
    await calibrate({ json: true, quiet: true }, effects(), { ...TINY, levels: TINY.levels.slice(0, 1) });
    expect(err).toBe("");
    const whole = readFileSync(file(), "utf8");
    expect(await read(whole)).toEqual([true, 0]);
    expect(await read(whole.slice(0, 40))).toEqual([false, 1]);
    expect(await read(whole.replace('"tokenwon.calibration": 1', '"tokenwon.calibration": 0'))).toEqual([false, 1]);
  });
});
