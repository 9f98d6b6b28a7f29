import { InvalidArgumentError } from "commander";
import type { CachingMode } from "../../cost/scenario/caching.ts";

/** `off`, `turns`, `all`, or chances as in `within=0.9,between=0.5`. */
export function cachingMode(text: string): CachingMode {
  if (text === "off" || text === "turns" || text === "all") return text;
  const hits: Partial<Record<"within" | "between", number>> = {};
  for (const part of text.split(",")) {
    const [name, share] = part.split("=").map((word) => word.trim());
    const value = Number(share);
    const known = name === "within" || name === "between";
    if (!known || name in hits || !/^\d+(\.\d+)?$/.test(share ?? "") || value > 1) {
      throw new InvalidArgumentError("It is off, turns, all, or chances from 0 to 1 as in within=0.9,between=0.5.");
    }
    hits[name] = value;
  }
  return { within: 0, between: 0, ...hits };
}

/** The mode as it is typed and filed. */
export const modeText = (mode: CachingMode): string =>
  typeof mode === "string" ? mode : `within=${mode.within},between=${mode.between}`;
