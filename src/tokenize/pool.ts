import { fileURLToPath } from "node:url";
import type Tinypool from "tinypool";

/** Threads that run worker.ts; started only where they are worth it. */
export async function startPool(threads: number): Promise<Tinypool> {
  const { default: Pool } = await import("tinypool");
  // Run from source, Node 20 reads the worker through tsx; built, it stands beside this file.
  const source = import.meta.url.endsWith(".ts");
  return new Pool({
    filename: fileURLToPath(new URL(source ? "./worker-from-source.mjs" : "./worker.js", import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    runtime: "worker_threads",
  });
}
