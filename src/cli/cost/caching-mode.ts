import { InvalidArgumentError } from "commander";
import type { CachingMode } from "../../cost/scenario/caching.ts";

/** `off`, `turns`, `all`, or chances as in `within=0.9,between=0.5`. */
export function cachingMode(text: string): CachingMode {
  if (text === "off" || text === "turns" || text === "all") return text;
  const hits = { within: 0, between: 0 };
  for (const part of text.split(",")) {
    const [name, share] = part.split("=").map((word) => word.trim());
    const value = Number(share);
    if ((name !== "within" && name !== "between") || share === "" || !(value >= 0 && value <= 1)) {
      throw new InvalidArgumentError("It is off, turns, all, or chances from 0 to 1 as in within=0.9,between=0.5.");
    }
    hits[name] = value;
  }
  return hits;
}

/** The mode as it is typed and filed. */
export const modeText = (mode: CachingMode): string =>
  typeof mode === "string" ? mode : `within=${mode.within},between=${mode.between}`;
