import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Attempt } from "../../../src/domain/attempt.ts";

const NODE = [process.execPath, "--import", createRequire(import.meta.url).resolve("tsx"), resolve("src/main.ts")];

export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
};

/** The command line as a process of its own. */
export type Running = { readonly child: ChildProcess; readonly pid: number; readonly ended: Promise<Ended> };

/** An empty folder, and the program run in it as a person would. */
export type Place = {
  readonly path: (name: string) => string;
  readonly start: (args: readonly string[], before?: string) => Running;
  /** Runs a command as it was printed: `npm run eval -- …`. */
  readonly typed: (command: string) => Running;
  readonly remove: () => void;
};

export function emptyPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "tokenwon-runs-"));
  const env = { PATH: process.env["PATH"], HOME: folder, TZ: "UTC", OPENAI_API_KEY: "none" };
  const shell = (command: string): Running => running(spawn("bash", ["-c", command, ...NODE], { cwd: folder, env }));
  return {
    path: (name) => join(folder, name),
    start: (args, before = ":") => {
      const words = args.map((word) => `'${word}'`).join(" ");
      return shell(`${before}; exec "$0" "$@" ${words}`);
    },
    typed: (command) => shell(command.replace(/^npm run eval -- /, 'exec "$0" "$@" ')),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function running(child: ChildProcess): Running {
  let [out, err] = ["", ""];
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<Ended>((done) => {
    child.on("close", (code, signal) => {
      done({ code, signal, out, err });
    });
  });
  return { child, pid: child.pid ?? 0, ended };
}

/** Waits until something has happened, or the process is over. */
export async function until(happened: () => boolean, { child }: Running): Promise<boolean> {
  while (!happened() && child.exitCode === null && child.signalCode === null) await pause(2);
  return happened();
}

/** kill -9, as soon as something has happened. */
export async function killedWhen(happened: () => boolean, one: Running): Promise<Ended> {
  await until(happened, one);
  one.child.kill("SIGKILL");
  return one.ended;
}

/** The attempts of a log, which must be whole. */
export const attemptsIn = (path: string): Attempt[] =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => Attempt.parse(JSON.parse(line)));

/** Trials that are over, each as often as it is: by an answer, a failure that no asking mends, or the last attempt. */
export const overIn = (lines: readonly Attempt[], attempts = 3): string[] =>
  lines.flatMap((line) => {
    const failure = line["tokenwon.failure"];
    if (failure?.kind === "aborted") return [];
    return failure?.retry !== true || line["tokenwon.attempt"] >= attempts ? [line["tokenwon.trial"] ?? ""] : [];
  });

/** The command that an error names as the next. */
export const nextIn = (err: string): string => /: (npm run eval -- .*)$/m.exec(err)?.[1] ?? "";
