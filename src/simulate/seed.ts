import { createHash } from "node:crypto";
import { type Random, seeded } from "../measure/random.ts";

/** Bodies that are remembered. One that comes again after so many others counts as new, so that memory stays bounded. */
const REMEMBERED = 1_000_000;

/**
 * Gives every request randomness of its own: from the seed, what was asked, and how often the same was asked before. The
 * order of different requests changes nothing. A request that says itself which asking it is changes nothing for the others.
 */
export function requestSeeds(seed: number): (what: string, body: string, nth?: string) => Random {
  const times = new Map<number, number>();
  return (what, body, nth) => {
    const key = hash(`${seed}\n${what}\n${body}`);
    if (nth !== undefined) return seeded(hash(`${key} ${nth}`) | 0);
    const before = times.get(key) ?? 0;
    // Taken out and put in again, so that the first key is the one not seen for longest.
    times.delete(key);
    times.set(key, before + 1);
    if (times.size > REMEMBERED) times.delete(times.keys().next().value as number);
    return seeded(hash(`${key} ${before}`) | 0);
  };
}

/** Randomness of a text that a model was asked, however often and in whatever request: the same every time. */
export const textSeed = (seed: number, target: string, text: string): Random =>
  seeded(hash(`${seed}\n${target}\n${text}`) | 0);

/** 52 bits of SHA-256: as many as a number holds. */
const hash = (text: string): number =>
  Number.parseInt(createHash("sha256").update(text).digest("hex").slice(0, 13), 16);
