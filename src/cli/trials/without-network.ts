import { targetParts } from "../live/target-parts.ts";
import type { Opened } from "./opened.ts";

/** What is the same wherever nobody is asked over the network: nothing is to be warmed up, and no time passes. */
export const WITHOUT_NETWORK: Pick<Opened, "laneOf" | "processes" | "warmUp" | "watch"> = {
  laneOf: (target) => targetParts(target).provider,
  processes: 1,
  warmUp: () => Promise.resolve(),
  watch: () => undefined,
};
