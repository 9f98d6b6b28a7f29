import { spawnSync } from "node:child_process";
import { ask, type Wrong } from "./latency/ask.ts";
import { BARE, type Client, type Load, ours } from "./latency/clients.ts";
import type { Row } from "./row.ts";
import { ABOVE, type Figures, rowsOf } from "./run/rows.ts";

const QUICK = process.env["BENCH_QUICK"] !== undefined;
const ROUNDS = QUICK ? 1 : 5;

/** Enough calls that over a hundred are asked for while all streams are under way, in a process that has settled. */
const BESIDE: readonly Load[] = [
  { streams: 32, calls: 384 },
  { streams: 128, calls: 1280 },
];
const BEYOND: Load = { streams: 512, calls: 3072 };

/** How wrong times are that a bare client of the SDK measures, and ours, against a server that knows them: whole processes in turn. */
export async function benchLatency(): Promise<Row[]> {
  const built = spawnSync("npm", ["run", "build"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`the build failed: ${built.stderr}`);
  const rows: Row[] = [];
  for (const load of BESIDE) rows.push(...rowsAt(load, await inRounds([BARE, ours()], load, ROUNDS)));
  const clients = splits()
    ? [ours("one process", "--processes", "1"), ours("two processes", "--processes", "2")]
    : [ours("one process")];
  return [...rows, ...rowsAt(BEYOND, await inRounds(clients, BEYOND, QUICK ? 1 : 3))];
}

type All = ReadonlyMap<Client, readonly Wrong[]>;

/** Every client in turn, so that whatever slows the machine for a while slows all of them. */
async function inRounds(clients: readonly Client[], load: Load, rounds: number): Promise<All> {
  const wrong = new Map(clients.map((client) => [client, [] as Wrong[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [client, kept] of wrong) kept.push(await ask(client, load));
  }
  return wrong;
}

function rowsAt({ streams }: Load, all: All): Row[] {
  const rows = (what: string, of: (wrong: Wrong) => number): Row[] => {
    const figures: Figures = [...all].map(([{ name }, wrong]) => [name, wrong.map(of)]);
    return rowsOf(figures, { what: `${what}, ${streams} streams`, unit: "ms", digits: 2, beside: ABOVE });
  };
  return [
    ...rows("TTFT error p50", ({ ttftP50 }) => ttftP50),
    ...rows("TTFT error p99", ({ ttftP99 }) => ttftP99),
    ...rows("gap error p99", ({ gapP99 }) => gapP99),
  ];
}

/** Whether a run can be split over processes. */
const splits = (): boolean =>
  spawnSync(process.execPath, ["dist/main.js", "run", "--help"], { encoding: "utf8" }).stdout.includes("--processes");
