import { Worker } from "node:worker_threads";
import type { Sent } from "../../src/cli/simulate/sent.ts";
import { serveSimulator } from "../../src/cli/simulate/server.ts";
import type { Simulator } from "../../src/domain/simulator.ts";
import { quantile } from "../../src/measure/quantile.ts";
import { median, type Row } from "./row.ts";

const STREAMS = 64;
const CHUNKS = 50;
const GAP_MS = 20;
const ROUNDS = 5;

/** Reads that many streams at once, in a thread of its own, so that it does not hold up the server. */
const CLIENT = `
  const { parentPort, workerData: { url, streams } } = require("node:worker_threads");
  const read = async (_, index) => (await fetch(url, { method: "POST", body: String(index) })).text();
  Promise.all(Array.from({ length: streams }, read)).then(() => parentPort.postMessage("done"));`;

/** How late the simulator's server sends, against its plan: first chunk, last chunk and end of 64 streams, beside bare timers for the times of all chunks. */
export async function benchSimulate(): Promise<Row[]> {
  const server: number[][] = [];
  const timers: number[][] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const late = [await streamAll(), await bareTimers()].map((all) => all.sort((a, b) => a - b));
    if (round === 0) continue; // It only warms the code.
    server.push(late[0] ?? []);
    timers.push(late[1] ?? []);
  }
  const over = (rounds: readonly number[][], q: number): number[] =>
    rounds.map((late) => quantile(late, q) ?? Number.NaN);
  const row = (name: string, q: number): Row => {
    const late = over(server, q);
    return {
      name,
      figure: `${median(late).toFixed(2)} ms`,
      beside: `${median(over(timers, q)).toFixed(2)} ms bare timers`,
      spread: `${Math.min(...late).toFixed(2)}–${Math.max(...late).toFixed(2)} ms`,
    };
  };
  return [row("p50", 0.5), row("p99", 0.99), row("worst", 1)];
}

/** When chunk `i` of a stream is due, in ms; streams are spread over a gap, as those of many users are. */
const dueAt = (stream: number, i: number): number => 50 + (stream * GAP_MS) / STREAMS + i * GAP_MS;

/** The floor: the same times by timers that send nothing. */
async function bareTimers(): Promise<number[]> {
  const late: number[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: STREAMS * CHUNKS }, (_, n) => {
      const due = start + dueAt(n % STREAMS, Math.floor(n / STREAMS));
      return new Promise<void>((done) => {
        setTimeout(
          () => {
            late.push(performance.now() - due);
            done();
          },
          Math.ceil(due - performance.now()),
        );
      });
    }),
  );
  return late;
}

async function streamAll(): Promise<number[]> {
  const late: number[] = [];
  const simulator: Simulator = {
    answer: ({ body }) => {
      const at = (i: number): number => dueAt(Number(body), i);
      return {
        head: { at: at(0), status: 200, headers: {} },
        reads: Array.from({ length: CHUNKS }, (_, i) => ({ at: at(i), bytes: FRAME })),
        end: { at: at(CHUNKS), how: "eof" },
      };
    },
  };
  const onSent = (sent: Sent): void => {
    late.push((sent.first_ms ?? Number.NaN) - (sent.planned_first_ms ?? Number.NaN));
    late.push((sent.last_ms ?? Number.NaN) - (sent.planned_last_ms ?? Number.NaN));
    late.push(sent.end_ms - (sent.planned_end_ms ?? Number.NaN));
  };
  const server = await serveSimulator(simulator, {
    port: 0,
    host: "127.0.0.1",
    now: () => performance.now(),
    onSent,
    onFault: (error) => {
      throw error;
    },
  });
  const client = new Worker(CLIENT, { eval: true, workerData: { url: server.url, streams: STREAMS } });
  await new Promise((done, failed) => client.once("message", done).once("error", failed));
  await client.terminate();
  await server.close();
  return late;
}

const FRAME = Buffer.from(`data: {"choices":[{"index":0,"delta":{"content":"안녕하세요"}}]}\n\n`);
