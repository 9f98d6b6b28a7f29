import { spawnSync } from "node:child_process";
import { median, type Row } from "./row.ts";
import { ask, type Cost } from "./run/ask.ts";
import { type Client, FETCH, OURS, SDK } from "./run/clients.ts";
import { askInRounds, type Costs } from "./run/rounds.ts";
import { ABOVE, type Figures, rowsOf, TIMES } from "./run/rows.ts";
import { type Server, startServer } from "./run/server.ts";

const CALLS = 2000;
/** Enough to see whether memory grows with the calls. */
const MANY_CALLS = 50_000;
const [FEW, MANY] = [10, 50];

/** Asks a server that answers after 20 ms, through clients that do more and more: whole processes, timed by the server. */
export async function benchRun(): Promise<Row[]> {
  const built = spawnSync("npm", ["run", "build"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`the build failed: ${built.stderr}`);
  const server = await startServer();
  try {
    const plan = { rounds: 5, calls: CALLS, most: [FEW, MANY] };
    const costs = await askInRounds([FETCH, SDK, OURS], plan, server);
    const rows = [
      ...plan.most.flatMap((most) => wallRows(costs, most)),
      ...plan.most.flatMap((most) => processorRows(costs, most)),
      ...memoryRows(costs),
    ];
    if (process.env["BENCH_QUICK"] !== undefined) return rows;
    return [...rows, ...(await manyCallsRows(costs, server))];
  } finally {
    await server.stop();
  }
}

type All = ReadonlyMap<Client, Costs>;

const figures = (costs: All, of: (costs: Costs) => readonly number[]): Figures =>
  [...costs].map(([{ name }, own]) => [name, of(own)]);

const callsOf = ({ calls }: Costs, most: number): readonly Cost[] => calls.get(most) ?? [];

function wallRows(costs: All, most: number): Row[] {
  const walls = figures(costs, (own) => callsOf(own, most).map(({ wallMs }) => wallMs / 1000));
  return rowsOf(walls, { what: `wall, ${most} in flight`, unit: "s", digits: 2, beside: TIMES });
}

/** Without what it takes to start and to ask once. */
function processorRows(costs: All, most: number): Row[] {
  const perCall = (own: Costs): number[] => {
    const start = median(own.start.map(({ cpuMs }) => cpuMs));
    return callsOf(own, most).map(({ cpuMs }) => (cpuMs - start) / (CALLS - 1));
  };
  const style = { what: `CPU a call, ${most} in flight`, unit: "ms", digits: 2, beside: ABOVE };
  return rowsOf(figures(costs, perCall), style);
}

/** As the limits are written: a megabyte is a million bytes. */
const megabytes = ({ rssKb }: Cost): number => (rssKb * 1024) / 1e6;

const memoryOf = (own: Costs): number[] => callsOf(own, MANY).map(megabytes);

const memoryRows = (costs: All): Row[] =>
  rowsOf(figures(costs, memoryOf), { what: `peak memory, ${MANY} in flight`, unit: "MB", digits: 0, beside: ABOVE });

/** Once only: it takes minutes. */
async function manyCallsRows(costs: All, server: Server): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [client, own] of costs) {
    if (client === FETCH) continue;
    const most = megabytes(await ask(client, { calls: MANY_CALLS, most: MANY }, server));
    const percent = ((most / median(memoryOf(own)) - 1) * 100).toFixed(0);
    rows.push({
      name: `peak memory, ${MANY_CALLS.toLocaleString("en")} calls: ${client.name}`,
      figure: `${most.toFixed(0)} MB`,
      beside: `${percent.startsWith("-") ? "" : "+"}${percent} % of that at ${CALLS.toLocaleString("en")}`,
      spread: "",
    });
  }
  return rows;
}
