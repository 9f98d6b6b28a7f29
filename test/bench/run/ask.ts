import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Client, Load } from "./clients.ts";
import type { Server } from "./server.ts";

/** What a run took by the server's clock, and what its process took in all: processor time and most memory. */
export type Cost = { readonly wallMs: number; readonly cpuMs: number; readonly rssKb: number };

const AT_EXIT = new URL("cost.mjs", import.meta.url).href;

/** Runs a client as a process of its own. Fewer answers than calls is an error: they would cost less. */
export async function ask({ name, args }: Client, load: Load, server: Server): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "tokenwon-bench-"));
  try {
    const cost = join(folder, "cost.json");
    await server.span();
    const child = spawn(process.execPath, ["--import", AT_EXIT, ...args(load, server.url, folder)], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...plainEnvironment(), TOKENWON_BENCH_COST: cost },
    });
    const [said, [status]] = await Promise.all([text(child.stderr), once(child, "exit") as Promise<[number | null]>]);
    if (status !== 0) throw new Error(`${name} ended with ${status ?? "a signal"}: ${said}`);
    const { answered, ms } = await server.span();
    if (answered !== load.calls) throw new Error(`${name} was to ask ${load.calls} times and got ${answered} answers`);
    return { wallMs: ms, ...(JSON.parse(readFileSync(cost, "utf8")) as Omit<Cost, "wallMs">) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Flags that are set in the environment would change what is measured. */
const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TOKENWON|OPENAI)_/.test(name)));
