import { createHash } from "node:crypto";
import { type Random, seeded } from "../measure/random.ts";

/** Randomness of one attempt of a trial, whatever else is asked: the same run waits as long, wherever it was interrupted. */
export const jitterOf = (seed: number, trial: string, attempt: number): Random =>
  seeded(createHash("sha256").update(`${seed} ${trial} ${attempt}`).digest().readInt32BE(0));
