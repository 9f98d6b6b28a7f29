import type { Random } from "../measure/random.ts";
import { between } from "./draw.ts";
import type { Chunk } from "./text.ts";

/** Part of an answer, sent when its last token is there. */
export type Piece = Chunk & {
  readonly kind: "thinking" | "text";
  /** ms after the request. */
  readonly at: number;
};

/**
 * Chunks with their times. The first comes at `from`; the gap before each other one is its tokens' worth of time, half of it
 * to half as much again. All gaps together are what the speed makes them: jitter does not change how fast an answer is.
 */
export function timed(
  parts: readonly Omit<Piece, "at">[],
  { from, msPerToken }: { readonly from: number; readonly msPerToken: number },
  random: Random,
): Piece[] {
  const later = parts.slice(1);
  const gaps = later.map(({ tokens }) => tokens * between(0.5, 1.5, random));
  const drawn = sum(gaps);
  const scale = drawn === 0 ? 0 : (sum(later.map(({ tokens }) => tokens)) * msPerToken) / drawn;
  let at = from;
  return parts.map((part, index) => {
    if (index > 0) at += (gaps[index - 1] ?? 0) * scale;
    return { ...part, at };
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
