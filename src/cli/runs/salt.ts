import { createHash, randomBytes } from "node:crypto";
import { type Mode } from "../trials/modes.ts";

/** What the numbers before questions are made from: a live run has one of its own, a recording must be found again. */
export const newSalt = (mode: Mode, seed: number): string =>
  mode === "live" ? randomBytes(6).toString("hex") : recordedSalt(seed);

/** The salt of what was recorded, is replayed or simulated: that of the seed. */
export const recordedSalt = (seed: number): string =>
  createHash("sha256").update(String(seed)).digest("hex").slice(0, 12);
