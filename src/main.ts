#!/usr/bin/env node
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { addAbortSignal } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Effects, Output } from "./cli/effects.ts";
import { runCommandLine } from "./cli/program.ts";

/** The package: the nearest folder above this file that holds datasets/ (src/ and dist/ both stand in it). */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "datasets")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function output(stream: NodeJS.WriteStream): Output {
  // A reader that has seen enough (`| head`) is no fault, and what is paid for is still written down.
  let gone = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    gone = true;
  });
  return {
    write: (text) => {
      if (!gone) stream.write(text);
    },
    isTTY: stream.isTTY,
  };
}

const interrupt = new AbortController();
// The first Ctrl-C asks every stage to stop and tidy up; a second one ends the process at once.
process.once("SIGINT", () => {
  interrupt.abort();
});
process.once("SIGTERM", () => {
  interrupt.abort();
});

async function readStdin(): Promise<Uint8Array | undefined> {
  if (process.stdin.isTTY) return undefined;
  const chunks: Buffer[] = [];
  // Ctrl-C does not wait for whoever pipes.
  for await (const chunk of addAbortSignal(interrupt.signal, process.stdin)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

// An empty variable says nothing, and a switch set to 0 or false is off; other flags may well be 0.
const SWITCHES = [
  "TOKENWON_ALL",
  "TOKENWON_COMMITTED",
  "TOKENWON_JSON",
  "TOKENWON_QUICK",
  "TOKENWON_QUIET",
  "TOKENWON_RESIDENCY",
];
for (const [name, value = ""] of Object.entries(process.env)) {
  const off = SWITCHES.includes(name) && /^(0|false|no)$/i.test(value);
  if (name.startsWith("TOKENWON_") && (value === "" || off)) Reflect.deleteProperty(process.env, name);
}
const home = process.cwd();
// npm moves to the package's folder; back to where the person typed, so that paths are taken from there and shown so.
const typedIn = process.env["npm_lifecycle_event"] === "eval" ? process.env["INIT_CWD"] : undefined;
if (typedIn !== undefined && existsSync(typedIn)) process.chdir(typedIn);
const root = packageRoot();
const effects: Effects = {
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  stdin: readStdin,
  env: process.env,
  cwd: process.cwd(),
  home,
  root,
  vocabularies: process.env["TOKENWON_VOCABULARIES"] ?? join(root, "vocabularies"),
  get columns() {
    return process.stderr.isTTY ? process.stderr.columns : undefined;
  },
  signal: interrupt.signal,
};
process.exitCode = await runCommandLine(process.argv.slice(2), effects);
