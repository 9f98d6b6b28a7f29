import type { Effects } from "../effects.ts";
import { processesFor } from "../processes/how-many.ts";
import { openSpread } from "../processes/open-spread.ts";
import { openHere } from "./open-here.ts";
import type { Opened, OpenInput } from "./opened.ts";
import { waysOf } from "./ways.ts";

/** Providers answer, asked by this process or by several that it starts. */
export async function openNetwork(input: OpenInput, effects: Effects): Promise<Opened> {
  const { targets, mode, streams } = input;
  const ways = await waysOf(input, effects);
  const lanes = new Set(targets.map(ways.laneOf)).size;
  const processes = streams === undefined ? 1 : processesFor({ ...streams, lanes }, mode);
  return processes === 1
    ? openHere(input, { ...ways, process: 0 }, effects)
    : openSpread(input, { ...ways, processes }, effects);
}
