import type { Seen } from "./seen.ts";

/** Speeds over a shorter time than this, in ms, are those of the reads and not of the model. */
export const LEAST_SPAN = 100;

/** Visible characters (code points of the NFC text) a second, from the first visible text to the last output. */
export function charsPerSecond(attempt: Seen): number | undefined {
  const first = attempt["tokenwon.ttfvt_ms"];
  const last = attempt["tokenwon.e2e_ms"];
  if (first === undefined || last === undefined || last - first < LEAST_SPAN) return undefined;
  return (attempt["tokenwon.chars"] * 1000) / (last - first);
}
