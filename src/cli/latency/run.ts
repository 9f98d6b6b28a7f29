import type { LatencySuite } from "../../domain/suite.ts";
import { latencyReport } from "../../report/latency/report.ts";
import { english } from "../../report/latency/wording.en.ts";
import { korean } from "../../report/latency/wording.ko.ts";
import { Rows } from "../../report/rows.ts";
import type { AskingPlan } from "../asking/plan.ts";
import type { Measured } from "../asking/print.ts";
import { type Answers, runAsking } from "../asking/run.ts";
import { readCalibration } from "../calibrate/stored.ts";
import { type Effects, say } from "../effects.ts";
import { readHealth } from "../health/read.ts";
import type { RunFlags } from "../run-flags.ts";
import { loadOfRun } from "../runs/loads.ts";
import { spends } from "../trials/modes.ts";
import { LATENCY_FORMATS, type LatencyFormat, latencyFiles } from "./files.ts";
import type { LatencyInput } from "./input.ts";
import { measureLatency } from "./measure.ts";
import { NEXT } from "./next.ts";
import { publishedTimes } from "./published.ts";

/** Runs a suite of kind "latency": how long answers take, and how far that can be believed. */
export async function runLatency(suite: LatencySuite, flags: RunFlags, effects: Effects): Promise<void> {
  // Before anything is asked: a list that cannot be read is found out before it costs anything.
  const published = await publishedTimes(effects.root, suite.claims);
  const measure = (answers: Answers<LatencySuite>): Promise<Measured<LatencyFormat>> =>
    measured(answers, published, effects);
  return runAsking(suite, { formats: LATENCY_FORMATS, measure }, flags, effects);
}

async function measured(
  { plan, folder, ...answers }: Answers<LatencySuite>,
  published: LatencyInput["published"],
  effects: Effects,
): Promise<Measured<LatencyFormat>> {
  const { mode, seed } = plan;
  const note = (sentence: string): void => {
    say(effects.stderr, sentence);
  };
  const input: LatencyInput = {
    ...answers,
    seed,
    load: mode === "replay" ? undefined : await loadOfRun(folder.log),
    health: await readHealth(folder.log),
    // What this machine can do says something only of what was timed here.
    calibration: spends(mode) ? await readCalibration(effects.home, note) : undefined,
    published,
    limitedRecordings: limitedAmong(plan),
    log: folder.shownLog,
  };
  const result = measureLatency(input);
  const { facts } = result;
  return {
    files: (formats) => latencyFiles(input, formats, result),
    facts,
    blocks: (locale) => latencyReport(new Rows(result.rows), facts, locale === "ko" ? korean : english).blocks,
    next: NEXT,
    json: { targets: facts.targets, health: facts.health },
  };
}

function limitedAmong({ mode, targets, recordings }: AskingPlan): string[] {
  if (mode !== "replay") return [];
  return targets.filter((target) => recordings.get(target)?.recording.header.limited === true);
}
