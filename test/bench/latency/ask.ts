import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { timingErrors } from "../../../src/cli/calibrate/errors.ts";
import { startStampingServer } from "../../../src/cli/calibrate/server-process.ts";
import { Attempt } from "../../../src/domain/attempt.ts";
import { quantile } from "../../../src/measure/quantile.ts";
import type { Client, Load } from "./clients.ts";
import { steady } from "./steady.ts";

/** How wrong the times of a run were, in ms, and on how many answers that rests. */
export type Wrong = {
  readonly ttftP50: number;
  readonly ttftP99: number;
  readonly gapP99: number;
  readonly answers: number;
};

/** What is read of a line; a bare client writes no more. */
const Line = Attempt.pick({
  "tokenwon.started": true,
  "tokenwon.end_ms": true,
  "tokenwon.ttft_ms": true,
  "tokenwon.output_gaps_us": true,
  "tokenwon.text": true,
});

/** Runs a client as a process of its own against a fresh server, and compares what it wrote down with what the server says. */
export async function ask({ name, args, log }: Client, load: Load): Promise<Wrong> {
  const folder = mkdtempSync(join(tmpdir(), "tokenwon-bench-"));
  const server = await startStampingServer();
  try {
    const child = spawn(process.execPath, args(load, server.url, folder), {
      stdio: ["ignore", "ignore", "pipe"],
      env: plainEnvironment(),
    });
    const [said, [status]] = await Promise.all([text(child.stderr), once(child, "exit") as Promise<[number | null]>]);
    if (status !== 0) throw new Error(`${name} ended with ${status ?? "a signal"}: ${said}`);
    const lines = readFileSync(join(folder, log), "utf8")
      .split("\n")
      .flatMap((line) => (line === "" ? [] : [Line.parse(JSON.parse(line))]));
    if (lines.length !== load.calls)
      throw new Error(`${name} was to ask ${load.calls} times and wrote ${lines.length} lines`);
    return wrongness(steady(lines, load.streams), name);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function wrongness(lines: Parameters<typeof timingErrors>[0][], name: string): Wrong {
  const errors = lines.map((line) => timingErrors(line));
  const known = errors.flatMap((error) => error ?? []);
  if (known.length < errors.length) throw new Error(`${name} lost chunks`);
  const of = (values: readonly number[], q: number): number =>
    quantile(
      values.toSorted((a, b) => a - b),
      q,
    ) ?? Number.NaN;
  const ttft = known.map((error) => error.ttft);
  return {
    ttftP50: of(ttft, 0.5),
    ttftP99: of(ttft, 0.99),
    gapP99: of(
      known.flatMap(({ gaps }) => gaps),
      0.99,
    ),
    answers: known.length,
  };
}

/** Flags that are set in the environment would change what is measured. */
const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TOKENWON|OPENAI)_/.test(name)));
