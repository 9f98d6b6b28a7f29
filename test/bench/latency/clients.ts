import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { modelOf, USUAL_LOAD } from "../../../src/cli/calibrate/answer-load.ts";

/** So many streams at a time, and so many calls of all of them. */
export type Load = { readonly streams: number; readonly calls: number };

/** A program that asks the stamping server, as the words after `node`, and where below its folder it leaves a line for each answer. */
export type Client = {
  readonly name: string;
  readonly args: (load: Load, url: string, folder: string) => readonly string[];
  readonly log: string;
};

/** The suite whose log is read. */
const SUITE = "latency";

/** Streams that begin together part after their first answer. */
const MODEL = modelOf({ ...USUAL_LOAD, parted: true });

/** Nothing but the SDK. */
export const BARE: Client = {
  name: "bare SDK",
  args: ({ streams, calls }, url, folder) => [
    fileURLToPath(new URL("bare.mjs", import.meta.url)),
    ...[url, MODEL, String(streams), String(calls), join(folder, "lines.jsonl")],
  ],
  log: "lines.jsonl",
};

/** The command line as it is built; with more flags, under another name. */
export const ours = (name = "tokenwon", ...more: readonly string[]): Client => ({
  name,
  args: ({ streams, calls }, url, folder) => [
    join("dist", "main.js"),
    ...["--suite", SUITE, "--mode", "live", "--target", `local/${MODEL}`, "--base-url", `local=${url}`],
    ...["--trials", String(calls), "--concurrency", String(streams), "--out", join(folder, "out"), "--quiet", ...more],
  ],
  log: join("out", "run", "attempts.jsonl"),
});
