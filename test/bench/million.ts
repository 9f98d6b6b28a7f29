import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, type Row } from "./row.ts";

/** Trials of a repetition: 24 prompts in two languages to six targets. */
const PER_REPETITION = 288;
const REPETITIONS = Math.ceil(1_000_000 / PER_REPETITION);
const TRIALS = PER_REPETITION * REPETITIONS;
/** Repetitions of the suite that are simulated; the others are their copies. */
const SIMULATED = 10;
const ROUNDS = 3;
const COST = fileURLToPath(new URL("run/cost.mjs", import.meta.url));

type Cost = { readonly wallMs: number; readonly rssKb: number };

/**
 * The report of a run of a million trials, from its log: the whole process of the command that goes on with it and finds
 * everything done. Beside a process that only parses the lines.
 */
export async function benchMillion(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "tokenwon-million-"));
  try {
    const log = await makeLog(folder);
    const own = ["dist/main.js", ...asked(TRIALS, folder), "--quiet", "--resume"];
    const parse = `
      const { createInterface } = require("node:readline");
      createInterface({ input: require("node:fs").createReadStream(${JSON.stringify(log.file)}) }).on("line", JSON.parse);`;
    const costs: { readonly parse: Cost[]; readonly own: Cost[] } = { parse: [], own: [] };
    for (let round = 0; round < ROUNDS; round++) {
      costs.parse.push(await run(["-e", parse], folder));
      costs.own.push(await run(own, folder));
    }
    const bytes = `${(statSync(log.file).size / 1e9).toFixed(1)} GB, ${log.lines.toLocaleString("en")} lines`;
    return [
      rowOf(`node, parsing ${bytes} (floor)`, costs.parse, ""),
      rowOf("tokenwon, report written", costs.own, times(costs)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asked = (trials: number, folder: string): string[] => [
  ...["--suite", "latency", "--mode", "simulate", "--trials", String(trials), "--out", folder],
];

/** A run of a million trials that was stopped at once, with a log as if it had gone on to its end. */
async function makeLog(folder: string): Promise<{ readonly file: string; readonly lines: number }> {
  const small = mkdtempSync(join(tmpdir(), "tokenwon-million-small-"));
  await run(["dist/main.js", ...asked(SIMULATED * PER_REPETITION, small), "--quiet"], small);
  const lines = readFileSync(join(small, "run", "attempts.jsonl"), "utf8")
    .trimEnd()
    .split("\n");
  rmSync(small, { recursive: true, force: true });
  await run(["dist/main.js", ...asked(TRIALS, folder), "--quiet", "--max-duration", "1s"], folder, 4);
  const file = join(folder, "run", "attempts.jsonl");
  const out = openSync(file, "w");
  let written = 0;
  for (let copy = 0; copy * SIMULATED < REPETITIONS; copy++) {
    const text = lines.flatMap((line) => {
      const [, repetition = "1"] = /"tokenwon\.trial":"[^"]* (\d+)"/.exec(line) ?? [];
      const later = Number(repetition) + copy * SIMULATED;
      if (later > REPETITIONS) return [];
      return [line.replaceAll(new RegExp(` ${repetition}(?=( #\\d+)?")`, "g"), ` ${later}`)];
    });
    written += text.length;
    writeSync(out, `${text.join("\n")}\n`);
  }
  closeSync(out);
  return { file, lines: written };
}

async function run(args: readonly string[], folder: string, expected = 0): Promise<Cost> {
  const cost = join(folder, "cost.json");
  const begun = performance.now();
  const child = spawn(process.execPath, ["--import", COST, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, TOKENWON_BENCH_COST: cost },
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== expected) throw new Error(`${args.join(" ")} ended with ${code ?? "a signal"}`);
  return { wallMs: performance.now() - begun, rssKb: (JSON.parse(readFileSync(cost, "utf8")) as Cost).rssKb };
}

const times = ({ parse, own }: { readonly parse: readonly Cost[]; readonly own: readonly Cost[] }): string =>
  `${(median(own.map(({ wallMs }) => wallMs)) / median(parse.map(({ wallMs }) => wallMs))).toFixed(2)} x the floor`;

function rowOf(name: string, costs: readonly Cost[], beside: string): Row {
  const wall = costs.map(({ wallMs }) => wallMs / 1000);
  const rss = costs.map(({ rssKb }) => rssKb / 1000);
  return {
    name,
    figure: `${median(wall).toFixed(1)} s, ${median(rss).toFixed(0)} MB`,
    beside,
    spread: `${Math.min(...wall).toFixed(1)}–${Math.max(...wall).toFixed(1)} s, ${Math.min(...rss).toFixed(0)}–${Math.max(...rss).toFixed(0)} MB`,
  };
}
