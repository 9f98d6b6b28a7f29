import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../domain/error.ts";
import type { Calibration, CalibrationLevel } from "../../domain/health.ts";
import { openLog } from "../../log/append.ts";
import { holds, kneeOf } from "../../measure/latency/knee.ts";
import { liveTransport } from "../../transport/live.ts";
import { type Effects, say } from "../effects.ts";
import { realClock } from "../live/clock.ts";
import { progressOn } from "../progress.ts";
import type { CalibrateFlags } from "./flags.ts";
import { type Tools, tryLevel } from "./level.ts";
import { durationOf, FULL, type Level, QUICK } from "./plan.ts";
import { calibrationText } from "./print.ts";
import type { StampingServer } from "./server.ts";
import { startStampingServer } from "./server-process.ts";
import { writeCalibration } from "./stored.ts";

/** What is tried, and against what. */
export type Trying = { readonly levels: readonly Level[]; readonly start: () => Promise<StampingServer> };

/** Tries the levels, prints what was found, and keeps it for reports. */
export async function calibrate(
  flags: CalibrateFlags,
  effects: Effects,
  { levels, start }: Trying = { levels: flags.quick === true ? QUICK : FULL, start: startStampingServer },
): Promise<void> {
  const load = loadavg()[0] ?? 0;
  const seconds = Math.ceil(levels.reduce((sum, level) => sum + durationOf(level), 0) / 1000);
  if (flags.quiet !== true) {
    say(effects.stderr, `Up to ${levels.length} levels against a server on this machine, in about ${seconds} s.`);
  }
  const tried = await against(start, effects, (tools) => tryLevels(levels, tools, flags, effects));
  const [first, ...more] = tried;
  if (first === undefined) throw new UserError("incomplete", "No level was tried.");
  const knee = kneeOf(tried);
  const calibration: Calibration = {
    "tokenwon.calibration": 1,
    day: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    processor: cpus()[0]?.model.trim() ?? "unknown processor",
    cores: availableParallelism(),
    load: Math.round(load * 100) / 100,
    levels: [first, ...more],
    ...(knee === undefined ? {} : { knee }),
  };
  const file = await writeCalibration(effects.home, calibration, effects.signal);
  const most = Math.max(...levels.map(({ streams }) => streams));
  say(
    effects.stdout,
    flags.json === true
      ? JSON.stringify(calibration, null, 2)
      : calibrationText(calibration, { most, file, locale: flags.locale ?? "en" }),
  );
}

/** Does the work with a server, connections and a log of its own, none of which is left. */
async function against<T>(start: Trying["start"], { signal }: Effects, work: (tools: Tools) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "tokenwon-calibrate-"));
  const log = await openLog(join(folder, "attempts.jsonl"), "alone");
  const live = liveTransport(realClock);
  try {
    const server = await start();
    try {
      return await work({ url: server.url, live, append: log.append, signal });
    } finally {
      await live.close();
      await server.close();
    }
  } finally {
    await log.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One level after another, up to the first that does not hold. */
async function tryLevels(
  levels: readonly Level[],
  tools: Tools,
  { quiet }: CalibrateFlags,
  effects: Effects,
): Promise<CalibrationLevel[]> {
  const progress = progressOn(effects, quiet === true ? "none" : "auto");
  const tried: CalibrationLevel[] = [];
  try {
    for (const [i, level] of levels.entries()) {
      const { streams } = level;
      progress.update(`calibrating: ${streams} ${streams === 1 ? "stream" : "streams"}`, i / levels.length);
      const once = (): Promise<CalibrationLevel> => tryLevel(level, tools);
      let found = await once();
      // What only a neighbour's burst has spoilt is right the next time.
      if (!holds(found)) found = better(found, await once());
      tried.push(found);
      if (!holds(found)) break;
    }
  } finally {
    progress.end();
  }
  return tried;
}

const better = (a: CalibrationLevel, b: CalibrationLevel): CalibrationLevel =>
  b.ttft_error_p99_ms < a.ttft_error_p99_ms ? b : a;
