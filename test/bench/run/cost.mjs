// Loaded before a client: leaves in a file what its process has cost.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const path = process.env.TOKENWON_BENCH_COST;
if (isMainThread && path !== undefined) {
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(path, JSON.stringify({ cpuMs: (user + system) / 1000, rssKb: process.resourceUsage().maxRSS }));
  });
}
