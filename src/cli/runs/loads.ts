import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EVENTS_FILE } from "./events-file.ts";

/** How hard a run asked, over all of its sessions that asked anything. */
export type RunLoad = { readonly concurrency: number; readonly rate?: number; readonly arrival?: string };

/**
 * The load of a run by its own record, which the command that only writes the report again does not change: of several
 * sessions the most. Undefined where there is no record.
 */
export async function loadOfRun(folder: string): Promise<RunLoad | undefined> {
  const text = await readFile(join(folder, EVENTS_FILE), "utf8").catch(() => "");
  const loads = text.split("\n").flatMap((line) => loadIn(line) ?? []);
  return loads.reduce<RunLoad | undefined>(
    (most, load) => (most === undefined || load.concurrency > most.concurrency ? load : most),
    undefined,
  );
}

function loadIn(line: string): RunLoad | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const { event, left, concurrency, rate, arrival } = (value ?? {}) as Record<string, unknown>;
  if (event !== "begin" || typeof left !== "number" || left === 0 || typeof concurrency !== "number") return undefined;
  return {
    concurrency,
    ...(typeof rate === "number" ? { rate } : {}),
    ...(typeof arrival === "string" ? { arrival } : {}),
  };
}
