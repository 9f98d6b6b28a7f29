import { availableParallelism, cpus, loadavg } from "node:os";
import { table } from "../../src/cli/table.ts";
import { benchCounting } from "./counting.ts";
import { benchLatency } from "./latency.ts";
import { benchLongPieces } from "./long-pieces.ts";
import { benchMillion } from "./million.ts";
import { benchReplay } from "./replay.ts";
import type { Row } from "./row.ts";
import { benchRun } from "./run.ts";
import { benchSimulate } from "./simulate.ts";
import { benchStart } from "./start.ts";

/** `npm run bench [name …]`: every figure beside a floor or a peer, measured in the same run. */
const BENCHES: Record<string, { readonly title: string; readonly run: () => Promise<Row[]> }> = {
  counting: { title: "Counting 20 MB of Korean, o200k_base", run: benchCounting },
  latency: {
    title:
      "Errors of measured times against a server that stamps its chunks: TTFT 200 ms, 60 chunks 20 ms apart, closed loop",
    run: benchLatency,
  },
  "long-pieces": {
    title:
      "Text without a break, o200k_base (gpt-tokenizer, js-tiktoken and tiktoken: over 60 s at 1 MB, measured apart)",
    run: benchLongPieces,
  },
  million: { title: "A report from a log of a million trials, whole processes", run: benchMillion },
  replay: { title: "Replay of 2,040 recordings (28 MB), whole processes", run: benchReplay },
  run: {
    title: "2,000 calls of a server that streams after 20 ms, logged: whole processes, CPU without their start",
    run: benchRun,
  },
  simulate: {
    title: "Lateness of the simulator's server: 64 streams, 50 chunks each, 20 ms apart",
    run: benchSimulate,
  },
  start: { title: "Whole processes", run: benchStart },
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  process.stderr.write(`There is no bench "${unknown}". Known: ${Object.keys(BENCHES).join(", ")}.\n`);
  process.exit(2);
}
const machine = `${availableParallelism()} cores, ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.versions.node}`;
process.stdout.write(`${machine}; load ${loadavg()[0]?.toFixed(2) ?? "?"} before, medians with the span of all runs\n`);
for (const [name, { title, run }] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const rows = await run();
  const cells = rows.map(({ name: label, figure, beside, spread }) => [label, figure, beside, spread]);
  process.stdout.write(
    `\n${title}\n${table(["", "median", "beside", "span"], cells, ["left", "right", "right", "right"])}\n`,
  );
}
