import type { Spread } from "../domain/profile.ts";
import type { Random } from "../measure/random.ts";

/** Standard normal quantile of 0.95: the central 90 % lies within so many standard deviations. */
const Z_95 = 1.6448536269514722;

/** A log-normal quantity whose central 90 % is the spread: its median is the geometric mean of the bounds. */
export function logNormal({ low, high }: Spread, random: Random): number {
  const middle = (Math.log(low) + Math.log(high)) / 2;
  const deviation = (Math.log(high) - Math.log(low)) / (2 * Z_95);
  return Math.exp(middle + deviation * standardNormal(random));
}

/** A standard normal number (Box and Muller 1958); one of the pair is thrown away. */
export function standardNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Evenly from `low` up to `high`. */
export const between = (low: number, high: number, random: Random): number => low + (high - low) * random();

/** A whole number from `low` to `high`, both possible. */
export const wholeBetween = (low: number, high: number, random: Random): number =>
  Math.min(high, low + Math.floor((high - low + 1) * random()));

/** One of them, each as likely. */
export const pick = <T>(of: readonly [T, ...T[]], random: Random): T => of[Math.floor(of.length * random())] ?? of[0];

/** The name whose share of all requests this one falls into; undefined where it falls into none. */
export function byShare<Name extends string>(
  shares: Readonly<Partial<Record<Name, number>>>,
  random: Random,
): Name | undefined {
  let left = random();
  for (const [name, share] of Object.entries<number | undefined>(shares)) {
    left -= share ?? 0;
    if (left < 0) return name as Name;
  }
  return undefined;
}
