import type { Effects } from "../effects.ts";
import { openNetwork } from "./open-network.ts";
import { openReplay } from "./open-replay.ts";
import { openSimulator } from "./open-simulator.ts";
import type { Opened, OpenInput } from "./opened.ts";

/** Opens every target in a mode. Whatever cannot work is said before anything is asked. */
export async function openTargets(input: OpenInput, effects: Effects): Promise<Opened> {
  switch (input.mode) {
    case "simulate":
      return openSimulator(input, effects);
    case "replay":
      return openReplay(input, effects);
    default:
      return openNetwork(input, effects);
  }
}
