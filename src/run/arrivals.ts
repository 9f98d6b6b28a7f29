import type { Random } from "../measure/random.ts";

export type Arrivals = { readonly perSecond: number; readonly kind: "constant" | "poisson"; readonly random: Random };

/**
 * When each of so many requests is meant to begin, in ms after the start: evenly spaced, or as many independent users would
 * send them, with exponential gaps (a Poisson process).
 */
export function* arrivals({ perSecond, kind, random }: Arrivals): Generator<number, never> {
  const gap = 1000 / perSecond;
  for (let at = 0; ; at += kind === "constant" ? gap : -Math.log(1 - random()) * gap) yield at;
}
